import { foldName } from '../../vault/fold.ts'

/**
 * The key of a note that is meant by one that was asked for: itself, else one of the same name in another case or Unicode form, as lists and filters read
 * keys. The asked one where the note has neither.
 */
export function heldKey(keys: readonly string[], asked: string): string {
  if (keys.includes(asked)) return asked
  const folded = foldName(asked)
  return keys.find((key) => foldName(key) === folded) ?? asked
}

/** The first of some keys that a note has, in the case in which it has it; undefined where it has none. */
export function firstHeld(keys: readonly string[], wanted: readonly string[]): string | undefined {
  return wanted.map((key) => heldKey(keys, key)).find((key) => keys.includes(key))
}
