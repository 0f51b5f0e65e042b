import type { Edit } from '../../core/model/change.ts'
import { orderEdits } from '../../core/model/change.ts'
import { decodeText, type TextEncoding } from '../files/decode-text.ts'

/** A replacement in the bytes of a file; both sides are kept so that it can be taken back. */
export interface Splice {
  readonly at: number
  readonly removed: Buffer
  readonly inserted: Buffer
}

/** Edits of the decoded text as splices of the bytes; invalid bytes outside the edits stay as they are. */
export function spliceEdits(bytes: Buffer, edits: readonly Edit[]): readonly Splice[] {
  const decoded = decodeText(bytes)
  if ('binary' in decoded) throw new RangeError('a binary file has no text to edit')
  const offsets = new ByteOffsets(bytes, decoded.text, decoded.encoding)
  return orderEdits(decoded.text, edits).map(({ span, after }) => {
    const at = offsets.of(span.start)
    return { at, removed: bytes.subarray(at, offsets.of(span.end)), inserted: encode(after, decoded.encoding) }
  })
}

/** The bytes after some splices, given in order. */
export function spliceBytes(bytes: Buffer, splices: readonly Splice[]): Buffer {
  const parts: Buffer[] = []
  let from = 0
  for (const { at, removed, inserted } of splices) {
    parts.push(bytes.subarray(from, at), inserted)
    from = at + removed.length
  }
  return Buffer.concat([...parts, bytes.subarray(from)])
}

/** The splices that reverse splices. */
export function invertSplices(splices: readonly Splice[]): readonly Splice[] {
  let shift = 0
  return splices.map(({ at, removed, inserted }) => {
    const inverse = { at: at + shift, removed: inserted, inserted: removed }
    shift += inserted.length - removed.length
    return inverse
  })
}

function encode(text: string, encoding: TextEncoding): Buffer {
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  return encoding === 'utf-16be' ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf8')
}

/** Converts UTF-16 offsets of the decoded text to byte offsets; they must be asked for in ascending order. */
class ByteOffsets {
  readonly #bytes: Buffer
  readonly #wide: boolean
  #offset = 0
  #byte: number

  constructor(bytes: Buffer, text: string, encoding: TextEncoding) {
    this.#bytes = bytes
    this.#wide = encoding === 'utf-16le' || encoding === 'utf-16be'
    this.#byte = this.#wide ? 2 : encoding === 'utf-8-bom' ? 3 : 0
    if (text.length > bytes.length) throw new RangeError('more text than bytes')
  }

  of(offset: number): number {
    if (this.#wide) return 2 + offset * 2
    while (this.#offset < offset) {
      const length = characterLength(this.#bytes, this.#byte)
      this.#offset += length === 4 ? 2 : 1
      this.#byte += Math.abs(length)
    }
    return this.#byte
  }
}

/** Bytes of the UTF-8 character at `at`; negative for bytes that decode to one U+FFFD (WHATWG Encoding, section 8.1.1). */
function characterLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  for (let index = 1; index < length; index++) {
    const [least, most] = index === 1 ? secondByteRange(lead) : [0x80, 0xbf]
    const byte = bytes[at + index] ?? 0
    if (byte < least || byte > most) return -index
  }
  return length === 0 ? -1 : length
}

function secondByteRange(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf]
  if (lead === 0xed) return [0x80, 0x9f]
  if (lead === 0xf0) return [0x90, 0xbf]
  return lead === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf]
}
