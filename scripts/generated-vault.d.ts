/** Numbers from 0 to 1 that are the same for a seed. */
export function randomNumbers(seed: number): () => number

/** Names of notes that lie apart from each other in more than letters. */
export function noteNames(count: number, random: () => number): readonly string[]

/** A vault in a new folder with so many notes; the same for the same seed. Gives the folder's path. */
export function generatedVault(seed: number, count?: number): string
