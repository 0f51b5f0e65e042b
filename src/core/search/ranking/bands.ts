import type { Concept } from './concepts.ts'
import type { Ranked } from './rank-notes.ts'

/** How far a query is answered: in full, in part (no note has all of it), or not at all. */
export type Band = 'full' | 'partial' | 'none'

/**
 * The share of a query's words, by their rarity, that the best of the first three notes must hold. Measured on queries with a
 * right note and on some that nothing answers, over six vaults: the words known to the vault tell nothing, what one note holds does.
 */
const enoughForAll = 0.6

/** How surely one of them must have anything of it: what is only a far slip of a word answers nothing. */
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
  return [...new Set(concepts.filter(({ alternatives }) => alternatives.length === 0).map(({ word }) => word))]
}
