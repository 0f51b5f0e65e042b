import { constants, deflateSync } from 'node:zlib'
import type { Pixels } from '../../core/model/pixels.ts'
import { checksum } from '../cache/checksum.ts'

/** A drawing in at most 16 colours. */
export interface Drawing {
  readonly width: number
  readonly height: number
  /** The palette indexes of a row; undefined when it is the same as the row above. */
  readonly row: (y: number) => Uint8Array | undefined
  /** The colours as red, green and blue. */
  readonly palette: readonly (readonly [number, number, number])[]
}

/**
 * A drawing as a PNG file (PNG 1.2, palette, 4 bits a pixel). Rows are stored as the difference to the row above (filter 2), which for
 * drawings is mostly runs of zeros; the compressor only looks for these.
 */
export function encodePng({ width, height, row: rowAt, palette }: Drawing): Buffer {
  const stride = Math.ceil(width / 2)
  const rows = Buffer.alloc((stride + 1) * height)
  let [packed, above] = [new Uint8Array(stride), new Uint8Array(stride)]
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1)
    rows[start] = 2
    const row = rowAt(y)
    if (row === undefined) continue
    ;[packed, above] = [above, packed]
    for (let at = 0; at < stride; at++) {
      const both = ((row[2 * at] ?? 0) << 4) | (row[2 * at + 1] ?? 0)
      packed[at] = both
      rows[start + 1 + at] = both - (above[at] ?? 0)
    }
  }
  const colors = chunk('PLTE', Buffer.from(palette.flat()))
  return pngFile({ width, height, depth: 4, type: 3 }, colors, deflateSync(rows, { strategy: constants.Z_RLE }))
}

/** Pixels as a PNG file in full colour with alpha. */
export function encodeColors({ width, height, rgba }: Pixels): Buffer {
  const stride = width * 4
  const rows = Buffer.alloc((stride + 1) * height)
  for (let y = 0; y < height; y++) rows.set(rgba.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1)
  return pngFile({ width, height, depth: 8, type: 6 }, Buffer.alloc(0), deflateSync(rows, { level: 1 }))
}

interface Head {
  readonly width: number
  readonly height: number
  /** Bits of a sample. */
  readonly depth: 4 | 8
  /** The colour type: 3 palette, 6 colour with alpha. */
  readonly type: 3 | 6
}

function pngFile({ width, height, depth, type }: Head, colors: Buffer, data: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Compression, filter and interlace methods are 0, their only value or default.
  header.set([depth, type, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    colors,
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(checksum(named) >>> 0, named.length + 4)
  return framed
}
