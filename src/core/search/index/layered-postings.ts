import type { WordTables } from './search-index-data.ts'

/** Postings of one term: parallel arrays, note numbers rising. */
export interface Postings {
  readonly notes: Uint32Array
  readonly weights: Uint16Array
  readonly fields: Uint16Array
}

/** Joins the postings of an older index with those of the notes that changed since. */
export class LayeredPostings {
  /** The present number of each older note; -1, or nothing at the end, for one that is gone or changed. */
  readonly #numberNow: Int32Array
  /** The numbers of changed and new notes, rising, where all others have the numbers they had. */
  readonly #changed: readonly number[] | undefined
  readonly #size: number

  /** `origins` as in `SearchOverlay`. */
  constructor(origins: Int32Array) {
    this.#size = origins.length
    this.#numberNow = inverseOf(origins)
    const isSame = origins.every((origin, number) => origin < 0 || origin === number)
    this.#changed = isSame ? [...origins.keys()].filter((number) => (origins[number] ?? 0) < 0) : undefined
  }

  /** The postings of the notes as they are, by their present numbers. */
  merge(older: Postings, later: Postings | undefined): Postings {
    const { length } = older.notes
    // A long list with few changes is copied run by run, or not at all; a short one is gone through.
    if (this.#changed !== undefined && length > 8 * this.#changed.length)
      return replaceNotes(older, this.#changed, later, this.#size)
    const live = livePostings(older, this.#numberNow)
    return later === undefined ? live : mergePostings(live, later)
  }
}

/** Postings with those of some notes in the place of what they had, and none from a number on. */
function replaceNotes(older: Postings, changed: readonly number[], later: Postings | undefined, end: number): Postings {
  const last = firstNotBefore(older.notes, end, 0)
  const merged = emptyPostings(last + (later?.notes.length ?? 0))
  let [from, size, next] = [0, 0, 0]
  const copyTo = (to: number): void => {
    size = put(merged, size, slice(older, from, to))
    from = to
  }
  for (const number of changed) {
    const at = firstNotBefore(older.notes, number, from)
    const isNew = later?.notes[next] === number
    if (!isNew && older.notes[at] !== number) continue
    copyTo(Math.min(at, last))
    if (older.notes[at] === number) from = at + 1
    if (later !== undefined && isNew) size = put(merged, size, slice(later, next, ++next))
  }
  if (from === 0 && size === 0 && last === older.notes.length) return older
  copyTo(last)
  return slice(merged, 0, size)
}

/** Copies postings to a place among others; gives the place behind them. */
function put(into: Postings, at: number, { notes, weights, fields }: Postings): number {
  into.notes.set(notes, at)
  into.weights.set(weights, at)
  into.fields.set(fields, at)
  return at + notes.length
}

function slice({ notes, weights, fields }: Postings, from: number, to: number): Postings {
  return {
    notes: notes.subarray(from, to),
    weights: weights.subarray(from, to),
    fields: fields.subarray(from, to),
  }
}

/** The place of the first number, in rising ones from a place on, that is not before another. */
function firstNotBefore(rising: Uint32Array, number: number, from: number): number {
  let [low, high] = [from, rising.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rising[middle] ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}

function inverseOf(origins: Int32Array): Int32Array {
  const last = origins.reduce((most, origin) => Math.max(most, origin), -1)
  const numbers = new Int32Array(last + 1).fill(-1)
  for (let number = 0; number < origins.length; number++) {
    const origin = origins[number] ?? -1
    if (origin >= 0) numbers[origin] = number
  }
  return numbers
}

/** The postings of a term, in place. */
export function postingsOf({ starts, notes, weights, fields }: WordTables, term: number): Postings {
  return slice({ notes, weights, fields }, starts[term] ?? 0, starts[term + 1] ?? 0)
}

/** The postings of notes that still stand, by their present numbers. */
function livePostings({ notes, weights, fields }: Postings, numberNow: Int32Array): Postings {
  const live = emptyPostings(notes.length)
  let size = 0
  for (let at = 0; at < notes.length; at++) {
    const number = numberNow[notes[at] ?? 0] ?? -1
    if (number < 0) continue
    live.notes[size] = number
    live.weights[size] = weights[at] ?? 0
    live.fields[size++] = fields[at] ?? 0
  }
  return slice(live, 0, size)
}

/** Two lists of postings as one; no note is in both. */
function mergePostings(one: Postings, other: Postings): Postings {
  const size = one.notes.length + other.notes.length
  const merged = emptyPostings(size)
  for (let [at, first, second] = [0, 0, 0]; at < size; at++) {
    const fromOne = (one.notes[first] ?? Infinity) < (other.notes[second] ?? Infinity)
    const [from, place] = fromOne ? [one, first++] : [other, second++]
    merged.notes[at] = from.notes[place] ?? 0
    merged.weights[at] = from.weights[place] ?? 0
    merged.fields[at] = from.fields[place] ?? 0
  }
  return merged
}

function emptyPostings(size: number): Postings {
  return { notes: new Uint32Array(size), weights: new Uint16Array(size), fields: new Uint16Array(size) }
}
