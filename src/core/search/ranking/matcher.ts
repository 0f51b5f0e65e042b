import type { Concept } from './expand-words.ts'
import { stopWords } from './stop-words.ts'

/** What a stem is worth for a concept of the query, beside others that have to stand with it. */
export interface Use<Stem> {
  readonly concept: number
  readonly worth: number
  readonly needs: readonly Stem[]
}

/** What a matcher goes by. */
export interface MatcherParts<Stem> {
  readonly concepts: readonly Concept[]
  /** The words of the query. */
  readonly words: readonly string[]
  readonly uses: ReadonlyMap<Stem, readonly Use<Stem>[]>
  /** How much a stem of a phrase weighs beside the others. */
  readonly weightOf: (stem: Stem) => number
}

/** Says how well stems, as texts or as the numbers of an index, answer the concepts of a query. */
export class Matcher<Stem> {
  readonly concepts: readonly Concept[]
  /** The stop words of the query: they tell `on policy` from `off policy`. */
  readonly smallWords: ReadonlySet<string>
  readonly weightOf: (stem: Stem) => number
  protected readonly uses: ReadonlyMap<Stem, readonly Use<Stem>[]>
  readonly #total: number

  constructor({ concepts, words, uses, weightOf }: MatcherParts<Stem>) {
    this.concepts = concepts
    this.smallWords = new Set(words.filter((word) => stopWords.has(word)))
    this.uses = uses
    this.weightOf = weightOf
    this.#total = concepts.reduce((sum, concept) => sum + concept.matter, 0)
  }

  /** Whether any of some stems counts. */
  knowsAny(stems: readonly Stem[]): boolean {
    for (const stem of stems) if (this.uses.has(stem)) return true
    return false
  }

  /** For each concept how well some stems answer it, 0 to 1. */
  values(stems: readonly Stem[]): Float64Array {
    const values = new Float64Array(this.concepts.length)
    for (const stem of stems) {
      for (const { concept, worth, needs } of this.uses.get(stem) ?? [])
        if (worth > (values[concept] ?? 0) && needs.every((need) => stems.includes(need))) values[concept] = worth
    }
    return values
  }

  /** The share of the query that values stand for, 0 to 1. */
  share(values: Float64Array): number {
    let sum = 0
    for (const [at, { matter: weight }] of this.concepts.entries()) sum += weight * (values[at] ?? 0)
    return this.#total > 0 ? sum / this.#total : 0
  }

  /** How much of the query some stems say, 0 to 1. */
  shareOfStems(stems: readonly Stem[]): number {
    return this.knowsAny(stems) ? this.share(this.values(stems)) : 0
  }

  /** How well a single stem stands for any concept, 0 to 1. */
  worthOf(stem: Stem): number {
    return (this.uses.get(stem) ?? []).reduce((best, { worth }) => Math.max(best, worth), 0)
  }
}
