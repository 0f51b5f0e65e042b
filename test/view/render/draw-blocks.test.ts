import { expect, test } from '@jest/globals'
import { drawBlocks } from '../../../src/view/render/draw-blocks.ts'
import { displayWidth } from '../../../src/view/display-width.ts'

const red = [255, 0, 0, 255]
const blue = [0, 0, 255, 255]
const clear = [9, 9, 9, 0]

/** A picture of blocks of five by five pixels, one for each colour. */
function picture(rows: readonly (readonly (readonly number[])[])[]): Parameters<typeof drawBlocks>[0] {
  const pixels = rows
    .flatMap((row) => Array.from({ length: 5 }, () => row.flatMap((one) => Array(5).fill(one))))
    .flat(2)
  return { width: (rows[0]?.length ?? 0) * 5, height: rows.length * 5, rgba: Uint8Array.from(pixels as number[]) }
}

test('two pixels stand in a cell, and what is clear keeps the ground', () => {
  const drawn = picture([
    [red, red, clear, clear],
    [blue, clear, blue, clear],
  ])
  expect(drawBlocks(drawn, 80, 'all').lines).toEqual([
    '\u001b[38;2;255;0;0;48;2;0;0;255m▀\u001b[0;38;2;255;0;0m▀\u001b[0;38;2;0;0;255m▄\u001b[0m \u001b[0m',
  ])
  expect(drawBlocks(drawn, 80, '256').lines[0]).toContain('\u001b[38;5;196;48;5;21m▀')
})

test.each([
  ['the width', 4000, 100, 40],
  ['twenty rows', 100, 4000, 40],
  ['a pixel', 1, 1, 40],
  ['a column', 5000, 5000, 1],
])('a picture keeps to %s', (_what, width, height, columns) => {
  const { lines } = drawBlocks({ width, height, rgba: new Uint8Array(width * height * 4).fill(255) }, columns, 'all')
  expect(lines.length).toBeGreaterThan(0)
  expect(lines.length).toBeLessThanOrEqual(20)
  for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns)
})

test.each([
  [[128, 128, 128], 244],
  [[130, 126, 128], 244],
  [[8, 8, 8], 232],
  [[238, 238, 238], 255],
  [[242, 242, 242], 255],
  [[0, 0, 0], 16],
  [[255, 255, 255], 231],
  [[95, 135, 175], 67],
  [[100, 130, 180], 67],
])('of 256 colours the nearest is taken, greys from the greys: %j', (colour, number) => {
  const one = [...colour, 255]
  expect(drawBlocks(picture([[one], [one]]), 80, '256').lines[0]).toContain(`38;5;${number};48;5;${number}m`)
})
