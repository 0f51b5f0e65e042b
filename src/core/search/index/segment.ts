/** A sorted list of texts (by code unit) of which each is decoded only when it is asked for. Any sorted array of strings will do. */
export interface TextList {
  readonly length: number
  readonly at: (place: number) => string | undefined
}

/** Thrown when postings turn out to be damaged while a query reads them; the caller rebuilds the index. */
export class DamagedIndex extends Error {}

/** A posting list: the notes that hold a term, as three arrays with an element for each note. */
export interface Postings {
  /** The note of each posting, in rising order within a term. */
  readonly notes: Uint32Array
  /** How well the note answers the term, BM25F before idf: 0 to 65535 for 0 to 1. */
  readonly weights: Uint16Array
  /** The fields that hold the term: a bit each, in the order of `searchFields`. */
  readonly fields: Uint8Array
}

/** The words of some notes and where they stand, as plain data: texts and typed arrays, which a cache lays into one file. */
export interface Segment {
  /** How many notes it covers. */
  readonly size: number
  /** Every word, folded. */
  readonly words: TextList
  /** The term (stem) of each word. */
  readonly wordTerms: Uint32Array
  /** The letters of each word, as `letterMask` gives them, and its length up to 255: they rule out most words before edits are counted. */
  readonly wordMasks: Uint32Array
  readonly wordLengths: Uint8Array
  readonly terms: TextList
  /** Where the postings of each term start; one more than there are terms. */
  readonly starts: Uint32Array
  /** The postings from one place to before another; a cache reads them when they are asked for. */
  readonly postings: (from: number, to: number) => Postings
  /** The hashes of what notes are called, rising, and the note of each. */
  readonly nameHashes: Uint32Array
  readonly nameNotes: Uint32Array
  /** Short forms, each with the notes that explain it. */
  readonly shortForms: readonly ExplainedForm[]
  /** The mean length of each field, in the order of `searchFields`. */
  readonly means: readonly number[]
  /** The languages of the notes, the commonest first, by ISO 639-1 code. */
  readonly languages: readonly string[]
}

/** A short form, the words it stands for, and the numbers of the notes that say so. */
export type ExplainedForm = readonly [short: string, long: string, notes: readonly number[]]

/** The first place, from `from` on, whose text is not before `text`; it is found in few comparisons when it is near. */
export function firstFrom(sorted: TextList, text: string, from = 0): number {
  let [low, high] = [from, sorted.length]
  for (let step = 1; from > 0 && low + step < high; step *= 2)
    if ((sorted.at(low + step) ?? '') < text) low += step + 1
    else high = low + step
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted.at(middle) ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}

/** The place of a text; undefined when it is not among them. */
export function placeInList(sorted: TextList, text: string): number | undefined {
  const at = firstFrom(sorted, text)
  return at < sorted.length && sorted.at(at) === text ? at : undefined
}

/** The places, in each of two sorted lists, of the texts that both have; those of the shorter one are looked for in the other. */
export function* commonPlaces(a: TextList, b: TextList): Generator<readonly [inA: number, inB: number]> {
  const isShorter = a.length < b.length
  const [short, long] = isShorter ? [a, b] : [b, a]
  for (let place = 0; place < short.length; place++) {
    const found = placeInList(long, short.at(place) ?? '')
    if (found !== undefined) yield isShorter ? [place, found] : [found, place]
  }
}

/** The place of a note in the posting list from `from` to before `end`; most lists end before the note or begin after it. */
export function postingOf(notes: Uint32Array, note: number, from: number, end: number): number | undefined {
  if ((notes[from] ?? 0) > note || (notes[end - 1] ?? 0) < note) return undefined
  let [low, high] = [from, end]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((notes[middle] ?? 0) < note) low = middle + 1
    else high = middle
  }
  return low < end && notes[low] === note ? low : undefined
}

/** A bit for each letter a-z, one for digits, one for all others. */
export function letterMask(word: string): number {
  let mask = 0
  for (let index = 0; index < word.length; index++) {
    const unit = word.charCodeAt(index)
    const [letter, digit] = [unit - 97, unit - 48]
    mask |= 1 << (letter >= 0 && letter < 26 ? letter : digit >= 0 && digit < 10 ? 26 : 27)
  }
  return mask
}
