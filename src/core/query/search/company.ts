import type { SearchIndex } from '../search-index.ts'
import type { Concept } from './expand-words.ts'

/** How near notes lie to a query by the company that its words keep in the vault: cosines above 0.2, for the notes asked about. */
export function companyOf(
  index: SearchIndex,
  concepts: readonly Concept[],
  notes: Iterable<number>,
): ReadonlyMap<number, number> {
  const query = queryVector(index, concepts)
  const length = Math.hypot(...query)
  const near = new Map<number, number>()
  if (length === 0) return near
  for (const note of notes) {
    const cosine = index.latent.along(note, query) / length
    if (cosine > 0.2) near.set(note, cosine)
  }
  return near
}

/** The sum of the words' places; what only stands for a word counts less than the word. */
function queryVector(index: SearchIndex, concepts: readonly Concept[]): readonly number[] {
  const query = new Array<number>(index.latent.dimensions).fill(0)
  for (const { matter, alternatives } of concepts) {
    for (const { terms, weight, way } of alternatives.slice(0, 6)) {
      const share = (matter * (way === 'same' ? 1 : weight / 2)) / terms.length
      for (const term of terms) index.latent.addTerm(term, share, query)
    }
  }
  return query
}
