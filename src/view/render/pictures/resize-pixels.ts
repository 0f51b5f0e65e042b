import type { Pixels } from '../../../core/model/pixels.ts'

/** A picture made smaller: each pixel is the mean of those it stands for, opaque ones counting more. */
export function resizePixels(pixels: Pixels, width: number, height: number): Pixels {
  if (width === pixels.width && height === pixels.height) return pixels
  const rgba = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    const rows = span(y, height, pixels.height)
    for (let x = 0; x < width; x++) rgba.set(mean(pixels, span(x, width, pixels.width), rows), (y * width + x) * 4)
  }
  return { width, height, rgba }
}

type Span = readonly [from: number, to: number]

/** The places of the large side that one place of the small side stands for; at least one. */
function span(at: number, small: number, large: number): Span {
  const from = Math.floor((at * large) / small)
  return [from, Math.max(from + 1, Math.floor(((at + 1) * large) / small))]
}

function mean({ width, rgba }: Pixels, [left, right]: Span, [top, bottom]: Span): readonly number[] {
  const sums: [number, number, number] = [0, 0, 0]
  let opacity = 0
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const at = (y * width + x) * 4
      const weight = rgba[at + 3] ?? 0
      opacity += weight
      for (const side of [0, 1, 2] as const) sums[side] += (rgba[at + side] ?? 0) * weight
    }
  if (opacity === 0) return [0, 0, 0, 0]
  return [...sums.map((sum) => Math.round(sum / opacity)), Math.round(opacity / ((right - left) * (bottom - top)))]
}
