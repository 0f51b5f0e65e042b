import type { Postings, Segment } from '../search/index/segment.ts'

/** A segment of a search index as JSON: texts, and numbers as bytes in base64, small ones in few bytes. */
export interface SegmentData {
  readonly size: number
  /** Words in order, each as the count of letters it shares with the one before and its other letters. */
  readonly words: string
  readonly terms: string
  readonly wordTerms: string
  /** How many postings each term has. */
  readonly counts: string
  /** Of each posting the way from the note of the one before. */
  readonly notes: string
  readonly weights: string
  readonly fields: string
  readonly nameHashes: string
  readonly nameNotes: string
  readonly shortForms: Segment['shortForms']
  readonly means: readonly number[]
  readonly languages: readonly string[]
}

/** Writes a segment as JSON. */
export function encodeSegment(segment: Segment): SegmentData {
  const { size, words, terms, wordTerms, starts, nameHashes, nameNotes, shortForms, means, languages } = segment
  const postings = segment.postings(0, starts.at(-1) ?? 0)
  const steps: number[] = []
  const counts: number[] = []
  for (let term = 0; term < terms.length; term++) {
    const [from, to] = [starts[term] ?? 0, starts[term + 1] ?? 0]
    counts.push(to - from)
    for (let at = from; at < to; at++)
      steps.push((postings.notes[at] ?? 0) - (at === from ? 0 : (postings.notes[at - 1] ?? 0)))
  }
  return {
    size,
    words: frontCoded(textsOf(words)),
    terms: frontCoded(textsOf(terms)),
    wordTerms: toBase64(smallNumbers(wordTerms)),
    counts: toBase64(smallNumbers(counts)),
    notes: toBase64(smallNumbers(steps)),
    weights: toBase64(bytesOf(postings.weights)),
    fields: toBase64(postings.fields),
    nameHashes: toBase64(bytesOf(nameHashes)),
    nameNotes: toBase64(smallNumbers(nameNotes)),
    shortForms,
    means,
    languages,
  }
}

/** Reads a segment; `masks` are what of words the index keeps beside them. */
export function decodeSegment(data: SegmentData, letterMask: (word: string) => number): Segment {
  const words = uncoded(data.words)
  const terms = uncoded(data.terms)
  const counts = numbersOf(fromBase64(data.counts))
  const starts = new Uint32Array(terms.length + 1)
  for (const [term, count] of counts.entries()) starts[term + 1] = (starts[term] ?? 0) + count
  const all: Postings = {
    notes: summed(numbersOf(fromBase64(data.notes)), starts),
    weights: wide(fromBase64(data.weights), 2, (length) => new Uint16Array(length)),
    fields: fromBase64(data.fields),
  }
  return {
    size: data.size,
    words,
    wordTerms: Uint32Array.from(numbersOf(fromBase64(data.wordTerms))),
    wordMasks: Uint32Array.from(words, letterMask),
    wordLengths: Uint8Array.from(words, ({ length }) => Math.min(255, length)),
    terms,
    starts,
    postings: (from, to) => ({
      notes: all.notes.subarray(from, to),
      weights: all.weights.subarray(from, to),
      fields: all.fields.subarray(from, to),
    }),
    nameHashes: wide(fromBase64(data.nameHashes), 4, (length) => new Uint32Array(length)),
    nameNotes: Uint32Array.from(numbersOf(fromBase64(data.nameNotes))),
    shortForms: data.shortForms,
    means: data.means,
    languages: data.languages,
  }
}

function textsOf(list: Segment['words']): readonly string[] {
  return Array.from({ length: list.length }, (_, place) => list.at(place) ?? '')
}

/** Sorted texts, a line each: a character for how many letters are those of the text before, then the rest. */
function frontCoded(texts: readonly string[]): string {
  let before = ''
  return texts
    .map((text) => {
      let shared = 0
      while (shared < 90 && shared < before.length && text[shared] === before[shared]) shared++
      before = text
      return String.fromCharCode(35 + shared) + text.slice(shared)
    })
    .join('\n')
}

function uncoded(lines: string): readonly string[] {
  let before = ''
  return lines === ''
    ? []
    : lines.split('\n').map((line) => (before = before.slice(0, line.charCodeAt(0) - 35) + line.slice(1)))
}

/** Whole numbers, seven bits a byte, the lowest first; the eighth says that more follow. */
function smallNumbers(numbers: Iterable<number>): Uint8Array {
  const bytes: number[] = []
  for (let number of numbers) {
    for (; number > 127; number = Math.floor(number / 128)) bytes.push((number % 128) | 128)
    bytes.push(number)
  }
  return Uint8Array.from(bytes)
}

function numbersOf(bytes: Uint8Array): readonly number[] {
  const numbers: number[] = []
  let [number, worth] = [0, 1]
  for (const byte of bytes) {
    number += (byte & 127) * worth
    worth *= 128
    if (byte > 127) continue
    numbers.push(number)
    ;[number, worth] = [0, 1]
  }
  return numbers
}

/** Notes of postings from the steps between them, which begin anew at each start. */
function summed(steps: readonly number[], starts: Uint32Array): Uint32Array {
  const notes = new Uint32Array(steps.length)
  for (let term = 0; term + 1 < starts.length; term++)
    for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at++)
      notes[at] = (steps[at] ?? 0) + (at === starts[term] ? 0 : (notes[at - 1] ?? 0))
  return notes
}

/** Numbers of 16 or 32 bits as bytes, the lowest first and all bytes of one rank together, which compresses better. */
function bytesOf(numbers: Uint16Array | Uint32Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * numbers.BYTES_PER_ELEMENT)
  for (let rank = 0; rank < numbers.BYTES_PER_ELEMENT; rank++)
    for (const [at, number] of numbers.entries()) bytes[rank * numbers.length + at] = (number >>> (8 * rank)) & 255
  return bytes
}

function wide<T extends Uint16Array | Uint32Array>(bytes: Uint8Array, size: number, make: (length: number) => T): T {
  const numbers = make(bytes.length / size)
  for (let at = 0; at < numbers.length; at++) {
    let number = 0
    for (let rank = size - 1; rank >= 0; rank--) number = number * 256 + (bytes[rank * numbers.length + at] ?? 0)
    numbers[at] = number
  }
  return numbers
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const four = [18, 12, 6, 0].map((shift) => digits[(word >> shift) & 63] ?? '').join('')
    parts.push(at + 2 < bytes.length ? four : four.slice(0, bytes.length - at + 1))
  }
  return parts.join('')
}

function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let [word, bits, at] = [0, 0, 0]
  for (let place = 0; place < text.length; place++) {
    word = ((word << 6) | valueOf(text.charCodeAt(place))) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (word >> bits) & 255
  }
  return bytes
}

function valueOf(code: number): number {
  if (code >= 97) return code - 71
  if (code >= 65) return code - 65
  return code >= 48 ? code + 4 : code === 43 ? 62 : 63
}
