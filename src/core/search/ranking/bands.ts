import { type Concept, isKnown } from './concepts.ts'
import type { Ranked } from './rank-notes.ts'

/** How far a query is answered: in full, in part (no note has all of it), or not at all. */
export type Band = 'full' | 'partial' | 'none'

/**
 * The share of a query's words, weighted by idf, that one of the first three notes must hold for the query to count as answered in full.
 * Measured over six vaults on queries with and without a right answer: that the vault knows the words says nothing; that one note holds
 * them together does.
 */
const enoughForAll = 0.6

/** How sure the best match of one of these notes must be for the query to count as answered in part: a match by a possible typo alone is not enough. */
const sureEnough = 0.35

/** The band of a query, by its notes, best first. */
export function bandOf(ranked: readonly Ranked[]): Band {
  const first = ranked.slice(0, 3)
  const coverage = Math.max(0, ...first.map((one) => one.coverage))
  if (coverage >= enoughForAll || first.some(({ holdsName }) => holdsName === true)) return 'full'
  return first.some(({ sureness }) => sureness >= sureEnough) ? 'partial' : 'none'
}

/** The words of a query that no note holds, as typed. */
export function unknownWords(concepts: readonly Concept[]): readonly string[] {
  return [...new Set(concepts.filter((concept) => !isKnown(concept)).map(({ word }) => word))]
}
