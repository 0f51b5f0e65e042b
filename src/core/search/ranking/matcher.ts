import type { SearchIndex } from '../index/search-index.ts'
import { isAscii } from '../words/fold.ts'
import { scanWords } from '../words/scan-words.ts'
import { signedWord, type Word, wordPieces, wordsIn } from '../words/words-in.ts'
import { type Concept, matter } from './concepts.ts'

/** Which concept of the query a term counts for, how much, and the other terms that the text must hold too. */
interface Use {
  readonly concept: number
  readonly worth: number
  readonly needs: readonly string[]
}

/** Says how well pieces of text answer the concepts of a query, and where. */
export class Matcher {
  readonly index: SearchIndex
  readonly concepts: readonly Concept[]
  /** The stop words of the query, which tell `on policy` from `off policy`. */
  readonly smallWords: ReadonlySet<string>
  readonly isSmall: (word: string) => boolean
  readonly #uses = new Map<string, Use[]>()
  /** The words of the vault that stand for anything in the query, with their terms: only these are looked for in texts. */
  readonly #termOf: ReadonlyMap<string, string>
  readonly #wanted: readonly string[]
  readonly #singles: boolean
  readonly #total: number
  /** The terms of each word that the texts read so far hold, by the word as it is written. */
  readonly #counting = new Map<string, readonly string[]>()

  constructor(
    index: SearchIndex,
    concepts: readonly Concept[],
    small: { readonly words: ReadonlySet<string>; readonly isSmall: (word: string) => boolean },
  ) {
    this.index = index
    this.concepts = concepts
    this.smallWords = small.words
    this.isSmall = small.isSmall
    this.#total = concepts.reduce((sum, concept) => sum + concept.matter, 0)
    for (const [concept, { matter: most, alternatives }] of concepts.entries())
      for (const { terms, weight } of alternatives) {
        const worth = weight * Math.min(1, Math.min(...terms.map((term) => matter(index, term))) / most)
        for (const [at, term] of terms.entries())
          if (at === 0)
            this.#uses.set(term, [...(this.#uses.get(term) ?? []), { concept, worth, needs: terms.slice(1) }])
          else if (!this.#uses.has(term)) this.#uses.set(term, [])
      }
    this.#termOf = index.wordsOf(new Set(this.#uses.keys()))
    this.#wanted = [...this.#termOf.keys()]
    this.#singles = [...this.#uses.keys()].some((term) => [...term].length === 1)
  }

  /** The terms of a text that count, each once. */
  termsIn(text: string): ReadonlySet<string> {
    const terms = new Set<string>()
    if (!this.#mayHold(text)) return terms
    const add = (word: Word): void => {
      for (const term of this.#termsOf(word)) terms.add(term)
    }
    scanWords(
      text,
      { from: 0, to: text.length, kind: 'markdown' },
      {
        word: (_text, start, end) => {
          for (const term of this.#termsOfWritten(text.slice(start, end))) terms.add(term)
        },
        signed: (_text, start, end) => {
          add(signedWord(text, start, end))
        },
        run: (_text, start, end) => {
          for (const piece of wordPieces(text, start, end)) add(piece)
        },
      },
    )
    return terms
  }

  /** Where words of a text answer the query (UTF-16 ranges, in order, apart from each other). */
  rangesIn(text: string): readonly (readonly [number, number])[] {
    const ranges: [number, number][] = []
    for (const word of wordsIn(text)) {
      if (this.isSmall(word.text) || !this.#termsOf(word).some((term) => this.#uses.has(term))) continue
      const last = ranges.at(-1)
      if (last !== undefined && word.start < last[1]) last[1] = Math.max(last[1], word.end)
      else ranges.push([word.start, word.end])
    }
    return ranges
  }

  /** How much of the query a text says, 0 to 1. */
  shareOf(text: string): number {
    return this.share(this.values(this.termsIn(text)))
  }

  /** For each concept how well some terms answer it, 0 to 1. */
  values(terms: ReadonlySet<string>): Float64Array {
    const values = new Float64Array(this.concepts.length)
    for (const term of terms)
      for (const { concept, worth, needs } of this.#uses.get(term) ?? [])
        if (worth > (values[concept] ?? 0) && needs.every((need) => terms.has(need))) values[concept] = worth
    return values
  }

  /** The share of the query that is answered, 0 to 1, when each concept is answered as well as `values` says. */
  share(values: Float64Array): number {
    let sum = 0
    for (const [at, { matter: weight }] of this.concepts.entries()) sum += weight * (values[at] ?? 0)
    return this.#total > 0 ? sum / this.#total : 0
  }

  /** The largest share of the query that one short passage of a text answers, 0 to 1; only the beginning of the text is read. */
  nearness(text: string, from: number): number {
    const found = this.#wordsThatCount(text, from)
    let best = 0
    let last = 0
    for (const [first, { at }] of found.entries()) {
      const before = last
      while (last < found.length && (found[last]?.at ?? 0) < at + placeSize) last++
      // A passage that ends at the same word as the one before holds no further word.
      if (last === before) continue
      const terms = new Set(found.slice(first, last).flatMap((one) => one.terms))
      best = Math.max(best, this.share(this.values(terms)))
    }
    return best
  }

  /** The words of a text that answer a concept of the query, alone or with others: their terms, and each one's place among the words of the text. */
  #wordsThatCount(text: string, from: number): readonly { readonly at: number; readonly terms: readonly string[] }[] {
    const found: { at: number; terms: readonly string[] }[] = []
    let at = 0
    const take = (word: string): void => {
      const terms = this.#termsOfWritten(word)
      if (terms.length > 0) found.push({ at, terms })
      at++
    }
    scanWords(
      text,
      { from, to: Math.min(text.length, from + lookedAt), kind: 'markdown' },
      {
        word: (_text, start, end) => {
          take(text.slice(start, end))
        },
        signed: () => undefined,
        run: (_text, start, end) => {
          for (const piece of wordsIn(text.slice(start, end))) take(piece.text)
        },
      },
    )
    return found
  }

  /** How well a single term stands for any concept, 0 to 1. */
  worthOf(term: string): number {
    return (this.#uses.get(term) ?? []).reduce((best, { worth }) => Math.max(best, worth), 0)
  }

  /** Whether a text may hold a word that counts. In ASCII, where folding only makes letters small, it would stand there as it is. */
  #mayHold(text: string): boolean {
    if (this.#wanted.length > mostWanted || !isAscii(text)) return true
    const folded = text.toLowerCase()
    return this.#wanted.some((word) => folded.includes(word))
  }

  /** The terms of one word as it is written, or of one piece of a run. */
  #termsOfWritten(word: string): readonly string[] {
    let terms = this.#counting.get(word)
    if (terms === undefined) {
      terms = wordsIn(word, 'markdown').flatMap((one) => this.#termsOf(one))
      this.#counting.set(word, terms)
    }
    return terms
  }

  #termsOf({ text, parts, kind }: Word): readonly string[] {
    const pieces = this.#singles && kind === 'piece' ? [...text] : parts
    return [text, ...pieces].flatMap((word) => this.#termOf.get(word) ?? [])
  }
}

/** How many words a text is searched for before it is read word by word; to search for more takes longer than to read. */
const mostWanted = 64

/** How many words a passage spans, and how much of a text is read, in UTF-16 units. */
const placeSize = 8
const lookedAt = 20_000
