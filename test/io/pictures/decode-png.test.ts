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

  test('are undefined for what is damaged, interlaced or no PNG; nothing throws', () => {
    const good: PngParts = { width: 4, height: 2, depth: 8, type: 2, rows: [new Uint8Array(12), new Uint8Array(12)] }
    expect(decodePng(pngOf({ ...good, interlaced: true }))).toBeUndefined()
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
