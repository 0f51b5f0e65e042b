import type { SearchIndex } from '../index/search-index.ts'
import { type Concept, matter } from './expand-words.ts'
import { Matcher, type Use } from './matcher.ts'
import { beginningOf, stemOf } from './stem.ts'
import { stopWords } from './stop-words.ts'
import { wordsIn, wordTexts } from './words.ts'

/** Says how well pieces of text answer the concepts of a query, and where. */
export class WordMatcher extends Matcher<string> {
  /** What the stems that count begin with. */
  readonly #beginnings = new Set<string>()

  constructor(index: SearchIndex, concepts: readonly Concept[], words: readonly string[] = []) {
    super({ concepts, words, uses: usesOf(index, concepts), weightOf: (stem) => weightOfStem(index, stem) })
    for (const { alternatives } of concepts)
      for (const { terms } of alternatives) for (const term of terms) this.#beginnings.add(index.stem(term).slice(0, 2))
  }

  /** How much of the query a text says, 0 to 1. */
  shareOf(text: string): number {
    const words = wordTexts(text)
    const meaningful = words.filter((word) => !stopWords.has(word))
    const counting = (meaningful.length > 0 ? meaningful : words).filter((word) => this.#mayCount(word))
    return this.shareOfStems(counting.map(stemOf))
  }

  /** Where words of a text answer the query (UTF-16 ranges, in order). */
  rangesIn(text: string): readonly (readonly [number, number])[] {
    return wordsIn(text)
      .filter(({ text: word }) => this.#mayCount(word) && !stopWords.has(word) && this.worthOf(stemOf(word)) > 0)
      .map(({ start, end }) => [start, end] as const)
  }

  /** The same matcher for stems that go by numbers; a stem without a number stands in no text that goes by them. */
  byNumber(numberOf: (stem: string) => number | undefined, weightOf: (stem: number) => number): Matcher<number> {
    const uses = new Map<number, readonly Use<number>[]>()
    for (const [stem, all] of this.uses) {
      const number = numberOf(stem)
      if (number === undefined) continue
      const numbered = all.flatMap(({ concept, worth, needs }) => {
        const numbers = needs.flatMap((need) => numberOf(need) ?? [])
        return numbers.length === needs.length ? [{ concept, worth, needs: numbers }] : []
      })
      if (numbered.length > 0) uses.set(number, numbered)
    }
    return new Matcher({ concepts: this.concepts, words: [...this.smallWords], uses, weightOf })
  }

  /** Whether a word's stem may be one that counts: nearly all are ruled out by how they begin, which spares the stemmer. */
  #mayCount(word: string): boolean {
    return this.#beginnings.has(beginningOf(word)) || this.#beginnings.has(word.charAt(0))
  }
}

/** How much a stem weighs in a phrase: what it matters in a query, little when no note holds it. */
export function weightOfStem(index: SearchIndex, stem: string): number {
  const term = index.term(stem)
  return term === undefined ? unknownWeight : matter(index, term)
}

/** How much a stem weighs in a phrase that no note holds. */
export const unknownWeight = 0.1

function usesOf(index: SearchIndex, concepts: readonly Concept[]): ReadonlyMap<string, readonly Use<string>[]> {
  const uses = new Map<string, Use<string>[]>()
  for (const [concept, { matter: most, alternatives }] of concepts.entries()) {
    for (const { terms, weight } of alternatives) {
      const [first, ...needs] = terms.map((term) => index.stem(term))
      const worth = weight * Math.min(1, Math.min(...terms.map((term) => matter(index, term))) / most)
      if (first !== undefined) uses.set(first, [...(uses.get(first) ?? []), { concept, worth, needs }])
    }
  }
  return uses
}
