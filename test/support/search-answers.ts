import type { SearchIndex } from '../../src/core/search/index/search-index.ts'
import { withTexts } from '../../src/core/search/index/look-rows.ts'
import { nearbyWords } from '../../src/core/search/ranking/nearby-words.ts'

/** All that an index says but where notes lie by the company of their words: equal for equal indexes, however they came about. */
export function searchAnswers(
  index: SearchIndex,
): { readonly looks: readonly unknown[] } & Readonly<Record<string, unknown>> {
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
      notes: [...notes].map((note, at) => [note, weights[at], fields[at]]),
    }
  })
  const slips = ['alhpa', 'gama', 'proff', 'unicode', 'plane', 'blok', 'apples', 'frute'].map((word) =>
    nearbyWords(index, word).map(({ word: other, likeness, term }) => [other, likeness, index.stem(term)]),
  )
  const looks = Array.from({ length: index.size }, (_, number) => lookAt(index, number))
  return { size: index.size, words, terms, slips, looks, shortForms: index.shortForms }
}

/** What a closer look at a note finds, with stems as texts. */
function lookAt(index: SearchIndex, number: number): unknown {
  const [names, passages] = [index.looks.namesOf(number), index.looks.passagesOf(number)]
  const shown = index.looks.shownOf(number)
  if (names === undefined || passages === undefined || shown === undefined) return 'lost'
  const { layer } = names
  return withTexts({ names: names.look, shown, passages: passages.look }, (stem) => {
    const at = index.looks.stemAt(layer, stem)
    if (typeof at === 'string') return at
    const term = index.termOfLook(layer, stem)
    return term === undefined ? 'gone' : index.stem(term)
  })
}
