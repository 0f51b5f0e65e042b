import type { Postings, Segment } from '../search/index/segment.ts'
import {
  packNumbers,
  fromBase64,
  frontCoded,
  bytesAsNumbers,
  smallNumbers,
  summed,
  listedTexts,
  toBase64,
  uncoded,
  unpackNumbers,
} from './compact-numbers.ts'
import { readRepeated, writeRepeated } from './repeated-numbers.ts'

/** A segment of a search index as JSON, without its postings: texts, and numbers as bytes in base64, small ones in few bytes. */
export interface SegmentData {
  readonly size: number
  /** Words in order, each as the count of letters it shares with the one before and its other letters. */
  readonly words: string
  readonly terms: string
  readonly wordTerms: string
  /** How many postings each term has. */
  readonly counts: string
  /** The first term of each piece of the postings. */
  readonly pieces: readonly number[]
  readonly nameHashes: string
  readonly nameNotes: string
  readonly shortForms: Segment['shortForms']
  readonly means: readonly number[]
  readonly languages: readonly string[]
}

/** The postings of some terms, which are read when one of them is asked for. */
export interface PostingsData {
  /** Of each posting the way from the note of the one before. */
  readonly notes: string
  readonly fields: string
  /** Of each posting the place of its weight among those that its note had in the same fields, and the weights that were new. */
  readonly places: string
  readonly weights: string
}

/** Writes a segment as JSON, its postings in so many pieces of about one size. */
export function encodeSegment(
  segment: Segment,
  pieceCount: number,
): { readonly segment: SegmentData; readonly postings: readonly PostingsData[] } {
  const { size, words, terms, wordTerms, starts, nameHashes, nameNotes, shortForms, means, languages } = segment
  const counts = Array.from(terms.length === 0 ? [] : starts.subarray(1), (end, term) => end - (starts[term] ?? 0))
  const pieces = firstTerms(starts, pieceCount)
  return {
    segment: {
      size,
      words: frontCoded(listedTexts(words)),
      terms: frontCoded(listedTexts(terms)),
      wordTerms: toBase64(smallNumbers(wordTerms)),
      counts: toBase64(smallNumbers(counts)),
      pieces,
      nameHashes: toBase64(packNumbers(nameHashes)),
      nameNotes: toBase64(smallNumbers(nameNotes)),
      shortForms,
      means,
      languages,
    },
    postings: pieces.map((first, piece) => encodePostings(segment, first, pieces[piece + 1] ?? terms.length)),
  }
}

/** Where each piece begins, so that all hold about as many postings; a term is never cut in two. */
function firstTerms(starts: Uint32Array, count: number): readonly number[] {
  const all = starts.at(-1) ?? 0
  return Array.from({ length: count }, (_, piece) => {
    const from = (all * piece) / count
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((starts[middle] ?? 0) < from) low = middle + 1
      else high = middle
    }
    return Math.max(0, low)
  })
}

function encodePostings(segment: Segment, first: number, end: number): PostingsData {
  const { starts } = segment
  const from = starts[first] ?? 0
  const { notes, weights, fields } = segment.postings(from, starts[end] ?? from)
  const steps: number[] = []
  for (let term = first; term < end; term++)
    for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at++)
      steps.push((notes[at - from] ?? 0) - (at === starts[term] ? 0 : (notes[at - from - 1] ?? 0)))
  const { places, fresh } = writeRepeated(weights, placeKey(notes, fields))
  return {
    notes: toBase64(smallNumbers(steps)),
    fields: toBase64(fields),
    places: toBase64(smallNumbers(places)),
    weights: toBase64(packNumbers(Uint16Array.from(fresh))),
  }
}

/** Words that stand equally often in the same fields of a note have one weight: few are needed for each. */
function placeKey(notes: Uint32Array, fields: Uint8Array): (at: number) => number {
  return (at) => (notes[at] ?? 0) * 256 + (fields[at] ?? 0)
}

/** Reads a segment; `masks` are what of words the index keeps beside them, `postingsOf` gives a piece when it is needed. */
export function decodeSegment(
  data: SegmentData,
  letterMask: (word: string) => number,
  postingsOf: (piece: number) => PostingsData,
): Segment {
  const words = uncoded(data.words)
  const terms = uncoded(data.terms)
  const counts = bytesAsNumbers(fromBase64(data.counts))
  const starts = new Uint32Array(terms.length + 1)
  for (const [term, count] of counts.entries()) starts[term + 1] = (starts[term] ?? 0) + count
  return {
    size: data.size,
    words,
    wordTerms: Uint32Array.from(bytesAsNumbers(fromBase64(data.wordTerms))),
    wordMasks: Uint32Array.from(words, letterMask),
    wordLengths: Uint8Array.from(words, ({ length }) => Math.min(255, length)),
    terms,
    starts,
    postings: piecewise(data.pieces, starts, postingsOf),
    nameHashes: unpackNumbers(fromBase64(data.nameHashes), 4, (length) => new Uint32Array(length)),
    nameNotes: Uint32Array.from(bytesAsNumbers(fromBase64(data.nameNotes))),
    shortForms: data.shortForms,
    means: data.means,
    languages: data.languages,
  }
}

/** Postings read piece by piece; a range lies in one of them, since it is that of a term. */
function piecewise(
  pieces: readonly number[],
  starts: Uint32Array,
  postingsOf: (piece: number) => PostingsData,
): Segment['postings'] {
  const read = new Map<number, Postings>()
  const begins = pieces.map((first) => starts[first] ?? 0)
  return (from, to) => {
    const piece = Math.max(
      0,
      begins.findLastIndex((begin) => begin <= from),
    )
    const first = pieces[piece] ?? 0
    const end = pieces[piece + 1] ?? starts.length - 1
    const known = read.get(piece) ?? decodePostings(postingsOf(piece), starts.subarray(first, end + 1))
    read.set(piece, known)
    const base = begins[piece] ?? 0
    return {
      notes: known.notes.subarray(from - base, to - base),
      weights: known.weights.subarray(from - base, to - base),
      fields: known.fields.subarray(from - base, to - base),
    }
  }
}

function decodePostings(data: PostingsData, starts: Uint32Array): Postings {
  const base = starts[0] ?? 0
  const steps = bytesAsNumbers(fromBase64(data.notes))
  const notes = summed(
    steps,
    starts.map((start) => start - base),
  )
  const fields = fromBase64(data.fields)
  const places = bytesAsNumbers(fromBase64(data.places))
  const fresh = [...unpackNumbers(fromBase64(data.weights), 2, (length) => new Uint16Array(length))]
  return { notes, fields, weights: Uint16Array.from(readRepeated({ places, fresh }, placeKey(notes, fields))) }
}
