import type { SearchIndex } from '../search-index.ts'
import { type Concept, matter } from './expand-words.ts'
import { stemOf } from './stem.ts'
import { stopWords } from './stop-words.ts'
import { wordsIn, wordTexts } from './words.ts'

interface Use {
  readonly concept: number
  readonly worth: number
  readonly needs: readonly string[]
}

/** Says how well pieces of text answer the concepts of a query, and where. */
export class WordMatcher {
  readonly concepts: readonly Concept[]
  readonly total: number
  /** The stop words of the query: they tell `on policy` from `off policy`. */
  readonly smallWords: ReadonlySet<string>
  readonly #uses = new Map<string, Use[]>()

  constructor(index: SearchIndex, concepts: readonly Concept[], words: readonly string[] = []) {
    this.concepts = concepts
    this.smallWords = new Set(words.filter((word) => stopWords.has(word)))
    this.total = concepts.reduce((sum, concept) => sum + concept.matter, 0)
    for (const [concept, { matter: most, alternatives }] of concepts.entries()) {
      for (const { terms, weight } of alternatives) {
        const [first, ...needs] = terms.map((term) => index.stem(term))
        const worth = weight * Math.min(1, Math.min(...terms.map((term) => matter(index, term))) / most)
        if (first !== undefined) this.#uses.set(first, [...(this.#uses.get(first) ?? []), { concept, worth, needs }])
      }
    }
  }

  /** For each concept how well some stems answer it, 0 to 1. */
  values(stems: ReadonlySet<string>): Float64Array {
    const values = new Float64Array(this.concepts.length)
    for (const stem of stems) {
      for (const { concept, worth, needs } of this.#uses.get(stem) ?? [])
        if (worth > (values[concept] ?? 0) && needs.every((need) => stems.has(need))) values[concept] = worth
    }
    return values
  }

  /** The share of the query that values stand for, 0 to 1. */
  share(values: Float64Array): number {
    let sum = 0
    for (const [at, { matter: weight }] of this.concepts.entries()) sum += weight * (values[at] ?? 0)
    return this.total > 0 ? sum / this.total : 0
  }

  /** How well a single stem stands for any concept, 0 to 1. */
  worthOf(stem: string): number {
    return (this.#uses.get(stem) ?? []).reduce((best, { worth }) => Math.max(best, worth), 0)
  }

  /** Where words of a text answer the query (UTF-16 ranges, in order). */
  rangesIn(text: string): readonly (readonly [number, number])[] {
    return wordsIn(text)
      .filter((word) => !stopWords.has(word.text) && this.worthOf(stemOf(word.text)) > 0)
      .map(({ start, end }) => [start, end] as const)
  }
}

/** The stems of a text's words, stop words left out unless there is nothing else. */
export function stemsIn(text: string): ReadonlySet<string> {
  const words = wordTexts(text)
  const meaningful = words.filter((word) => !stopWords.has(word))
  return new Set((meaningful.length > 0 ? meaningful : words).map(stemOf))
}
