import { postingOf, type Postings, type Segment } from './segment.ts'

/** A segment, with the present number of each of its notes; -1 is a tombstone: the note is gone, or a later segment has its new text. */
export interface Layer {
  readonly segment: Segment
  /** Undefined as long as all notes have the numbers that they had when the segment was made. */
  readonly numbers?: Int32Array
}

/** A term of a note: how well the note answers it (0 to 1), and the fields that hold it. */
export interface NoteTerm {
  readonly term: string
  readonly weight: number
  readonly fields: number
}

/** The present number of a note of a layer; -1 for one that is gone. */
export function presentNumber(numbers: Int32Array | undefined, note: number): number {
  return numbers === undefined ? note : (numbers[note] ?? -1)
}

/** The terms that a note of a segment holds. */
export function termsOfNote(segment: Segment, note: number): readonly NoteTerm[] {
  const { starts, terms } = segment
  const { notes, weights, fields } = allPostings(segment)
  const found: NoteTerm[] = []
  for (let place = 0; place < terms.length; place++) {
    const at = postingOf(notes, note, starts[place] ?? 0, starts[place + 1] ?? 0)
    if (at !== undefined)
      found.push({ term: terms.at(place) ?? '', weight: (weights[at] ?? 0) / 65_535, fields: fields[at] ?? 0 })
  }
  return found
}

/** All postings of a segment, so that a long-running program reads them from the file only once. */
const wholes = new WeakMap<Segment, Postings>()

export function allPostings(segment: Segment): Postings {
  const whole = wholes.get(segment) ?? segment.postings(0, segment.starts.at(-1) ?? 0)
  wholes.set(segment, whole)
  return whole
}

/** How many notes hold each term of a layer, without those that have a tombstone. */
export function liveCounts({ segment, numbers }: Layer): Int32Array {
  const { starts } = segment
  const counts = Int32Array.from(
    { length: segment.terms.length },
    (_, place) => (starts[place + 1] ?? 0) - (starts[place] ?? 0),
  )
  if (numbers === undefined) return counts
  const { notes } = allPostings(segment)
  for (let place = 0; place < counts.length; place++)
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at++)
      if (presentNumber(numbers, notes[at] ?? 0) < 0) counts[place] = (counts[place] ?? 0) - 1
  return counts
}

/** Some postings of a segment, cut out of all of them where these were read already. */
function postingsAt(segment: Segment, from: number, to: number): Postings {
  const whole = wholes.get(segment)
  if (whole === undefined) return segment.postings(from, to)
  const { notes, weights, fields } = whole
  return { notes: notes.subarray(from, to), weights: weights.subarray(from, to), fields: fields.subarray(from, to) }
}

/** The posting list of a term in one segment, with the present numbers of the notes and without those that have a tombstone. */
export function inLayer({ segment, numbers }: Layer, place: number): Postings {
  const postings = postingsAt(segment, segment.starts[place] ?? 0, segment.starts[place + 1] ?? 0)
  if (numbers === undefined || postings.notes.every((note) => numbers[note] === note)) return postings
  const notes = Uint32Array.from(postings.notes, (note) => numbers[note] ?? -1)
  const isHere = (_: number, at: number): boolean => notes[at] !== gone
  return {
    notes: notes.filter(isHere),
    weights: postings.weights.filter(isHere),
    fields: postings.fields.filter(isHere),
  }
}

/** -1 as an unsigned number of 32 bits. */
const gone = 0xffff_ffff

/** Posting lists of one term as one list, that of each layer behind the one before. */
export function joinedPostings(parts: readonly Postings[]): Postings {
  const length = parts.reduce((sum, { notes }) => sum + notes.length, 0)
  const [notes, weights, fields] = [new Uint32Array(length), new Uint16Array(length), new Uint8Array(length)]
  let at = 0
  for (const part of parts) {
    notes.set(part.notes, at)
    weights.set(part.weights, at)
    fields.set(part.fields, at)
    at += part.notes.length
  }
  return { notes, weights, fields }
}
