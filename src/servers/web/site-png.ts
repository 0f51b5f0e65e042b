import type { Site } from '../../core/model/site.ts'
import { encodePng } from '../../io/pictures/encode-png.ts'
import { spectrumLines } from '../../view/html/pages/spectrum-lines.ts'

/** Pixels of the picture that links to a site are shown with, as social pages ask for it. */
const [width, height] = [1200, 630]
/** Paper, axis, and the hues of topics in the light colours of the stylesheet; the last is for notes without a topic. */
const colors = [
  'f7f9f8',
  '84918c',
  '564ea1',
  '00395f',
  '12867d',
  '277709',
  'a98c16',
  '6d330e',
  'db58b0',
  'd13652',
  '84918c',
]
const side = 60
const axis = 430

/** The spectrum of a site as a picture. */
export function sitePng(site: Site): Uint8Array {
  const pixels = new Uint8Array(width * height)
  const lines = spectrumLines(site)
  const step = (width - 2 * side) / Math.max(1, (lines.at(-1)?.place ?? 0) + 1)
  for (const { place, height: tall, topic } of lines) {
    const { hue, ring = false } = (topic === undefined ? undefined : site.topics[topic]) ?? {}
    const wide = Math.max(1, Math.round(step * (ring ? 0.25 : 0.55)))
    const left = Math.round(side + place * step + (step - wide) / 2)
    const top = axis - Math.round((tall / 44) * 260)
    fill(pixels, { left, top, right: left + wide, bottom: axis }, hue === undefined ? 10 : 2 + hue)
  }
  fill(pixels, { left: side, top: axis, right: width - side, bottom: axis + 2 }, 1)
  return encodePng(width, height, pixels, colors.map(rgb))
}

function fill(
  pixels: Uint8Array,
  box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
  color: number,
): void {
  for (let y = box.top; y < box.bottom; y++)
    pixels.fill(color, y * width + box.left, y * width + Math.min(width, box.right))
}

function rgb(hex: string): readonly [number, number, number] {
  const value = Number.parseInt(hex, 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}
