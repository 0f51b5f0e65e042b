import { fieldWeights, lengthPenalty, saturation, searchFields } from '../fields.ts'
import { languages } from '../words/languages.ts'
import { type FoundLanguages, languagesOf } from './language-of-notes.ts'
import { fieldOf, type NoteRows, timesOf, wordOf } from './note-rows.ts'
import type { SearchIndex } from './search-index.ts'
import { letterMask, type Postings, type Segment } from './segment.ts'

/** What a segment is made of: the counted words of notes, and what notes are called. */
export interface SegmentParts {
  readonly rows: NoteRows
  readonly names: readonly (readonly [hash: number, note: number])[]
  readonly shortForms: Segment['shortForms']
  /** The index that this segment is added to: mean lengths and stems are taken from there, so that scores of both can be compared. */
  readonly older?: Pick<SearchIndex, 'layers' | 'languages' | 'keptTerms'> | undefined
}

/** Turns counted words, note by note, into posting lists, term by term. Takes time in proportion to the number of counts. */
export function makeSegment({ rows, names, shortForms, older }: SegmentParts): Segment {
  const found = languagesOf(rows, older?.languages[0])
  const means = older?.layers[0]?.segment.means ?? meanLengths(rows)
  const { words, terms, termOf } = termsOf(rows, found, older)
  const sorted = [...names].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return {
    size: rows.rows,
    words: words.map(({ text }) => text),
    wordTerms: Uint32Array.from(words, ({ number }) => termOf[number] ?? 0),
    wordMasks: Uint32Array.from(words, ({ text }) => letterMask(text)),
    wordLengths: Uint8Array.from(words, ({ text }) => Math.min(255, text.length)),
    terms,
    ...postingsOf(rows, { found, means, termOf, terms: terms.length }),
    nameHashes: Uint32Array.from(sorted, ([hash]) => hash),
    nameNotes: Uint32Array.from(sorted, ([, note]) => note),
    shortForms,
    means,
    languages: commonest(found),
  }
}

function commonest({ ofRow, codes }: FoundLanguages): readonly string[] {
  const counts = new Map<string, number>()
  for (const place of ofRow) counts.set(codes[place] ?? '', (counts.get(codes[place] ?? '') ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code)
}

/**
 * The mean length of each field, to the nearest power of the square root of two: fields are held to it only roughly, and so
 * it stays the same when a few notes change, and with it what all other notes weigh.
 */
function meanLengths(rows: NoteRows): readonly number[] {
  return searchFields.map((_name, field) => {
    let [sum, holding] = [0, 0]
    for (let row = 0; row < rows.rows; row++) {
      const length = rows.lengthOf(row, field)
      sum += length
      if (length > 0) holding++
    }
    return holding > 0 && sum > 0 ? 2 ** (Math.round(2 * Math.log2(sum / holding)) / 2) : 1
  })
}

interface Terms {
  readonly words: readonly { readonly text: string; readonly number: number }[]
  readonly terms: readonly string[]
  /** The place of each word's term among `terms`, by the number that the rows have for the word. */
  readonly termOf: Uint32Array
}

function termsOf(rows: NoteRows, { codes, ofWord }: FoundLanguages, older: SegmentParts['older']): Terms {
  const short = rows.shortForms()
  const texts = rows.table.words
  const words = texts.map((text, number) => ({ text, number })).sort((a, b) => (a.text < b.text ? -1 : 1))
  const kept = older?.keptTerms(words.map(({ text }) => text)) ?? []
  const stems: string[] = []
  for (const [at, { text, number }] of words.entries())
    stems[number] =
      kept[at] ?? (short.has(number) ? text : (languages.get(codes[ofWord[number] ?? 0] ?? '')?.stem(text) ?? text))
  const terms = [...new Set(stems)].sort()
  const places = new Map(terms.map((term, place) => [term, place]))
  return { words, terms, termOf: Uint32Array.from(stems, (stem) => places.get(stem) ?? 0) }
}

interface Weighing {
  readonly found: FoundLanguages
  readonly means: readonly number[]
  readonly termOf: Uint32Array
  readonly terms: number
}

/** BM25F: the counts of a term in the fields of a note, each against the field's length, weighed, added, then saturated. */
function postingsOf(rows: NoteRows, weighing: Weighing): Pick<Segment, 'starts' | 'postings'> {
  const stopped = stoppedIn(rows, weighing.found)
  const starts = startsOf(rows, weighing, stopped)
  const next = starts.slice()
  const size = starts[weighing.terms] ?? 0
  const [notes, weights, fields] = [new Uint32Array(size), new Uint16Array(size), new Uint8Array(size)]
  const tally = new RowTally(rows, weighing)
  for (let row = 0; row < rows.rows; row++)
    tally.weigh(row, stopped(row), (term, amount, mask) => {
      const at = next[term] ?? 0
      next[term] = at + 1
      notes[at] = row
      weights[at] = Math.round((65_535 * amount) / (saturation + amount))
      fields[at] = mask
    })
  const postings = (from: number, to: number): Postings => ({
    notes: notes.subarray(from, to),
    weights: weights.subarray(from, to),
    fields: fields.subarray(from, to),
  })
  return { starts, postings }
}

/** Weighs the terms of rows, one row after the other, in the same few arrays. */
class RowTally {
  readonly #rows: NoteRows
  readonly #weighing: Weighing
  readonly #amounts: Float64Array
  readonly #masks: Uint8Array
  readonly #touched: Uint32Array
  readonly #factors = new Float64Array(searchFields.length)

  constructor(rows: NoteRows, weighing: Weighing) {
    this.#rows = rows
    this.#weighing = weighing
    this.#amounts = new Float64Array(weighing.terms)
    this.#masks = new Uint8Array(weighing.terms)
    this.#touched = new Uint32Array(weighing.terms)
  }

  /** Tells of each term of a row, with its weighed amount and the fields that hold it. */
  weigh(row: number, stops: Uint8Array, tell: (term: number, amount: number, mask: number) => void): void {
    const [amounts, masks, touched] = [this.#amounts, this.#masks, this.#touched]
    const { termOf } = this.#weighing
    this.#setFactors(row)
    let count = 0
    for (const number of this.#rows.row(row)) {
      const [word, field] = [wordOf(number), fieldOf(number)]
      if (field >= behindNames && stops[word] === 1) continue
      const term = termOf[word] ?? 0
      if (masks[term] === 0) touched[count++] = term
      masks[term] = (masks[term] ?? 0) | (1 << field)
      amounts[term] = (amounts[term] ?? 0) + timesOf(number) * (this.#factors[field] ?? 0)
    }
    for (const term of touched.subarray(0, count)) {
      tell(term, amounts[term] ?? 0, masks[term] ?? 0)
      amounts[term] = masks[term] = 0
    }
  }

  #setFactors(row: number): void {
    for (const [field, name] of searchFields.entries()) {
      const share = this.#rows.lengthOf(row, field) / (this.#weighing.means[field] ?? 1)
      this.#factors[field] = fieldWeights[name] / (1 - lengthPenalty + lengthPenalty * share)
    }
  }
}

/** Where the postings of each term start, so that each list can be filled in place. */
function startsOf(rows: NoteRows, { termOf, terms }: Weighing, stopped: (row: number) => Uint8Array): Uint32Array {
  const starts = new Uint32Array(terms + 1)
  const last = new Int32Array(terms).fill(-1)
  for (let row = 0; row < rows.rows; row++) {
    const stops = stopped(row)
    for (const number of rows.row(row)) {
      const word = wordOf(number)
      const term = termOf[word] ?? 0
      if (last[term] === row || (fieldOf(number) >= behindNames && stops[word] === 1)) continue
      last[term] = row
      starts[term + 1] = (starts[term + 1] ?? 0) + 1
    }
  }
  for (let term = 0; term < terms; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0)
  return starts
}

/** The first field that is no name of the note: in it and those after it stop words of the note's language do not count. */
const behindNames = 1 + searchFields.indexOf('acronym')

/** Which words are stop words in a row, 1 for each. */
function stoppedIn(rows: NoteRows, { codes, ofRow }: FoundLanguages): (row: number) => Uint8Array {
  const known = new Map<number, Uint8Array>()
  return (row) => {
    const language = ofRow[row] ?? 0
    const before = known.get(language)
    if (before !== undefined) return before
    const flags = new Uint8Array(rows.table.words.length)
    for (const stop of languages.get(codes[language] ?? '')?.stops ?? []) {
      const word = rows.table.find(stop)
      if (word !== undefined) flags[word] = 1
    }
    known.set(language, flags)
    return flags
  }
}
