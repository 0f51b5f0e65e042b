import type { Pixels, Undrawn } from '../../core/model/pixels.ts'
import { decodeGif } from './decode-gif.ts'
import { decodePng } from './decode-png.ts'
import { headOf, type PictureHead } from './picture-head.ts'
import { stillWebp } from './still-webp.ts'

/** Larger pictures would take more memory than a note is worth; a photo of a phone has twelve million. */
const mostPixels = 16_800_000

/** Blocks of 8 x 8 pixels that all passes over a JPEG file may read: each pass of a progressive one goes over all blocks again. */
const mostBlocks = 16_000_000

/**
 * The pixels of a PNG, JPEG, GIF or WebP file (the first frame of one that moves), told by its first bytes, upright; else why there are none.
 * What a file may cost is decided by its head, before anything is decoded.
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
