import type { NoteSource } from './note-source.ts'
import type { PatternFinder } from './ranking/conditions.ts'
import { looseWords } from './written-patterns.ts'

/** How many notes are read at once. */
const batchSize = 500

/** A finder for the patterns of `looseWords` only. These never backtrack, so no time limit is needed, however large the vault is. */
export const findWritten: PatternFinder = ({ source, flags }, texts) => {
  const pattern = new RegExp(source, flags)
  return Promise.resolve(
    texts.map((text) => {
      const found = pattern.exec(text)
      return found === null ? [] : [[found.index, found.index + found[0].length]]
    }),
  )
}

/** The words of a query that the index lacks, as typed. */
export interface Lacking {
  /** Those that no note holds. */
  readonly missing: readonly string[]
  /** Those that stand in notes only where the index does not count words, as in an address; filled only where `asWritten` is set. */
  readonly uncounted: readonly string[]
}

/** Splits the words that the index lacks into those that no text holds and those that a text holds as they are written. */
export async function toldApart(
  source: NoteSource,
  query: string,
  words: readonly string[],
  { asWritten, filters }: { readonly asWritten?: boolean; readonly filters: readonly unknown[] },
): Promise<Lacking> {
  // The whole query is one word without filters: it was looked for as it is written before, and not found.
  const isKnown = words.length === 1 && words[0] === query.trim() && filters.length === 0
  if (asWritten !== true || isKnown) return { missing: words, uncounted: [] }
  const held = await heldAsWritten(source, words)
  return { missing: words.filter((word) => !held.has(word)), uncounted: words.filter((word) => held.has(word)) }
}

/** Those of some words that the index lacks but a text holds as they are written, in an address for instance. */
async function heldAsWritten(
  { vault, readText }: Pick<NoteSource, 'vault' | 'readText'>,
  words: readonly string[],
): Promise<ReadonlySet<string>> {
  const patterns = new Map(
    words.flatMap((word) => {
      const source = looseWords(word)
      return source === undefined ? [] : [[word, new RegExp(source, 'iu')]]
    }),
  )
  const held = new Set<string>()
  for (let from = 0; from < vault.notes.length && held.size < patterns.size; from += batchSize) {
    const texts = await Promise.all(vault.notes.slice(from, from + batchSize).map(({ path }) => readText(path)))
    for (const [word, pattern] of patterns)
      if (!held.has(word) && texts.some((text) => pattern.test(text))) held.add(word)
  }
  return held
}
