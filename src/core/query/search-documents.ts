import type { FieldTerms, NoteTerms } from './note-terms.ts'
import { type SearchField, searchFields } from './search/fields.ts'
import { stemOf } from './search/stem.ts'

/** A note as search counts it: its own words, and what other notes say of it. */
export interface SearchDocument {
  readonly number: number
  readonly fields: NoteTerms['fields']
  readonly cited: readonly FieldTerms[]
}

/** How often each stem stands in a field; `length` is the sum. */
interface FieldCounts {
  readonly counts: Map<number, number>
  length: number
}

/** A document with its words counted. */
export interface CountedDocument {
  readonly number: number
  readonly fields: ReadonlyMap<SearchField, FieldCounts>
  /** The numbers of its words, each once. */
  readonly words: readonly number[]
}

/** Documents with their words counted, ready to be weighed. */
export interface CountedDocuments {
  readonly documents: readonly CountedDocument[]
  readonly words: WordNumbers
}

/** Counts the words of documents, whose numbers rise. */
export function countDocuments(documents: readonly SearchDocument[]): CountedDocuments {
  const words = new WordNumbers()
  return { documents: documents.map((document) => countDocument(document, words)), words }
}

/** Numbers words and their stems in the order in which they are met. */
class WordNumbers {
  readonly #stems = new Map<string, number>()
  readonly #words = new Map<string, number>()
  readonly #stemOfWord: number[] = []

  word(word: string): number {
    const known = this.#words.get(word)
    if (known !== undefined) return known
    const stem = stemOf(word)
    const number = this.#stems.get(stem) ?? this.#stems.size
    this.#stems.set(stem, number)
    this.#words.set(word, this.#stemOfWord.length)
    return this.#stemOfWord.push(number) - 1
  }

  has(word: string): boolean {
    return this.#words.has(word)
  }

  stemOf(word: number): number {
    return this.#stemOfWord[word] ?? 0
  }

  /** Words and stems sorted, with the sorted place of each stem's and each word's number. */
  sorted(): SortedWords {
    const [terms, words] = [[...this.#stems.keys()].sort(), [...this.#words.keys()].sort()]
    const [termPlaces, wordPlaces] = [new Uint32Array(terms.length), new Uint32Array(words.length)]
    for (const [place, term] of terms.entries()) termPlaces[this.#stems.get(term) ?? 0] = place
    for (const [place, word] of words.entries()) wordPlaces[this.#words.get(word) ?? 0] = place
    return { terms, words, termPlaces, wordPlaces, termOf: (word) => termPlaces[this.stemOf(this.word(word))] ?? 0 }
  }
}

interface SortedWords {
  readonly terms: readonly string[]
  readonly words: readonly string[]
  readonly termPlaces: Uint32Array
  readonly wordPlaces: Uint32Array
  readonly termOf: (word: string) => number
}

function countDocument({ number, fields, cited }: SearchDocument, words: WordNumbers): CountedDocument {
  const counted = new Map<SearchField, FieldCounts>()
  const met = new Set<number>()
  for (const field of searchFields) {
    const parts = field === 'cited' ? cited : fields[field] === undefined ? [] : [fields[field]]
    if (parts.length === 0) continue
    const into: FieldCounts = { counts: new Map(), length: 0 }
    for (const part of parts) addCounts(into, part, words, met)
    counted.set(field, into)
  }
  return { number, fields: counted, words: [...met] }
}

function addCounts(into: FieldCounts, { words: text, counts }: FieldTerms, words: WordNumbers, met: Set<number>): void {
  let at = 0
  for (const one of text.split(' ')) {
    const amount = counts[at++] ?? 0
    const word = words.word(one)
    const stem = words.stemOf(word)
    met.add(word)
    into.counts.set(stem, (into.counts.get(stem) ?? 0) + amount)
    into.length += amount
  }
}

/** The length of each field of each document in hundredths of a word, in the order of `searchFields`; 0 for a field it lacks. */
export function fieldLengths({ documents }: CountedDocuments): Uint32Array {
  const lengths = new Uint32Array(documents.length * searchFields.length)
  for (const [place, { fields }] of documents.entries())
    for (const [at, field] of searchFields.entries())
      lengths[place * searchFields.length + at] = Math.round(100 * (fields.get(field)?.length ?? 0))
  return lengths
}

/** Sums of the lengths of fields over notes that have them, in hundredths of a word: for each field its sum and those notes. */
export type LengthSums = readonly (readonly [sum: number, notes: number])[]

/** Adds up the rows of `lengths` at some places. */
export function sumLengths(lengths: Uint32Array, places: Iterable<number>): LengthSums {
  const sums = searchFields.map((): [number, number] => [0, 0])
  for (const place of places) {
    for (const [at, sum] of sums.entries()) {
      const length = lengths[place * searchFields.length + at] ?? 0
      sum[0] += length
      if (length > 0) sum[1]++
    }
  }
  return sums
}

/**
 * The mean length of each field, to the nearest power of the square root of two: fields are held to it only roughly, and so
 * it stays the same when a few notes change, and with it what all other notes weigh.
 */
export function meanLengths(sums: LengthSums): readonly number[] {
  return sums.map(([sum, notes]) => (sum > 0 ? 2 ** (Math.round(2 * Math.log2(sum / notes / 100)) / 2) : 1))
}
