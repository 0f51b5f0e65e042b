import type { Pixels } from '../../core/model/pixels.ts'
import { MOST_ROWS, type Picture } from './pictures/picture.ts'
import { resizePixels } from './pictures/resize-pixels.ts'

/** Pixels of the picture for a column, where there is room. */
const COLUMN = 5

/** A picture as half blocks, two pixels to a cell, for terminals that know colours alone; what is transparent stays as it was. */
export function drawBlocks(pixels: Pixels, columns: number, colors: 'all' | '256'): Picture {
  const wanted = Math.max(1, Math.min(columns, Math.ceil(pixels.width / COLUMN)))
  const scale = Math.min(wanted / pixels.width, (MOST_ROWS * 2) / pixels.height)
  const width = Math.max(1, Math.round(pixels.width * scale))
  const height = Math.max(1, Math.round(pixels.height * scale))
  const small = resizePixels(pixels, width, height)
  const rows = Array.from({ length: Math.ceil(height / 2) }, (_, row) => rowOf(small, row * 2, colors))
  return { lines: rows }
}

function rowOf(pixels: Pixels, top: number, colors: 'all' | '256'): string {
  let [text, last] = ['', '']
  for (let column = 0; column < pixels.width; column++) {
    const { character, look } = cellOf(colorAt(pixels, column, top, colors), colorAt(pixels, column, top + 1, colors))
    text += (look === last ? '' : `\u001b[${look}m`) + character
    last = look
  }
  return `${text}\u001b[0m`
}

function cellOf(above: string | undefined, below: string | undefined): { character: string; look: string } {
  if (above === undefined)
    return below === undefined ? { character: ' ', look: '0' } : { character: '▄', look: `0;38;${below}` }
  return { character: '▀', look: below === undefined ? `0;38;${above}` : `38;${above};48;${below}` }
}

/** The colour of a pixel as the terminal takes it; undefined where more is clear than not. */
function colorAt({ width, height, rgba }: Pixels, x: number, y: number, colors: 'all' | '256'): string | undefined {
  const at = (y * width + x) * 4
  if (y >= height || (rgba[at + 3] ?? 0) < 128) return undefined
  const [red, green, blue] = [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0]
  return colors === 'all' ? `2;${red};${green};${blue}` : `5;${nearest(red, green, blue)}`
}

/** The steps of a side in xterm's cube of 216 colours. */
const steps = [0, 95, 135, 175, 215, 255]

/** The nearest of xterm's 256 colours: in the cube, or, for what is almost grey, among its 24 greys. */
function nearest(red: number, green: number, blue: number): number {
  const mean = (red + green + blue) / 3
  if (Math.max(red, green, blue) - Math.min(red, green, blue) < 12 && mean > 4 && mean < 243)
    return 232 + Math.min(23, Math.max(0, Math.round((mean - 8) / 10)))
  const [r, g, b] = [red, green, blue].map(stepOf)
  return 16 + 36 * (r ?? 0) + 6 * (g ?? 0) + (b ?? 0)
}

function stepOf(side: number): number {
  const distances = steps.map((step) => Math.abs(step - side))
  return distances.indexOf(Math.min(...distances))
}
