import { fieldWeights, lengthPenalty, saturation, searchFields } from '../fields.ts'
import { languages } from '../words/languages.ts'
import { type FoundLanguages, languagesOf } from './language-of-notes.ts'
import { fieldOf, type NoteRows, timesOf, wordOf } from './note-rows.ts'
import type { SearchIndex } from './search-index.ts'
import { letterMask, type Postings, type Segment } from './segment.ts'

/** The counted words of notes and the names of the notes. Making a segment uses them up. */
export interface SegmentParts {
  readonly rows: NoteRows
  /** What notes are called, as `nameOf` gives it. */
  readonly names: readonly number[]
  readonly shortForms: Segment['shortForms']
  /** The index that this segment is added to: mean lengths and stems are taken from there, so that scores of both can be compared. */
  readonly older?: Pick<SearchIndex, 'layers' | 'languages' | 'keptTerms'> | undefined
}

/** The most notes of a segment: a hash of 32 bits and the number of a note are one exact number. */
const mostNotes = 2 ** 21

/** A name of a note as one number, which rises with the hash of the name and then with the note. */
export function nameOf(hash: number, note: number): number {
  return hash * mostNotes + note
}

/** Turns counted words, note by note, into posting lists, term by term. Takes time in proportion to the number of counts. */
export function makeSegment({ rows, names, shortForms, older }: SegmentParts): Segment {
  const found = languagesOf(rows, older?.languages[0])
  const means = older?.layers[0]?.segment.means ?? meanLengths(rows)
  const { words, terms, termOf } = termsOf(rows, found, older)
  const sorted = Float64Array.from(names).sort()
  return {
    size: rows.rows,
    words: words.map(({ text }) => text),
    wordTerms: Uint32Array.from(words, ({ number }) => termOf[number] ?? 0),
    wordMasks: Uint32Array.from(words, ({ text }) => letterMask(text)),
    wordLengths: Uint8Array.from(words, ({ text }) => Math.min(255, text.length)),
    terms,
    ...postingsOf(rows, { found, means, slots: slotsOf(termOf, terms.length) }),
    nameHashes: Uint32Array.from(sorted, (name) => Math.floor(name / mostNotes)),
    nameNotes: Uint32Array.from(sorted, (name) => name % mostNotes),
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
 * The mean length of each field, rounded to a power of the square root of two. The weight of every posting depends on it; rounded, it stays
 * the same when a few notes change, so that older weights stay right.
 */
function meanLengths(rows: NoteRows): readonly number[] {
  return searchFields.map((_name, field) => {
    let [sum, holding] = [0, 0]
    for (let row = 0; row < rows.rows; row++) {
      const length = rows.lengthOf(row, field)
      sum += length
      if (length > 0) holding++
    }
    return holding > 0 ? 2 ** (Math.round(2 * Math.log2(sum / holding)) / 2) : 1
  })
}

interface Terms {
  readonly words: readonly { readonly text: string; readonly number: number }[]
  readonly terms: readonly string[]
  /** For the number of each word in the rows, the place of its term among `terms`. */
  readonly termOf: Uint32Array
}

/**
 * Terms numbered in the order in which the notes first use them: common ones get low numbers, so that their counts lie together in memory.
 */
interface Slots {
  /** The slot of each word's term. */
  readonly ofWord: Uint32Array
  /** The place of the term of each slot. */
  readonly places: Uint32Array
}

function slotsOf(termOf: Uint32Array, terms: number): Slots {
  const ofPlace = new Int32Array(terms).fill(-1)
  const [ofWord, places] = [new Uint32Array(termOf.length), new Uint32Array(terms)]
  let used = 0
  for (const [word, place] of termOf.entries()) {
    if (ofPlace[place] === -1) {
      ofPlace[place] = used
      places[used++] = place
    }
    ofWord[word] = ofPlace[place] ?? 0
  }
  return { ofWord, places }
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
  readonly slots: Slots
}

/** BM25F: the counts of a term in the fields of a note, each against the field's length, weighed, added, then saturated. */
function postingsOf(rows: NoteRows, weighing: Weighing): Pick<Segment, 'starts' | 'postings'> {
  const stopped = stoppedIn(rows, weighing.found)
  const { places } = weighing.slots
  const starts = startsOf(rows, weighing, stopped)
  const next = Uint32Array.from(places, (place) => starts[place] ?? 0)
  const size = starts.at(-1) ?? 0
  const [notes, weights, fields] = [new Uint32Array(size), new Uint16Array(size), new Uint8Array(size)]
  const tally = new RowTally(rows, weighing)
  for (let row = 0; row < rows.rows; row++) {
    tally.weigh(row, stopped(row), (slot, amount, mask) => {
      const at = next[slot] ?? 0
      next[slot] = at + 1
      notes[at] = row
      weights[at] = Math.round((65_535 * amount) / (saturation + amount))
      fields[at] = mask
    })
    rows.letGo(row)
  }
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
    const { length } = weighing.slots.places
    this.#amounts = new Float64Array(length)
    this.#masks = new Uint8Array(length)
    this.#touched = new Uint32Array(length)
  }

  /** Tells of each term of a row by its slot, with its weighed amount and the fields that hold it. */
  weigh(row: number, stops: Uint8Array, tell: (slot: number, amount: number, mask: number) => void): void {
    const [amounts, masks, touched] = [this.#amounts, this.#masks, this.#touched]
    const { ofWord } = this.#weighing.slots
    this.#setFactors(row)
    const numbers = this.#rows.row(row)
    let count = 0
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] ?? 0
      const word = wordOf(number)
      const field = fieldOf(number)
      if (field >= behindNames && stops[word] === 1) continue
      const slot = ofWord[word] ?? 0
      if (masks[slot] === 0) touched[count++] = slot
      masks[slot] = (masks[slot] ?? 0) | (1 << field)
      amounts[slot] = (amounts[slot] ?? 0) + timesOf(number) * (this.#factors[field] ?? 0)
    }
    for (let at = 0; at < count; at++) {
      const slot = touched[at] ?? 0
      tell(slot, amounts[slot] ?? 0, masks[slot] ?? 0)
      amounts[slot] = masks[slot] = 0
    }
  }

  #setFactors(row: number): void {
    for (const [field, name] of searchFields.entries()) {
      const share = this.#rows.lengthOf(row, field) / (this.#weighing.means[field] ?? 1)
      this.#factors[field] = fieldWeights[name] / (1 - lengthPenalty + lengthPenalty * share)
    }
  }
}

/** Where the postings of each term start, by its place, so that each list can be filled in place. */
function startsOf(rows: NoteRows, { slots }: Weighing, stopped: (row: number) => Uint8Array): Uint32Array {
  const { ofWord, places } = slots
  const spreads = new Uint32Array(places.length)
  const last = new Int32Array(places.length).fill(-1)
  for (let row = 0; row < rows.rows; row++) {
    const stops = stopped(row)
    const numbers = rows.row(row)
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] ?? 0
      const word = wordOf(number)
      const slot = ofWord[word] ?? 0
      if (last[slot] === row || (fieldOf(number) >= behindNames && stops[word] === 1)) continue
      last[slot] = row
      spreads[slot] = (spreads[slot] ?? 0) + 1
    }
  }
  const starts = new Uint32Array(places.length + 1)
  for (let slot = 0; slot < places.length; slot++) starts[(places[slot] ?? 0) + 1] = spreads[slot] ?? 0
  for (let place = 0; place < places.length; place++)
    starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0)
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
