import { ByteRows, RowReader, RowWriter } from './byte-rows.ts'
import { ofOlder, ofOwn } from './layered-looks.ts'
import { putNames, putPassages, putShown } from './look-rows.ts'
import type { FieldTerms, NoteTerms } from './note-terms.ts'
import { type SearchField, searchFields } from '../ranking/fields.ts'
import type { LookTables } from './search-index-data.ts'
import { type SortedWords, type Spreads, WordNumbers } from './word-numbers.ts'

/**
 * The words of documents as rows of numbers. A document is a note as search counts it: its own words by field, and what other
 * notes say of it, each citation a row of its own.
 */
export class DocumentRows {
  readonly words = new WordNumbers()
  /** The fields of each document: field, number of words, then each word with how often it occurs. */
  readonly fields = new ByteRows()
  /** The words of each citation, with how often they occur. */
  readonly citations = new ByteRows()
  /** What a closer look at each document needs. */
  readonly names = new ByteRows()
  readonly passages = new ByteRows()
  readonly shown = new ByteRows()
  readonly #row = new RowWriter()
  readonly #stem = (stem: string): number => this.words.stem(stem)

  /** Adds a document; gives its place. */
  add(fields: NoteTerms['fields']): number {
    for (const [field, name] of searchFields.entries()) {
      const terms = fields[name]
      if (terms === undefined || terms.words.length === 0) continue
      this.#row.put(field)
      this.#row.put(terms.words.length)
      this.#put(terms, stepsOf(field))
    }
    return this.fields.add(this.#row)
  }

  /** Adds what a closer look at the document last added needs. */
  look({ names, passages, shown }: NoteTerms['look']): void {
    this.#row.put(ofOwn)
    putNames(this.#row, names, this.#stem)
    this.names.add(this.#row)
    this.#row.put(ofOwn)
    putPassages(this.#row, passages, this.#stem)
    this.passages.add(this.#row)
    this.#row.put(ofOwn)
    putShown(this.#row, shown)
    this.shown.add(this.#row)
  }

  /** Adds looks as they were kept by an older index. */
  keepLook({ names, passages, shown }: LookBytes): void {
    for (const [rows, bytes] of [
      [this.names, names],
      [this.passages, passages],
      [this.shown, shown],
    ] as const) {
      this.#row.put(ofOlder)
      this.#row.putBytes(bytes.subarray(1))
      rows.add(this.#row)
    }
  }

  /** Adds what a note says of another; gives its place. */
  cite(terms: FieldTerms): number {
    this.#put(terms, 1)
    return this.citations.add(this.#row)
  }

  #put({ words, counts }: FieldTerms, steps: number): void {
    for (const [at, word] of words.entries()) {
      this.#row.put(this.words.word(word))
      this.#row.put(Math.round((counts[at] ?? 0) * steps))
    }
  }
}

/** The rows of a look, as `LookTables` has them. */
export interface LookBytes {
  readonly names: Uint8Array
  readonly passages: Uint8Array
  readonly shown: Uint8Array
}

/** The looks of documents, in place. */
export function looksOf({ names, passages, shown }: DocumentRows, { termPlaces, otherTerms }: SortedWords): LookTables {
  return {
    names: (document) => names.at(document),
    passages: (document) => passages.at(document),
    shown: (document) => shown.at(document),
    stemPlaces: termPlaces,
    otherStems: otherTerms,
  }
}

/** Documents with what is said of each. */
export interface Documents {
  readonly rows: DocumentRows
  /** The note of each document, rising. */
  readonly numbers: ArrayLike<number>
  /** The citations that are about a document, by their places. */
  readonly citedOf: (document: number) => Iterable<number>
}

const [acronym, cited] = [searchFields.indexOf('acronym'), searchFields.indexOf('cited')]

/** Acronyms are counted in hundredths. */
function stepsOf(field: number): number {
  return field === acronym ? 100 : 1
}

/** Told of a word of a field, by its number, and how much of it there is. */
export type CountVisitor = (field: number, word: number, amount: number) => void

/** Tells of all words of a document, field by field in the order of `searchFields`. */
export function eachCount({ rows, citedOf }: Documents, document: number, visit: CountVisitor): void {
  const own = new RowReader(rows.fields.at(document))
  let citedIsDue = true
  const tellCited = (): void => {
    citedIsDue = false
    for (const place of citedOf(document)) {
      const reader = new RowReader(rows.citations.at(place))
      while (reader.more) visit(cited, reader.next(), reader.next())
    }
  }
  while (own.more) {
    const field = own.next()
    if (citedIsDue && field > cited) tellCited()
    const steps = stepsOf(field)
    for (let left = own.next(); left > 0; left--) visit(field, own.next(), own.next() / steps)
  }
  if (citedIsDue) tellCited()
}

/** The fields of a row that `DocumentRows` wrote; `textOf` gives a word by its number. */
export function readFields(bytes: Uint8Array, textOf: (word: number) => string): NoteTerms['fields'] {
  const fields: Partial<Record<SearchField, FieldTerms>> = {}
  const reader = new RowReader(bytes)
  while (reader.more) {
    const field = reader.next()
    const steps = stepsOf(field)
    const [words, counts]: [string[], number[]] = [[], []]
    for (let left = reader.next(); left > 0; left--) {
      words.push(textOf(reader.next()))
      counts.push(reader.next() / steps)
    }
    const name = searchFields[field]
    if (name !== undefined) fields[name] = { words, counts }
  }
  return fields
}

/** What a row says that `DocumentRows` wrote of a citation. */
export function readCitation(bytes: Uint8Array, textOf: (word: number) => string): FieldTerms {
  const [words, counts]: [string[], number[]] = [[], []]
  for (const reader = new RowReader(bytes); reader.more;) {
    words.push(textOf(reader.next()))
    counts.push(reader.next())
  }
  return { words, counts }
}

/** In how many documents each word and each stem stands. */
export function spreadsOf(documents: Documents): Spreads {
  const { words } = documents.rows
  const spreads = { words: new Uint32Array(words.size), stems: new Uint32Array(words.stems) }
  const last = { words: new Uint32Array(words.size), stems: new Uint32Array(words.stems) }
  let now = 0
  const visit: CountVisitor = (_field, word) => {
    if (last.words[word] === now) return
    last.words[word] = now
    spreads.words[word] = (spreads.words[word] ?? 0) + 1
    const stem = words.stemOf(word)
    if (last.stems[stem] === now) return
    last.stems[stem] = now
    spreads.stems[stem] = (spreads.stems[stem] ?? 0) + 1
  }
  for (let document = 0; document < documents.numbers.length; document++) {
    now = document + 1
    eachCount(documents, document, visit)
  }
  return spreads
}

/** The length of each field of each document in hundredths of a word, in the order of `searchFields`; 0 for a field it lacks. */
export function fieldLengths(documents: Documents): Uint32Array {
  const lengths = new Uint32Array(documents.numbers.length * searchFields.length)
  const sums = new Float64Array(searchFields.length)
  const visit: CountVisitor = (field, _word, amount) => {
    sums[field] = (sums[field] ?? 0) + amount
  }
  for (let document = 0; document < documents.numbers.length; document++) {
    sums.fill(0)
    eachCount(documents, document, visit)
    for (const [at, sum] of sums.entries()) lengths[document * searchFields.length + at] = Math.round(100 * sum)
  }
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
