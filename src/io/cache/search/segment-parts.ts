import { DamagedIndex, type Postings, type Segment, type TextList } from '../../../core/search/index/segment.ts'
import type { Part, Parts } from '../kept-file.ts'
import { bytesOf } from '../kept-rows.ts'

/** The metadata of a stored segment. */
export type AboutSegment = Pick<Segment, 'size' | 'shortForms' | 'means' | 'languages'>

/** The fields of a segment that are stored as metadata. */
export function aboutSegment({ size, shortForms, means, languages }: Segment): AboutSegment {
  return { size, shortForms, means, languages }
}

/** A segment as parts of a kept file. */
export function* segmentParts(segment: Segment): Iterable<Part> {
  yield* textParts('words', segment.words)
  yield ['word-terms', [bytesOf(segment.wordTerms)]]
  yield ['word-masks', [bytesOf(segment.wordMasks)]]
  yield ['word-lengths', [segment.wordLengths]]
  yield* textParts('terms', segment.terms)
  yield ['starts', [bytesOf(segment.starts)]]
  const { notes, weights, fields } = segment.postings(0, segment.starts.at(-1) ?? 0)
  yield ['notes', [bytesOf(notes)]]
  yield ['weights', [bytesOf(weights)]]
  yield ['fields', [fields]]
  yield ['name-hashes', [bytesOf(segment.nameHashes)]]
  yield ['name-notes', [bytesOf(segment.nameNotes)]]
}

/** The segment in some parts; undefined when it is damaged. Postings are read and checked when asked for. */
export function readSegment(parts: Parts, about: AboutSegment): Segment | undefined {
  const numbers = (name: string): Uint32Array | undefined => {
    const bytes = parts.read(name)
    return bytes && new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2)
  }
  const [words, terms] = [readTexts(parts, 'words'), readTexts(parts, 'terms')]
  const [wordTerms, wordMasks, wordLengths] = [numbers('word-terms'), numbers('word-masks'), parts.read('word-lengths')]
  const [starts, nameHashes, nameNotes] = [numbers('starts'), numbers('name-hashes'), numbers('name-notes')]
  if (!words || !terms || !wordTerms || !wordMasks || !wordLengths || !starts || !nameHashes || !nameNotes)
    return undefined
  const postings = (from: number, to: number): Postings => postingsOf(parts, from, to)
  return { ...about, words, wordTerms, wordMasks, wordLengths, terms, starts, postings, nameHashes, nameNotes }
}

function postingsOf(parts: Parts, from: number, to: number): Postings {
  const part = (name: string, width: number): ArrayBuffer => {
    const bytes = parts.slice(name, from * width, to * width)
    if (bytes === undefined) throw new DamagedIndex()
    // A copy is aligned, so that numbers can be read in place; a whole part is aligned already.
    return bytes.length === bytes.buffer.byteLength ? (bytes.buffer as ArrayBuffer) : new Uint8Array(bytes).buffer
  }
  return {
    notes: new Uint32Array(part('notes', 4)),
    weights: new Uint16Array(part('weights', 2)),
    fields: new Uint8Array(part('fields', 1)),
  }
}

/** Texts as two parts: their bytes, and where each text ends. */
export function* textParts(name: string, texts: TextList): Iterable<Part> {
  const ends = new Uint32Array(texts.length + 1)
  yield [name, textPieces(texts, ends)]
  yield [`${name}-ends`, [bytesOf(ends)]]
}

function* textPieces(texts: TextList, ends: Uint32Array): Iterable<Uint8Array> {
  let piece = Buffer.alloc(1 << 16)
  let used = 0
  for (let place = 0; place < texts.length; place++) {
    const text = texts.at(place) ?? ''
    if (used + 3 * text.length > piece.length) {
      yield piece.subarray(0, used)
      if (3 * text.length > piece.length) piece = Buffer.alloc(3 * text.length)
      used = 0
    }
    const size = piece.write(text, used)
    used += size
    ends[place + 1] = (ends[place] ?? 0) + size
  }
  yield piece.subarray(0, used)
}

/** Reads what `textParts` wrote, in place; undefined when it is damaged. */
export function readTexts(parts: Parts, name: string): TextList | undefined {
  const [bytes, ends] = [parts.read(name), parts.read(`${name}-ends`)]
  if (bytes === undefined || ends === undefined) return undefined
  const places = new Uint32Array(ends.buffer, ends.byteOffset, ends.length >>> 2)
  // Decoded texts: every binary search begins with the same ones.
  const known = new Map<number, string>()
  const at = (place: number): string | undefined => {
    const before = known.get(place)
    if (before !== undefined) return before
    const [start, end] = [places[place], places[place + 1]]
    if (start === undefined || end === undefined) return undefined
    const text = bytes.toString('utf8', start, end)
    known.set(place, text)
    return text
  }
  return { length: places.length - 1, at }
}
