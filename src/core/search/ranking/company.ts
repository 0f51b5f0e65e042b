import type { SearchIndex } from '../index/search-index.ts'
import type { Concept } from './expand-words.ts'

/** Says how near a note lies to a query by the company that its words keep in the vault: the cosine, or 0 when that is not above 0.2. */
export function companyOf(index: SearchIndex, concepts: readonly Concept[]): (note: number) => number {
  const query = queryVector(index, concepts)
  const length = Math.hypot(...query)
  if (length === 0) return () => 0
  const vector = Float64Array.from(query)
  return (note) => {
    const cosine = index.latent.along(note, vector) / length
    return cosine > 0.2 ? cosine : 0
  }
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
