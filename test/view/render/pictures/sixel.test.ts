import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Pixels } from '../../../../src/core/model/pixels.ts'
import { drawSixel } from '../../../../src/view/render/pictures/draw-sixel.ts'
import { resizePixels } from '../../../../src/view/render/pictures/resize-pixels.ts'
import { sixelOf } from '../../../../src/view/render/pictures/sixel.ts'

/** What a terminal would draw: a colour for each pixel by row and column, in percent. */
function drawn(sixel: string): {
  readonly width: number
  readonly height: number
  readonly at: ReadonlyMap<string, string>
} {
  const [, width = '', height = '', body = ''] = /^\u001bP0;1;0q"1;1;(\d+);(\d+)(.*)\u001b\\$/s.exec(sixel) ?? []
  const colors = new Map<string, string>()
  const at = new Map<string, string>()
  let [color, column, band] = ['', 0, 0]
  for (const [, place, define, count = '1', character, move] of body.matchAll(
    /#(\d+)(?:;2;(\d+;\d+;\d+))?|(?:!(\d+))?([?-~])|([$-])/g,
  )) {
    if (define !== undefined && place !== undefined) colors.set(place, define)
    else if (place !== undefined) color = colors.get(place) ?? 'unknown'
    else if (move !== undefined) [column, band] = [0, band + (move === '-' ? 1 : 0)]
    else
      for (let times = Number(count); times > 0; times--, column++)
        for (let row = 0; row < 6; row++)
          if ((((character ?? '?').charCodeAt(0) - 63) >> row) & 1) at.set(`${band * 6 + row},${column}`, color)
  }
  return { width: Number(width), height: Number(height), at }
}

function expected({ width, rgba }: Pixels): ReadonlyMap<string, string> {
  const at = new Map<string, string>()
  for (let pixel = 0; pixel * 4 < rgba.length; pixel++) {
    const [red = 0, green = 0, blue = 0, opacity = 0] = rgba.slice(pixel * 4)
    const percent = [red, green, blue].map((side) => Math.round((side * 100) / 255)).join(';')
    if (opacity >= 128) at.set(`${Math.floor(pixel / width)},${pixel % width}`, percent)
  }
  return at
}

const sorted = (map: ReadonlyMap<string, string>) => [...map].toSorted(([one], [other]) => (one < other ? -1 : 1))

describe('sixel graphics', () => {
  const palette = [
    [0, 0, 0, 255],
    [255, 0, 0, 255],
    [0, 128, 255, 255],
    [64, 64, 64, 0],
    [255, 255, 255, 255],
  ]
  const pictures = fc
    .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 15 }))
    .chain(([width, height]) =>
      fc
        .array(fc.constantFrom(...palette), { minLength: width * height, maxLength: width * height })
        .map((pixels): Pixels => ({ width, height, rgba: Uint8Array.from(pixels.flat()) })),
    )

  test('draw every pixel of a picture of few colours, and leave what is transparent', () => {
    fc.assert(
      fc.property(pictures, (pixels) => {
        const { width, height, at } = drawn(sixelOf(pixels))
        expect({ width, height }).toEqual({ width: pixels.width, height: pixels.height })
        expect(sorted(at)).toEqual(sorted(expected(pixels)))
      }),
    )
  })

  test('write long runs as a number', () => {
    const rgba = new Uint8Array(300 * 6 * 4).fill(255)
    expect(sixelOf({ width: 300, height: 6, rgba })).toBe('\u001bP0;1;0q"1;1;300;6#0;2;100;100;100#0!300~\u001b\\')
  })

  test('keep to the colours of a terminal, each near the one meant', () => {
    const [width, height] = [64, 64]
    const rgba = Uint8Array.from({ length: width * height * 4 }, (_, at) => {
      const [x, y] = [(at >> 2) % width, Math.floor((at >> 2) / width)]
      return [x * 4, y * 4, ((x + y) * 2) & 255, 255][at & 3] ?? 0
    })
    const sixel = sixelOf({ width, height, rgba })
    expect((sixel.match(/#\d+;2;/g) ?? []).length).toBeLessThanOrEqual(255)
    const { at } = drawn(sixel)
    const far = [...expected({ width, height, rgba })].map(([place, color]) => {
      const other = (at.get(place) ?? '').split(';').map(Number)
      return Math.max(...color.split(';').map((side, order) => Math.abs(Number(side) - (other[order] ?? 1000))))
    })
    expect(Math.max(...far)).toBeLessThan(16)
    expect(far.reduce((sum, distance) => sum + distance, 0) / far.length).toBeLessThan(6)
  })
})

describe('a picture drawn as sixel graphics', () => {
  const cell = { width: 10, height: 20 }
  const picture = (width: number, height: number): Pixels => ({
    width,
    height,
    rgba: new Uint8Array(width * height * 4).fill(200),
  })

  test.each([
    ['its own size', 100, 60, 80, '100;60', 3],
    ['the width', 400, 100, 20, '200;50', 3],
    ['the height', 300, 1000, 80, '118;396', 20],
    ['a row of pixels', 5, 1, 80, '5;1', 1],
  ])('fits %s', (_what, width, height, columns, size, rows) => {
    const { lines } = drawSixel(picture(width, height), columns, cell)
    const [escape = ''] = lines
    expect(lines).toHaveLength(rows)
    expect(escape).toContain(`"1;1;${size}#`)
    expect(escape.startsWith(`${'\u001bD'.repeat(rows)}\u001b[${rows}A\u001b7\u001bP`)).toBe(true)
    expect(escape.endsWith('\u001b\\\u001b8')).toBe(true)
  })

  test('is made smaller by means of what it had, opaque pixels alone', () => {
    const rgba = Uint8Array.from(
      [
        [10, 0, 0, 255],
        [30, 0, 0, 255],
        [99, 99, 99, 0],
        [50, 0, 0, 255],
      ].flat(),
    )
    expect([...resizePixels({ width: 4, height: 1, rgba }, 2, 1).rgba]).toEqual([20, 0, 0, 255, 50, 0, 0, 128])
  })
})
