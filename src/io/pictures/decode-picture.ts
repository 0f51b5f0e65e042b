import type { Pixels, Undrawn } from '../../core/model/pixels.ts'
import { decodeGif } from './decode-gif.ts'
import { decodePng } from './decode-png.ts'
import { headOf, type PictureHead } from './picture-head.ts'
import { stillWebp } from './still-webp.ts'

/** Larger pictures would take too much memory for a note; a phone's photo has twelve million pixels. */
const mostPixels = 16_800_000

/** How many blocks of 8 x 8 pixels all passes over a JPEG file may read in total: each pass of a progressive file reads all blocks. */
const mostBlocks = 16_000_000

/**
 * The pixels of a PNG, JPEG, GIF or WebP file (the first frame of an animated one), recognised by its first bytes, upright; else the reason
 * why not. The cost is estimated from the file's header before anything is decoded.
 */
export async function decodePicture(picture: Buffer): Promise<Pixels | Undrawn> {
  const file = stillWebp(picture)
  if (file === undefined) return { reason: 'damaged' }
  const head = headOf(file)
  if (typeof head === 'string') return { reason: head }
  const reason = tooCostly(head)
  if (reason !== undefined) return { reason }
  try {
    return (await pixelsOf(file, head)) ?? { reason: 'damaged' }
  } catch {
    return { reason: 'damaged' }
  }
}

function tooCostly({ width, height, passes }: PictureHead): string | undefined {
  if (width * height > mostPixels) return `too large: ${width} × ${height} pixels`
  if (Math.ceil(width / 8) * Math.ceil(height / 8) * passes > mostBlocks) return `too slow: ${passes} passes`
  return undefined
}

async function pixelsOf(file: Buffer, { format }: PictureHead): Promise<Pixels | undefined> {
  if (format === 'png') return decodePng(file)
  if (format === 'gif') return decodeGif(file, mostPixels)
  return (await import('./decode-by-wasm.ts')).decodeByWasm(file, format)
}
