import type { Pixels } from '../../core/model/pixels.ts'

/**
 * The first frame of a GIF file (GIF89a specification) on its logical screen; undefined for a damaged file, and for a frame, which has its
 * own size, with more pixels than `most`. Missing pixels at the end are transparent.
 */
export function decodeGif(file: Buffer, most: number): Pixels | undefined {
  const [width, height, flags] = [file.readUInt16LE(6), file.readUInt16LE(8), file.readUInt8(10)]
  const colors = colorsIn(file, 13, flags)
  const frame = firstFrame(file, 13 + colors.length, colors)
  if (frame === undefined || frame.width * frame.height > most) return undefined
  const places = decompressed(file, frame)
  const rgba = new Uint8Array(width * height * 4)
  const rowAt = frame.interlaced ? interlacedRows(frame.height) : undefined
  for (let at = 0; at < places.length; at++) {
    const place = places[at] ?? 0
    const [row, column] = [Math.floor(at / frame.width), at % frame.width]
    const [x, y] = [frame.left + column, frame.top + (rowAt?.[row] ?? row)]
    if (place === frame.clear || x >= width || y >= height || place * 3 + 3 > frame.colors.length) continue
    rgba.set(frame.colors.subarray(place * 3, place * 3 + 3), (y * width + x) * 4)
    rgba[(y * width + x) * 4 + 3] = 255
  }
  return { width, height, rgba }
}

interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly interlaced: boolean
  readonly colors: Buffer
  /** The index of the transparent colour. */
  readonly clear: number | undefined
  /** Where its compressed data begins. */
  readonly start: number
}

function colorsIn(file: Buffer, at: number, flags: number): Buffer {
  return (flags & 0x80) === 0 ? Buffer.alloc(0) : file.subarray(at, at + 3 * 2 ** ((flags & 7) + 1))
}

function firstFrame(file: Buffer, from: number, global: Buffer): Frame | undefined {
  let clear: number | undefined
  for (let at = from; at < file.length;) {
    if (file[at] === 0x2c) return frameAt(file, at, { global, clear })
    if (file[at] !== 0x21) return undefined
    // A graphic control extension gives the transparent colour.
    if (file[at + 1] === 0xf9) clear = ((file[at + 3] ?? 0) & 1) === 1 ? file[at + 6] : undefined
    at = afterBlocks(file, at + 2)
  }
  return undefined
}

function frameAt(
  file: Buffer,
  at: number,
  { global, clear }: { readonly global: Buffer; readonly clear: number | undefined },
): Frame | undefined {
  const [left, top] = [file.readUInt16LE(at + 1), file.readUInt16LE(at + 3)]
  const [width, height, flags] = [file.readUInt16LE(at + 5), file.readUInt16LE(at + 7), file.readUInt8(at + 9)]
  const own = colorsIn(file, at + 10, flags)
  const colors = own.length > 0 ? own : global
  if (width === 0 || height === 0 || colors.length === 0) return undefined
  return { left, top, width, height, colors, clear, interlaced: (flags & 0x40) !== 0, start: at + 10 + own.length }
}

function afterBlocks(file: Buffer, from: number): number {
  let at = from
  for (let size = file[at] ?? 0; size > 0; size = file[at] ?? 0) at += size + 1
  return at + 1
}

/** The rows of an interlaced frame, in the order in which they are stored. */
function interlacedRows(height: number): readonly number[] {
  const passes = [
    [0, 8],
    [4, 8],
    [2, 4],
    [1, 2],
  ] as const
  return passes.flatMap(([first, step]) =>
    Array.from({ length: Math.max(0, Math.ceil((height - first) / step)) }, (_, order) => first + order * step),
  )
}

/** The longest code of GIF's LZW, in bits. */
const longest = 12

/** The colour indexes in the data of a frame (appendix F, LZW with variable-length codes), at most one for each pixel. */
function decompressed(file: Buffer, { start, width, height }: Frame): Uint8Array {
  const bits = Math.min(Math.max(file[start] ?? 0, 1), longest - 1)
  const nextCode = codeReader(file, start + 1)
  const table = new CodeTable(2 ** bits)
  const most = Math.min(width * height, (file.length - start) * 4096)
  const out = new Uint8Array(most)
  const end = 2 ** bits + 1
  let [length, before]: [number, number | undefined] = [0, undefined]
  while (length < most) {
    const code = nextCode(table.bits)
    if (code === undefined || code === end) break
    if (code === end - 1) {
      table.clear()
      before = undefined
      continue
    }
    if (before !== undefined) table.add(before, code)
    else if (code >= table.size) break
    if (code >= table.size) break
    length = table.write(code, out, length)
    before = code
  }
  return out.subarray(0, length)
}

/** The code table of LZW: each new code is a known one plus one colour. */
class CodeTable {
  readonly #before = new Uint16Array(2 ** longest)
  readonly #last = new Uint8Array(2 ** longest)
  readonly #length = new Uint16Array(2 ** longest)
  readonly #roots: number
  size: number
  bits: number

  constructor(roots: number) {
    this.#roots = roots
    for (let code = 0; code < roots; code++) {
      this.#last[code] = code
      this.#length[code] = 1
    }
    this.size = roots + 2
    this.bits = Math.log2(roots) + 1
  }

  clear(): void {
    this.size = this.#roots + 2
    this.bits = Math.log2(this.#roots) + 1
  }

  /** Adds the text of `before` plus the first colour of `after`, which may be the code that is being added. */
  add(before: number, after: number): void {
    if (this.size >= 2 ** longest) return
    this.#before[this.size] = before
    this.#length[this.size] = (this.#length[before] ?? 0) + 1
    this.#last[this.size] = this.#first(after === this.size ? before : after)
    this.size++
    if (this.size === 2 ** this.bits && this.bits < longest) this.bits++
  }

  /** Writes the colours of a code from an index on, as far as there is room; returns the index behind them. */
  write(code: number, out: Uint8Array, from: number): number {
    const length = this.#length[code] ?? 0
    for (let [at, place] = [code, from + length - 1]; place >= from; place--) {
      if (place < out.length) out[place] = this.#last[at] ?? 0
      at = this.#before[at] ?? 0
    }
    return Math.min(out.length, from + length)
  }

  #first(code: number): number {
    let at = code
    for (let left = this.#length[code] ?? 1; left > 1; left--) at = this.#before[at] ?? 0
    return this.#last[at] ?? 0
  }
}

/** Reads codes of a given number of bits from data blocks, lowest bit first. */
function codeReader(file: Buffer, start: number): (bits: number) => number | undefined {
  let [at, left, held, count] = [start, 0, 0, 0]
  return (bits) => {
    while (count < bits) {
      if (left === 0) left = file[at++] ?? 0
      if (left === 0 || at >= file.length) return undefined
      held |= (file[at++] ?? 0) << count
      left--
      count += 8
    }
    const code = held & (2 ** bits - 1)
    held >>>= bits
    count -= bits
    return code
  }
}
