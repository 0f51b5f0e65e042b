import { deflateSync } from 'node:zlib'
import type { Pixels } from '../../core/model/pixels.ts'
import { checksum } from '../cache/checksum.ts'

/** A PNG file (PNG 1.2, 8 bits a pixel) of colours by number; `palette` holds them as red, green and blue. */
export function encodePng(
  width: number,
  height: number,
  pixels: Uint8Array,
  palette: readonly (readonly [number, number, number])[],
): Buffer {
  const colors = chunk('PLTE', Buffer.from(palette.flat()))
  return pngFile({ width, height, type: 3 }, pixels, [colors, 6])
}

/** A PNG file of pixels in all colours, with their opacity. */
export function encodeColors({ width, height, rgba }: Pixels): Buffer {
  return pngFile({ width, height, type: 6 }, rgba, [Buffer.alloc(0), 1])
}

interface Head {
  readonly width: number
  readonly height: number
  /** 3 colours by number, 6 red, green, blue and opacity. */
  readonly type: 3 | 6
}

function pngFile({ width, height, type }: Head, pixels: Uint8Array, [colors, level]: [Buffer, number]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // 8 bits a sample; compression, filter and interlace have no other choice.
  header.set([8, type, 0, 0, 0], 8)
  const stride = width * (type === 6 ? 4 : 1)
  const rows = Buffer.alloc((stride + 1) * height)
  for (let y = 0; y < height; y++) {
    const row = pixels.subarray(y * stride, (y + 1) * stride)
    const above = type === 3 && y > 0 ? pixels.subarray((y - 1) * stride, y * stride) : undefined
    filterRow(rows.subarray(y * (stride + 1), (y + 1) * (stride + 1)), row, above)
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    colors,
    chunk('IDAT', deflateSync(rows, { level })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Writes a row as what it differs by from the one above (filter 2), of which drawings leave little; as it is where none is given. */
function filterRow(into: Buffer, row: Uint8Array, above: Uint8Array | undefined): void {
  if (above === undefined) return into.set(row, 1)
  into[0] = 2
  if (Buffer.compare(row, above) === 0) return
  for (const [at, value] of row.entries()) into[at + 1] = value - (above[at] ?? 0)
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(checksum(named) >>> 0, named.length + 4)
  return framed
}
