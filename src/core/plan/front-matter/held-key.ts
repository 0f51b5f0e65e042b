import { foldName } from '../../vault/fold.ts'

/**
 * The key of a note that matches the requested one: itself, else one that differs only in case or Unicode form, as in lists and filters.
 * The requested one when there is no match.
 */
export function heldKey(keys: readonly string[], asked: string): string {
  if (keys.includes(asked)) return asked
  const folded = foldName(asked)
  return keys.find((key) => foldName(key) === folded) ?? asked
}

/** The first of the wanted keys that a note has, in the note's spelling; undefined when it has none. */
export function firstHeld(keys: readonly string[], wanted: readonly string[]): string | undefined {
  return wanted.map((key) => heldKey(keys, key)).find((key) => keys.includes(key))
}
