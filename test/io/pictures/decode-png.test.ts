import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decodePng } from '../../../src/io/pictures/decode-png.ts'
import { pngOf, type PngParts } from '../../support/png-of.ts'

function pixelsOf(parts: PngParts): readonly (readonly number[])[] | undefined {
  const pixels = decodePng(pngOf(parts))
  return (
    pixels &&
    Array.from({ length: pixels.width * pixels.height }, (_, at) => [...pixels.rgba.slice(at * 4, at * 4 + 4)])
  )
}

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values)

describe('the pixels of a PNG file', () => {
  test.each<[string, PngParts, readonly (readonly number[])[]]>([
    [
      'grey of one bit',
      { width: 3, height: 1, depth: 1, type: 0, rows: [bytes(0b10100000)] },
      [
        [255, 255, 255, 255],
        [0, 0, 0, 255],
        [255, 255, 255, 255],
      ],
    ],
    [
      'grey of two bits',
      { width: 2, height: 1, depth: 2, type: 0, rows: [bytes(0b01100000)] },
      [
        [85, 85, 85, 255],
        [170, 170, 170, 255],
      ],
    ],
    ['grey of sixteen bits', { width: 1, height: 1, depth: 16, type: 0, rows: [bytes(18, 200)] }, [[18, 18, 18, 255]]],
    ['grey with opacity', { width: 1, height: 1, depth: 8, type: 4, rows: [bytes(9, 77)] }, [[9, 9, 9, 77]]],
    [
      'colour',
      { width: 1, height: 2, depth: 8, type: 2, rows: [bytes(1, 2, 3), bytes(4, 5, 6)] },
      [
        [1, 2, 3, 255],
        [4, 5, 6, 255],
      ],
    ],
    [
      'colour of sixteen bits with opacity',
      { width: 1, height: 1, depth: 16, type: 6, rows: [bytes(1, 0, 2, 0, 3, 0, 4, 0)] },
      [[1, 2, 3, 4]],
    ],
    [
      'colour of which one is clear',
      { width: 2, height: 1, depth: 8, type: 2, rows: [bytes(1, 2, 3, 1, 2, 4)], opacities: [0, 1, 0, 2, 0, 3] },
      [
        [1, 2, 3, 0],
        [1, 2, 4, 255],
      ],
    ],
    [
      'grey of two bits of which one is clear',
      { width: 2, height: 1, depth: 2, type: 0, rows: [bytes(0b01100000)], opacities: [0, 2] },
      [
        [85, 85, 85, 255],
        [170, 170, 170, 0],
      ],
    ],
    [
      'grey of sixteen bits of which one is clear',
      { width: 2, height: 1, depth: 16, type: 0, rows: [bytes(18, 200, 18, 201)], opacities: [18, 201] },
      [
        [18, 18, 18, 255],
        [18, 18, 18, 0],
      ],
    ],
    [
      'a palette of four bits with opacities',
      {
        width: 3,
        height: 1,
        depth: 4,
        type: 3,
        rows: [bytes(0x10, 0x20)],
        palette: [1, 1, 1, 2, 2, 2, 3, 3, 3],
        opacities: [0],
      },
      [
        [2, 2, 2, 255],
        [1, 1, 1, 0],
        [3, 3, 3, 255],
      ],
    ],
  ])('%s', (_name, parts, expected) => expect(pixelsOf(parts)).toEqual(expected))

  test('are the same whatever filters the rows were written with', () => {
    const picture = fc
      .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 7 }) })
      .chain(({ width, height }) =>
        fc.record({
          width: fc.constant(width),
          height: fc.constant(height),
          rows: fc.array(fc.uint8Array({ minLength: width * 4, maxLength: width * 4 }), {
            minLength: height,
            maxLength: height,
          }),
          filters: fc.array(fc.nat(4), { minLength: height, maxLength: height }),
        }),
      )
    fc.assert(
      fc.property(picture, (parts) => {
        const pixels = decodePng(pngOf({ ...parts, depth: 8, type: 6 }))
        expect(Buffer.from(pixels?.rgba ?? [])).toEqual(Buffer.concat(parts.rows))
      }),
    )
  })

  test('of very many chunks are read in time that grows with them', () => {
    const file = pngOf({ width: 1, height: 1, depth: 8, type: 2, rows: [new Uint8Array(3)] })
    const empty = Buffer.from('0000000049444154' + '35af061e', 'hex')
    const many = Buffer.concat([
      file.subarray(0, 33),
      ...Array.from({ length: 300_000 }, () => empty),
      file.subarray(33),
    ])
    expect(decodePng(many)?.width).toBe(1)
  })

  test('are undefined for what would be stored in more bytes than a note is worth', () => {
    const rows = Array.from({ length: 3000 }, () => new Uint8Array(3000 * 8))
    expect(decodePng(pngOf({ width: 3000, height: 3000, depth: 16, type: 6, rows }))).toBeUndefined()
  })

  test('are undefined for what is damaged or no PNG; nothing throws', () => {
    const good: PngParts = { width: 4, height: 2, depth: 8, type: 2, rows: [new Uint8Array(12), new Uint8Array(12)] }
    expect(decodePng(pngOf({ ...good, height: 3 }))).toBeUndefined()
    expect(decodePng(pngOf({ ...good, filters: [7, 0] }))).toBeUndefined()
    expect(decodePng(pngOf({ ...good, width: 100_000, height: 100_000 }))).toBeUndefined()
    expect(decodePng(Buffer.from('GIF89a'))).toBeUndefined()
    const file = pngOf(good)
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(255), fc.nat(file.length), (at, value, length) => {
        const damaged = Buffer.from(file)
        damaged[at] = value
        for (const bytesLeft of [damaged, damaged.subarray(0, length)]) {
          const pixels = decodePng(bytesLeft)
          if (pixels !== undefined) expect(pixels.rgba).toHaveLength(pixels.width * pixels.height * 4)
        }
      }),
      { numRuns: 500 },
    )
  })
})

/** The rows of a picture in the order of Adam7: pixel (x, y) is in the pass that the grid of 8 x 8 names. */
function adam7(
  width: number,
  height: number,
  rowOf: (pixels: readonly (readonly [number, number])[]) => Uint8Array,
): readonly Uint8Array[] {
  const grid = ['16462646', '77777777', '56565656', '77777777', '36463646', '77777777', '56565656', '77777777']
  const passes = Array.from({ length: 7 }, (_pass, at) =>
    Array.from({ length: height }, (_row, y) =>
      Array.from({ length: width }, (_column, x) => [x, y] as const).filter(
        ([x]) => grid[y % 8]?.[x % 8] === String(at + 1),
      ),
    ).filter((row) => row.length > 0),
  )
  return passes.flat().map(rowOf)
}

describe('an interlaced picture', () => {
  test.each([
    [1, 1],
    [3, 5],
    [8, 8],
    [13, 9],
    [2, 20],
  ])('of %d x %d pixels is the one that is stored row by row', (width, height) => {
    const colour = ([x, y]: readonly [number, number]): readonly number[] => [x * 9, y * 11, (x * y) & 255]
    const line = (row: readonly (readonly [number, number])[]): Uint8Array => Uint8Array.from(row.flatMap(colour))
    const bits = (row: readonly (readonly [number, number])[]): Uint8Array => {
      const bytes = new Uint8Array(Math.ceil(row.length / 8))
      row.forEach(([x, y], at) => (bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (((x + y) & 1) << (7 - (at & 7)))))
      return bytes
    }
    const plain = (rowOf: typeof line): readonly Uint8Array[] =>
      Array.from({ length: height }, (_row, y) => rowOf(Array.from({ length: width }, (_column, x) => [x, y] as const)))
    for (const [type, depth, rowOf] of [
      [2, 8, line],
      [0, 1, bits],
    ] as const) {
      const wanted = decodePng(pngOf({ width, height, depth, type, rows: plain(rowOf) }))
      expect(wanted).toBeDefined()
      const rows = adam7(width, height, rowOf)
      expect(decodePng(pngOf({ width, height, depth, type, rows, interlaced: true }))).toEqual(wanted)
      expect(decodePng(pngOf({ width, height, depth, type, rows: rows.slice(1), interlaced: true }))).toBeUndefined()
    }
  })
})
