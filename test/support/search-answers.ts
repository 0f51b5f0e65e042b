import { nearbyWords } from '../../src/core/search/ranking/nearby-words.ts'
import type { SearchIndex } from '../../src/core/search/index/search-index.ts'

/**
 * All that an index says: equal for equal indexes, however they came about. What notes weigh is held to the mean lengths of fields,
 * which are those of the day when the first layer was made: `loosely` leaves it out. Stems of words that are mostly written in
 * capitals are of that day, too.
 */
export function searchAnswers(index: SearchIndex, loosely?: 'loosely'): Readonly<Record<string, unknown>> {
  const words = new Map(index.beginning('', Infinity).map(({ text }) => [text, index.termOf(text)]))
  const known = [...words].filter(([, term]) => term !== undefined).sort()
  const terms = [...new Set(known.map(([, term]) => term ?? ''))].sort().map((term) => {
    const postings = index.postings(term)
    return {
      term,
      rarity: index.rarity(term),
      isName: index.isName(term),
      notes: [...(postings?.notes ?? [])]
        .map((note, at) => [note, loosely ?? postings?.weights[at], postings?.fields[at]] as const)
        .sort((a, b) => a[0] - b[0]),
    }
  })
  const typos = ['alhpa', 'gama', 'proff', 'unicode', 'plane', 'blok', 'apples', 'frute'].map((word) =>
    nearbyWords(index, word).map(({ word: other, likeness, term }) => [other, likeness, term]),
  )
  return { size: index.size, known, terms, typos }
}
