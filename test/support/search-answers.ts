import type { SearchIndex } from '../../src/core/query/search-index.ts'
import { nearbyWords } from '../../src/core/query/search/nearby-words.ts'

/** All that an index says but where notes lie by the company of their words: equal for equal indexes, however they came about. */
export function searchAnswers(index: SearchIndex): unknown {
  const words = index.words.beginning('', Infinity).map((number) => {
    const word = index.words.at(number) ?? ''
    const term = index.words.termOf(number)
    return { word, known: index.words.has(word), stem: index.stem(term), again: index.term(index.stem(term)) === term }
  })
  const stems = new Set(words.map(({ stem }) => stem))
  const terms = [...stems].sort().map((stem) => {
    const term = index.term(stem) ?? -1
    const { notes, weights, fields } = index.postings(term)
    return {
      stem,
      rarity: index.rarity(term),
      isName: index.isName(term),
      shortest: index.words.shortestOf(term),
      notes: [...notes].map((note, at) => [index.paths[note], weights[at], fields[at]]),
    }
  })
  const slips = ['alhpa', 'gama', 'proff', 'unicode', 'plane', 'blok', 'apples', 'frute'].map((word) =>
    nearbyWords(index, word).map(({ word: other, likeness, term }) => [other, likeness, index.stem(term)]),
  )
  return { paths: index.paths, words, terms, slips, shortForms: index.shortForms }
}
