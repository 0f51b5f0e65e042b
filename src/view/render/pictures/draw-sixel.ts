import type { Pixels } from '../../../core/model/pixels.ts'
import { drawnAtOnce, MOST_ROWS, type Picture } from './picture.ts'
import { resizePixels } from './resize-pixels.ts'
import { sixelOf } from './sixel.ts'

/** Rows of pixels in a band of sixels. */
const BAND = 6

/** What draws a picture as sixel graphics within a width in columns, made smaller where it must; the cursor stays where it is. */
export function drawSixel(
  pixels: Pixels,
  columns: number,
  cell: { readonly width: number; readonly height: number },
): Picture {
  const room = { width: columns * cell.width, height: Math.floor((MOST_ROWS * cell.height) / BAND) * BAND }
  const scale = Math.min(1, room.width / pixels.width, room.height / pixels.height)
  const width = Math.max(1, Math.floor(pixels.width * scale))
  const height = Math.max(1, Math.floor(pixels.height * scale))
  const rows = Math.ceil((Math.ceil(height / BAND) * BAND) / cell.height)
  const draw = sixelOf(resizePixels(pixels, width, height))
  return drawnAtOnce(`\u001b7${draw}\u001b8`, rows)
}
