/** What renames there and back came to. */
export interface RoundTrips {
  /** How many of each kind came back with every byte. */
  readonly counts: Readonly<Record<string, number>>
  /** Those that were refused, with nothing changed. */
  readonly refused: readonly string[]
  readonly wrong: readonly string[]
}

/** Renames what a copy of a vault holds there and back; `run` is that of `src/cli/run.ts`. */
export function roundTrips(
  run: (process: never) => Promise<number>,
  source: string,
  options: { readonly most?: number; readonly seed?: number; readonly checked?: boolean },
): Promise<RoundTrips>
