import type { SearchIndex } from '../search-index.ts'
import { type Concept, matter } from './expand-words.ts'
import { beginningOf, stemOf } from './stem.ts'
import { stopWords } from './stop-words.ts'
import { wordsIn, wordTexts } from './words.ts'

interface Use {
  readonly concept: number
  readonly worth: number
  readonly needs: readonly string[]
}

/** What a piece of text says, as far as it can answer a query. */
export interface Said {
  /** The stems that may count; other words are passed over unstemmed. */
  readonly stems: readonly string[]
  /** Whether it has none but stop words, which then are its stems. */
  readonly small: boolean
}

/** Says how well pieces of text answer the concepts of a query, and where. */
export class WordMatcher {
  readonly concepts: readonly Concept[]
  readonly total: number
  /** The stop words of the query: they tell `on policy` from `off policy`. */
  readonly smallWords: ReadonlySet<string>
  readonly #uses = new Map<string, Use[]>()
  /** What the stems that count begin with. */
  readonly #beginnings = new Set<string>()

  constructor(index: SearchIndex, concepts: readonly Concept[], words: readonly string[] = []) {
    this.concepts = concepts
    this.smallWords = new Set(words.filter((word) => stopWords.has(word)))
    this.total = concepts.reduce((sum, concept) => sum + concept.matter, 0)
    for (const [concept, { matter: most, alternatives }] of concepts.entries()) {
      for (const { terms, weight } of alternatives) {
        const [first, ...needs] = terms.map((term) => index.stem(term))
        const worth = weight * Math.min(1, Math.min(...terms.map((term) => matter(index, term))) / most)
        if (first !== undefined) this.#uses.set(first, [...(this.#uses.get(first) ?? []), { concept, worth, needs }])
        for (const term of terms) this.#beginnings.add(index.stem(term).slice(0, 2))
      }
    }
  }

  /** For each concept how well some stems answer it, 0 to 1. */
  values(stems: Iterable<string>): Float64Array {
    const values = new Float64Array(this.concepts.length)
    const all = stems instanceof Set ? stems : new Set(stems)
    for (const stem of all) {
      for (const { concept, worth, needs } of this.#uses.get(stem) ?? [])
        if (worth > (values[concept] ?? 0) && needs.every((need) => all.has(need))) values[concept] = worth
    }
    return values
  }

  /** How much of the query a text says, 0 to 1. */
  shareOf(text: string): number {
    const { stems } = this.saidIn(text)
    return stems.length === 0 ? 0 : this.share(this.values(stems))
  }

  /** What a text says of what can answer the query. */
  saidIn(text: string): Said {
    const words = wordTexts(text)
    const meaningful = words.filter((word) => !stopWords.has(word))
    const small = meaningful.length === 0
    return { stems: (small ? words : meaningful).filter((word) => this.#mayCount(word)).map(stemOf), small }
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

  /** Whether the names of the query's words may stand in a text that holds these letters in order. */
  stemsWithin(letters: string): boolean {
    for (const stem of this.#uses.keys()) if (standsIn(letters, stem)) return true
    return false
  }

  /** Where words of a text answer the query (UTF-16 ranges, in order). */
  rangesIn(text: string): readonly (readonly [number, number])[] {
    return wordsIn(text)
      .filter(({ text: word }) => this.#mayCount(word) && !stopWords.has(word) && this.worthOf(stemOf(word)) > 0)
      .map(({ start, end }) => [start, end] as const)
  }

  /** Whether a word's stem may be one that counts: nearly all are ruled out by how they begin, which spares the stemmer. */
  #mayCount(word: string): boolean {
    return this.#beginnings.has(beginningOf(word)) || this.#beginnings.has(word.charAt(0))
  }
}

/** Whether letters stand in a text in their order, whatever is between them. */
function standsIn(text: string, letters: string): boolean {
  let from = 0
  for (const letter of letters) {
    from = text.indexOf(letter, from) + 1
    if (from === 0) return false
  }
  return true
}

/** The stems of a text's words, stop words left out unless there is nothing else. */
export function stemsIn(text: string): ReadonlySet<string> {
  const words = wordTexts(text)
  const meaningful = words.filter((word) => !stopWords.has(word))
  return new Set((meaningful.length > 0 ? meaningful : words).map(stemOf))
}
