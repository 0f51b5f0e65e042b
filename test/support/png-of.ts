import { crc32, deflateSync } from 'node:zlib'

/** What a PNG file is made of: raw rows (without filter bytes), and the filter of each row. */
export interface PngParts {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly type: 0 | 2 | 3 | 4 | 6
  readonly rows: readonly Uint8Array[]
  readonly filters?: readonly number[]
  readonly palette?: readonly number[]
  readonly opacities?: readonly number[]
  readonly interlaced?: boolean
}

/** A PNG file written plainly, for tests of what reads one. */
export function pngOf({ width, height, depth, type, rows, filters = [], ...more }: PngParts): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, type, 0, 0, more.interlaced === true ? 1 : 0], 8)
  const samples = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[type]
  const step = Math.max(1, (depth * samples) >> 3)
  const data = Buffer.concat(rows.map((row, at) => filtered(row, rows[at - 1], filters[at] ?? 0, step)))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(more.palette === undefined ? [] : [chunk('PLTE', Buffer.from(more.palette))]),
    ...(more.opacities === undefined ? [] : [chunk('tRNS', Buffer.from(more.opacities))]),
    chunk('IDAT', deflateSync(data).subarray(0, 7)),
    chunk('IDAT', deflateSync(data).subarray(7)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

function filtered(row: Uint8Array, above: Uint8Array | undefined, filter: number, step: number): Buffer {
  if (filter === 0) return Buffer.concat([Buffer.from([0]), row])
  const bytes = [...row].map((byte, at) => {
    const left = row[at - step] ?? 0
    const up = above?.[at] ?? 0
    const corner = at < step ? 0 : (above?.[at - step] ?? 0)
    const near = [left, up, corner].toSorted(
      (one, other) => Math.abs(left + up - corner - one) - Math.abs(left + up - corner - other),
    )
    return byte - ([0, left, up, (left + up) >> 1, near[0] ?? 0][filter] ?? 0)
  })
  return Buffer.from([filter, ...bytes.map((byte) => byte & 255)])
}
