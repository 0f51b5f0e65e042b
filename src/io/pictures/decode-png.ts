import { inflateSync } from 'node:zlib'
import type { Pixels } from '../../core/model/pixels.ts'

/** Larger pictures, in pixels or in stored bytes, would take too much memory for a note. */
const mostPixels = 16_800_000
const mostBytes = 68_000_000

/**
 * The pixels of a PNG file (Portable Network Graphics specification, third edition), with samples reduced to eight bits; undefined when it
 * is no PNG, damaged or too large.
 */
export function decodePng(file: Buffer): Pixels | undefined {
  try {
    const image = readImage(file)
    if (image === undefined) return undefined
    return image.isInterlaced ? interlaced(image) : whole(image)
  } catch {
    return undefined
  }
}

interface Image {
  readonly width: number
  readonly height: number
  /** Bits of a sample. */
  readonly depth: number
  /** The colour type: 0 grey, 2 colour, 3 palette, 4 grey and 6 colour with alpha. */
  readonly type: number
  readonly palette: Uint8Array
  /** The alpha values of the palette's colours. */
  readonly opacities: Uint8Array
  readonly data: Buffer
  readonly isInterlaced: boolean
}

function whole(image: Image): Pixels | undefined {
  const length = storedLength(image)
  if (length > mostBytes) return undefined
  const rows = unfiltered(image, inflateSync(image.data, { maxOutputLength: length }))
  return rows && colored(image, rows)
}

/** The seven passes of an interlaced picture (Adam7, section 8.1): where each begins, and the steps between its pixels. */
const passes = [
  { x: 0, y: 0, across: 8, down: 8 },
  { x: 4, y: 0, across: 8, down: 8 },
  { x: 0, y: 4, across: 4, down: 8 },
  { x: 2, y: 0, across: 4, down: 4 },
  { x: 0, y: 2, across: 2, down: 4 },
  { x: 1, y: 0, across: 2, down: 2 },
  { x: 0, y: 1, across: 1, down: 2 },
] as const

function interlaced(image: Image): Pixels | undefined {
  const { width, height } = image
  const parts = passes
    .map((pass) => ({
      pass,
      part: {
        ...image,
        width: Math.ceil((width - pass.x) / pass.across),
        height: Math.ceil((height - pass.y) / pass.down),
      },
    }))
    .filter(({ part }) => part.width > 0 && part.height > 0)
  const length = parts.reduce((sum, { part }) => sum + storedLength(part), 0)
  if (length > mostBytes) return undefined
  const stored = inflateSync(image.data, { maxOutputLength: length })
  const pixels = new Uint32Array(width * height)
  let from = 0
  for (const { pass, part } of parts) {
    const rows = unfiltered(part, stored.subarray(from, from + storedLength(part)))
    if (rows === undefined) return undefined
    from += storedLength(part)
    const small = new Uint32Array(colored(part, rows).rgba.buffer)
    for (let row = 0, at = 0; row < part.height; row++)
      for (let column = 0; column < part.width; column++, at++)
        pixels[(pass.y + row * pass.down) * width + pass.x + column * pass.across] = small[at] ?? 0
  }
  return { width, height, rgba: new Uint8Array(pixels.buffer) }
}

const samplesOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const depthsOf: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

function readImage(file: Buffer): Image | undefined {
  if (file.toString('latin1', 1, 8) !== 'PNG\r\n\u001a\n' || file.toString('latin1', 12, 16) !== 'IHDR')
    return undefined
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  const [depth, type, interlaced] = [file.readUInt8(24), file.readUInt8(25), file.readUInt8(28)]
  const isKnown = depthsOf[type]?.includes(depth) === true && interlaced <= 1
  if (!isKnown || width === 0 || height === 0 || width * height > mostPixels) return undefined
  const chunks = chunksOf(file)
  const [palette, opacities] = [Buffer.concat(chunks.get('PLTE') ?? []), Buffer.concat(chunks.get('tRNS') ?? [])]
  const data = Buffer.concat(chunks.get('IDAT') ?? [])
  return { width, height, depth, type, palette, opacities, data, isInterlaced: interlaced === 1 }
}

function chunksOf(file: Buffer): ReadonlyMap<string, readonly Buffer[]> {
  const chunks = new Map<string, Buffer[]>()
  for (let at = 8; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    const parts = chunks.get(name)
    if (parts === undefined) chunks.set(name, [file.subarray(at + 8, at + 8 + length)])
    else parts.push(file.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return chunks
}

/** The length of the decompressed data in bytes: the rows, each after the number of its filter. */
function storedLength(image: Image): number {
  return image.height * (strideOf(image) + 1)
}

function strideOf({ width, depth, type }: Image): number {
  return Math.ceil((width * depth * (samplesOf[type] ?? 0)) / 8)
}

/** The bytes of the rows without their filters (section 9); undefined when there are too few. */
function unfiltered(image: Image, filtered: Buffer): Uint8Array | undefined {
  const { height, depth, type } = image
  const bits = depth * (samplesOf[type] ?? 0)
  const stride = strideOf(image)
  if (filtered.length < storedLength(image)) return undefined
  // Rows are written over data that was already read.
  const rows = filtered.subarray(0, height * stride)
  for (let row = 0; row < height; row++) {
    const filter = filtered[row * (stride + 1)] ?? 0
    if (filter > 4) return undefined
    const line = filtered.subarray(row * (stride + 1) + 1, (row + 1) * (stride + 1))
    unfilter(rows, line, { filter, start: row * stride, stride, step: Math.max(1, bits >> 3) })
  }
  return rows
}

interface Filtered {
  readonly filter: number
  /** Where the row begins in the data. */
  readonly start: number
  readonly stride: number
  /** Bytes from a sample to the same one of the next pixel. */
  readonly step: number
}

function unfilter(rows: Uint8Array, line: Uint8Array, { filter, start, stride, step }: Filtered): void {
  // Before the first row and the first pixel, all samples are 0.
  const at = (place: number, exists: boolean): number => (exists ? (rows[place] ?? 0) : 0)
  for (let byte = 0; byte < stride; byte++) {
    const place = start + byte
    const left = at(place - step, byte >= step)
    const up = at(place - stride, start > 0)
    rows[place] = (line[byte] ?? 0) + predicted(filter, left, up, at(place - stride - step, byte >= step && start > 0))
  }
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  return filter === 4 ? paeth(left, up, corner) : 0
}

function paeth(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner)
  const toUp = Math.abs(left - corner)
  const toCorner = Math.abs(left + up - 2 * corner)
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

function colored(image: Image, rows: Uint8Array): Pixels {
  const { width, height, type } = image
  const samples = samplesOf[type] ?? 1
  const sampleAt = sampler(image, rows)
  const rgba = new Uint8Array(width * height * 4)
  const put = type === 3 ? paletteReader(image, sampleAt) : sampleReader(type, sampleAt, clearOf(image, rows, sampleAt))
  for (let row = 0, at = 0; row < height; row++)
    for (let column = 0; column < width; column++, at += 4) put(rgba, at, row, column * samples)
  return { width, height, rgba }
}

type SampleAt = (row: number, order: number) => number

/** Writes a pixel at an offset of `rgba`; its samples begin at `first` in their row. */
type PutPixel = (rgba: Uint8Array, at: number, row: number, first: number) => void

function paletteReader({ palette, opacities }: Image, sampleAt: SampleAt): PutPixel {
  return (rgba, at, row, first) => {
    const index = sampleAt(row, first)
    for (let side = 0; side < 3; side++) rgba[at + side] = palette[index * 3 + side] ?? 0
    rgba[at + 3] = opacities[index] ?? 255
  }
}

/** Whether the pixel whose samples begin at `first` has the colour that `tRNS` makes transparent (section 11.3.2.1). */
type IsClear = (row: number, first: number) => boolean

function clearOf(image: Image, rows: Uint8Array, sampleAt: SampleAt): IsClear {
  const { type, depth, opacities } = image
  const samples = samplesOf[type] ?? 0
  if ((type !== 0 && type !== 2) || opacities.length < samples * 2) return () => false
  const scale = depth < 8 ? 255 / ((1 << depth) - 1) : 1
  const stride = strideOf(image)
  const exactAt: SampleAt = (row, order) => word(rows, row * stride + order * 2)
  const at = depth === 16 ? exactAt : sampleAt
  const clear = Array.from({ length: samples }, (_, side) => word(opacities, side * 2) * scale)
  return (row, first) => clear.every((value, side) => at(row, first + side) === value)
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
}

function sampleReader(type: number, sampleAt: SampleAt, isClear: IsClear): PutPixel {
  const isGrey = type === 0 || type === 4
  const opacity = type === 4 ? 1 : type === 6 ? 3 : undefined
  return (rgba, at, row, first) => {
    for (let side = 0; side < 3; side++) rgba[at + side] = sampleAt(row, first + (isGrey ? 0 : side))
    rgba[at + 3] = opacity !== undefined ? sampleAt(row, first + opacity) : isClear(row, first) ? 0 : 255
  }
}

/** Reads samples of a row as bytes: palette indexes unchanged, others scaled to 0 to 255. */
function sampler(image: Image, rows: Uint8Array): SampleAt {
  const { depth, type } = image
  const stride = strideOf(image)
  const bytes = depth >> 3
  if (bytes > 0) return (row, order) => rows[row * stride + order * bytes] ?? 0
  const most = (1 << depth) - 1
  const scale = type === 3 ? 1 : 255 / most
  return (row, order) => {
    const bit = order * depth
    const byte = rows[row * stride + (bit >> 3)] ?? 0
    return ((byte >> (8 - depth - (bit & 7))) & most) * scale
  }
}
