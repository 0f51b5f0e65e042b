import type { Segment } from '../search/index/segment.ts'

/** The texts of a list. */
export function listedTexts(list: Segment['words']): readonly string[] {
  return Array.from({ length: list.length }, (_, place) => list.at(place) ?? '')
}

/** Sorted texts, a line each: a character for how many letters are those of the text before, then the rest. */
export function frontCoded(texts: readonly string[]): string {
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

/** Texts that `frontCoded` wrote. */
export function uncoded(lines: string): readonly string[] {
  let before = ''
  return lines === ''
    ? []
    : lines.split('\n').map((line) => (before = before.slice(0, line.charCodeAt(0) - 35) + line.slice(1)))
}

/** Whole numbers, seven bits a byte, the lowest first; the eighth says that more follow. */
export function smallNumbers(numbers: Iterable<number>): Uint8Array {
  const bytes: number[] = []
  for (let number of numbers) {
    for (; number > 127; number = Math.floor(number / 128)) bytes.push((number % 128) | 128)
    bytes.push(number)
  }
  return Uint8Array.from(bytes)
}

/** Numbers that `smallNumbers` wrote. */
export function bytesAsNumbers(bytes: Uint8Array): readonly number[] {
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
export function summed(steps: readonly number[], starts: Uint32Array): Uint32Array {
  const notes = new Uint32Array(steps.length)
  for (let term = 0; term + 1 < starts.length; term++)
    for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at++)
      notes[at] = (steps[at] ?? 0) + (at === starts[term] ? 0 : (notes[at - 1] ?? 0))
  return notes
}

/** Numbers of 16 or 32 bits as bytes, the lowest first and all bytes of one rank together, which compresses better. */
export function packNumbers(numbers: Uint16Array | Uint32Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * numbers.BYTES_PER_ELEMENT)
  for (let rank = 0; rank < numbers.BYTES_PER_ELEMENT; rank++)
    for (const [at, number] of numbers.entries()) bytes[rank * numbers.length + at] = (number >>> (8 * rank)) & 255
  return bytes
}

/** Numbers that `packNumbers` wrote. */
export function unpackNumbers<T extends Uint16Array | Uint32Array>(
  bytes: Uint8Array,
  size: number,
  make: (length: number) => T,
): T {
  const numbers = make(bytes.length / size)
  for (let at = 0; at < numbers.length; at++) {
    let number = 0
    for (let rank = size - 1; rank >= 0; rank--) number = number * 256 + (bytes[rank * numbers.length + at] ?? 0)
    numbers[at] = number
  }
  return numbers
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes as text, without padding. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const four = [18, 12, 6, 0].map((shift) => digits[(word >> shift) & 63] ?? '').join('')
    parts.push(at + 2 < bytes.length ? four : four.slice(0, bytes.length - at + 1))
  }
  return parts.join('')
}

/** Bytes that `toBase64` wrote. */
export function fromBase64(text: string): Uint8Array {
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
