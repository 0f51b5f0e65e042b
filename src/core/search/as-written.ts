import type { NoteSource } from './note-source.ts'
import type { PatternFinder } from './ranking/conditions.ts'
import { looseWords } from './written-patterns.ts'

/** Notes read at once. */
const batchSize = 500

/** Finds patterns of `looseWords` alone: they never go back over a text, so that they need no deadline, however large the vault is. */
export const findWritten: PatternFinder = ({ source, flags }, texts) => {
  const pattern = new RegExp(source, flags)
  return Promise.resolve(
    texts.map((text) => {
      const found = pattern.exec(text)
      return found === null ? [] : [[found.index, found.index + found[0].length]]
    }),
  )
}

/** Words of a query that the index lacks, as typed. */
export interface Lacking {
  /** Those that no note holds. */
  readonly missing: readonly string[]
  /** Those that notes hold only where words do not count, as in an address; told apart with `asWritten` alone. */
  readonly uncounted: readonly string[]
}

/** What of the words that the index lacks no text holds, and what texts hold all the same. */
export async function toldApart(
  source: NoteSource,
  query: string,
  words: readonly string[],
  { asWritten, filters }: { readonly asWritten?: boolean; readonly filters: readonly unknown[] },
): Promise<Lacking> {
  // A single word was looked for as it is written before nothing was found.
  const isKnown = words.length === 1 && words[0] === query.trim() && filters.length === 0
  if (asWritten !== true || isKnown) return { missing: words, uncounted: [] }
  const held = await heldAsWritten(source, words)
  return { missing: words.filter((word) => !held.has(word)), uncounted: words.filter((word) => held.has(word)) }
}

/** Those of some words that the index lacks which a text holds all the same as they are written: in an address, say. */
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
