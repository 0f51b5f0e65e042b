import { type CountVisitor, type Documents, eachCount } from './search-documents.ts'
import { fieldBit } from './search-index.ts'
import { letterMask, type WordTables } from './search-index-data.ts'
import { fieldWeights, saturation, searchFields } from '../ranking/fields.ts'
import type { SortedWords, Spreads } from './word-numbers.ts'

/** Documents to be weighed. */
export interface WeighedDocuments {
  readonly documents: Documents
  /** As `fieldLengths` gives them. */
  readonly lengths: Uint32Array
  readonly spreads: Spreads
  /** The mean lengths of the fields. */
  readonly means: readonly number[]
}

/** Lists the words of documents and weighs their terms; `kept` says which words are listed. */
export function tablesOf(
  weighed: WeighedDocuments,
  sorted: SortedWords,
  kept: (word: string) => boolean = () => true,
): WordTables {
  const words = sorted.words.filter(kept)
  return {
    words,
    wordTerms: Uint32Array.from(words, sorted.termOf),
    wordMasks: Uint32Array.from(words, letterMask),
    wordLengths: Uint8Array.from(words, ({ length }) => Math.min(255, length)),
    terms: sorted.terms,
    ...postingTables(weighed, sorted),
  }
}

/** BM25F: the counts of a term in the fields of a note, each against the field's length, weighed, added, then saturated. */
function postingTables(
  weighed: WeighedDocuments,
  { terms, termPlaces: places }: SortedWords,
): Pick<WordTables, 'starts' | 'notes' | 'weights' | 'fields'> {
  const { documents, spreads } = weighed
  const starts = startsOf(terms.length, spreads.stems, places)
  const next = starts.slice()
  const size = starts[terms.length] ?? 0
  const [notes, weights, fields] = [new Uint32Array(size), new Uint16Array(size), new Uint16Array(size)]
  const weigher = new Weigher(weighed)
  for (let document = 0; document < documents.numbers.length; document++) {
    const number = documents.numbers[document] ?? 0
    weigher.weigh(document, (term, amount, mask) => {
      const place = places[term] ?? 0
      const at = next[place] ?? 0
      next[place] = at + 1
      notes[at] = number
      weights[at] = Math.round((65_535 * amount) / (saturation + amount))
      fields[at] = mask
    })
  }
  return { starts, notes, weights, fields }
}

/** Where the postings of each term start, so that each list can be filled in place. */
function startsOf(terms: number, spreads: Uint32Array, places: Uint32Array): Uint32Array {
  const starts = new Uint32Array(terms + 1)
  for (const [stem, spread] of spreads.entries()) if (spread > 0) starts[(places[stem] ?? 0) + 1] = spread
  for (let term = 0; term < terms; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0)
  return starts
}

/** Weighs the terms of documents, one document after the other, in the same few arrays. */
class Weigher {
  readonly #weighed: WeighedDocuments
  readonly #amounts: Float64Array
  readonly #masks: Uint16Array
  readonly #times: Float64Array
  #terms: number[] = []
  #inField: number[] = []
  #document = 0
  #field = -1

  constructor(weighed: WeighedDocuments) {
    this.#weighed = weighed
    const { stems } = weighed.documents.rows.words
    this.#amounts = new Float64Array(stems)
    this.#masks = new Uint16Array(stems)
    this.#times = new Float64Array(stems)
  }

  /** Tells of each term of a document, with its weighed amount and the fields that hold it. */
  weigh(document: number, tell: (term: number, amount: number, mask: number) => void): void {
    const { documents } = this.#weighed
    this.#document = document
    eachCount(documents, document, this.#count)
    this.#endField(-1)
    for (const term of this.#terms) {
      tell(term, this.#amounts[term] ?? 0, this.#masks[term] ?? 0)
      this.#masks[term] = 0
    }
    this.#terms = []
  }

  readonly #count: CountVisitor = (field, word, amount) => {
    if (field !== this.#field) this.#endField(field)
    const term = this.#weighed.documents.rows.words.stemOf(word)
    const before = this.#times[term] ?? 0
    if (before === 0) this.#inField.push(term)
    this.#times[term] = before + amount
  }

  /** Adds what a field says to the amounts, and begins another. */
  #endField(next: number): void {
    const name = searchFields[this.#field]
    this.#field = next
    if (name === undefined) return
    const { weight, norm } = this.#weightOf(name)
    for (const term of this.#inField) {
      const amount = weight * Math.log2(1 + (this.#times[term] ?? 0) / norm)
      const mask = this.#masks[term] ?? 0
      if (mask === 0) this.#terms.push(term)
      this.#amounts[term] = mask === 0 ? amount : (this.#amounts[term] ?? 0) + amount
      this.#masks[term] = mask | fieldBit(name)
      this.#times[term] = 0
    }
    this.#inField = []
  }

  #weightOf(name: keyof typeof fieldWeights): { readonly weight: number; readonly norm: number } {
    const { weight, lengthPenalty } = fieldWeights[name]
    const field = searchFields.indexOf(name)
    const length = (this.#weighed.lengths[this.#document * searchFields.length + field] ?? 0) / 100
    return { weight, norm: 1 - lengthPenalty + (lengthPenalty * length) / (this.#weighed.means[field] ?? 1) }
  }
}
