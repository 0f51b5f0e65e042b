import { firstFrom, placeOf, type SearchOverlay, type WordTables } from './search-index-data.ts'

/** A run of words by their numbers, half open. */
export type WordRange = readonly [from: number, to: number]

/**
 * The words of a vault as written, by number: those of an index in order, then those that only an overlay has, in order.
 * Words that no note holds any more keep their numbers and are passed over.
 */
export class LayeredWords {
  readonly #older: WordTables
  readonly #later: WordTables | undefined
  readonly #gone: ReadonlySet<number>
  readonly #termNow: (later: number) => number
  #shortest: Map<number, string> | undefined

  /** `termNow` gives the number that a term of the overlay goes by. */
  constructor(older: WordTables, later: SearchOverlay | undefined, termNow: (later: number) => number) {
    this.#older = older
    this.#later = later?.tables
    this.#gone = new Set(later?.goneWords)
    this.#termNow = termNow
  }

  /** Whether a word occurs as written. */
  has(word: string): boolean {
    const older = placeOf(this.#older.words, word)
    if (older !== undefined && !this.#gone.has(older)) return true
    return this.#later !== undefined && placeOf(this.#later.words, word) !== undefined
  }

  /** A word; undefined when it is gone. */
  at(number: number): string | undefined {
    if (this.#gone.has(number)) return undefined
    const later = number - this.#older.words.length
    return later < 0 ? this.#older.words.at(number) : this.#later?.words.at(later)
  }

  /** The term of a word. */
  termOf(number: number): number {
    const later = number - this.#older.words.length
    return later < 0 ? (this.#older.wordTerms[number] ?? 0) : this.#termNow(this.#later?.wordTerms[later] ?? 0)
  }

  /** The letters of a word, as `letterMask` gives them. */
  maskOf(number: number): number {
    const later = number - this.#older.words.length
    return (later < 0 ? this.#older.wordMasks[number] : this.#later?.wordMasks[later]) ?? 0
  }

  /** The length of a word, up to 255. */
  lengthOf(number: number): number {
    const later = number - this.#older.words.length
    return (later < 0 ? this.#older.wordLengths[number] : this.#later?.wordLengths[later]) ?? 0
  }

  /** Where the words that begin with a text are. */
  ranges(beginning: string): readonly WordRange[] {
    const after = `${beginning}\uffff`
    const older: WordRange = [firstFrom(this.#older.words, beginning), firstFrom(this.#older.words, after)]
    if (this.#later === undefined) return [older]
    const { length } = this.#older.words
    return [older, [length + firstFrom(this.#later.words, beginning), length + firstFrom(this.#later.words, after)]]
  }

  /** The numbers of the first words that begin with a text, in code-unit order. */
  beginning(text: string, most: number): readonly number[] {
    const runs = this.ranges(text).map(([from, to]) => this.#firstOf(from, to, most))
    if (runs.length === 1) return runs[0] ?? []
    return runs
      .flat()
      .map((number) => ({ number, word: this.at(number) ?? '' }))
      .sort((a, b) => (a.word < b.word ? -1 : 1))
      .slice(0, most)
      .map(({ number }) => number)
  }

  /** The shortest word of a term, for people; the first of several. */
  shortestOf(term: number): string | undefined {
    return (this.#shortest ??= this.#shortestWords()).get(term)
  }

  #firstOf(from: number, to: number, most: number): readonly number[] {
    const numbers: number[] = []
    for (let number = from; number < to && numbers.length < most; number++)
      if (!this.#gone.has(number)) numbers.push(number)
    return numbers
  }

  #shortestWords(): Map<number, string> {
    const words = new Map<number, string>()
    const last = this.#older.words.length + (this.#later?.words.length ?? 0)
    for (let number = 0; number < last; number++) {
      const word = this.at(number)
      if (word === undefined) continue
      const term = this.termOf(number)
      const before = words.get(term)
      const shorter = before === undefined || word.length < before.length
      if (shorter || (word.length === before.length && word < before)) words.set(term, word)
    }
    return words
  }
}
