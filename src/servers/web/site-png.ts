import { neighboursOf, type Site } from '../../core/model/site.ts'
import { encodePng } from '../../io/pictures/encode-png.ts'
import { linesOf } from '../../view/html/pages/spectrum.ts'
import { leastPlaces } from '../../view/html/pages/spectrum-lines.ts'

/** The size in pixels that social networks expect of a picture for a link. */
const [width, height] = [1200, 630]
/** The palette, from the light colours of the stylesheet: paper, axis, the topics, notes without a topic, notes that are far, the note itself. */
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
  'cfd8d4',
  'a3164c',
]
/** Where they stand in that list. */
const [far, own] = [11, 12]
const side = 60
const axis = 430

/** Sites with more notes than this have one picture for all notes: each takes about a millisecond and 2.4 kB. */
const mostPictures = 2000

/** Where the picture of a note lies among what wend adds to the site. */
export function pictureName(site: Site, note: number | undefined): string {
  const own = note === undefined || site.notes.length > mostPictures ? undefined : site.notes[note]
  return own === undefined ? 'picture.png' : `pictures/${own.address.replace(/\.html$/, '.png')}`
}

/** The spectrum of a site as a picture; for a note, its own line is red, and only its neighbours are coloured. */
export function sitePng(site: Site, note?: number): Uint8Array {
  const stripes = stripesOf(site, note)
  const row = new Uint8Array(width)
  // Above the axis each row is the same as the one above, plus the lines that begin in it.
  const rowAt = (y: number): Uint8Array | undefined => {
    const begun = stripes.get(y)
    for (const { left, right, color } of begun ?? []) row.fill(color, left, right)
    if (y === axis) return row.fill(0).fill(1, side, width - side)
    if (y === axis + 2) return row.fill(0)
    return begun === undefined ? undefined : row
  }
  return encodePng({ width, height, row: rowAt, palette: colors.map(rgb) })
}

interface Stripe {
  readonly left: number
  readonly right: number
  readonly color: number
}

/** The lines of the spectrum by the row they begin in. */
function stripesOf(site: Site, note: number | undefined): ReadonlyMap<number, readonly Stripe[]> {
  const lines = linesOf(site)
  const step = (width - 2 * side) / Math.max(leastPlaces, (lines.at(-1)?.place ?? 0) + 1)
  const shown = note === undefined ? undefined : site.notes[note]
  const near = shown && new Set(neighboursOf(shown))
  const stripes = new Map<number, Stripe[]>()
  for (const { place, height: tall, topic, notes } of lines) {
    const { hue = 8, ring = false } = site.topics[topic ?? -1] ?? {}
    const isOwn = note !== undefined && notes.includes(note)
    const isLit = near === undefined || notes.some((one) => near.has(one))
    const wide = Math.max(1, Math.round(step * share(isOwn, ring)))
    const left = Math.round(side + place * step + (step - wide) / 2)
    const top = axis - Math.round((tall / 44) * 260)
    const stripe = { left, right: Math.min(width, left + wide), color: isOwn ? own : isLit ? 2 + hue : far }
    stripes.set(top, [...(stripes.get(top) ?? []), stripe])
  }
  return stripes
}

/** Which part of its place a line fills. */
function share(isOwn: boolean, isRing: boolean): number {
  return isOwn ? 0.9 : isRing ? 0.25 : 0.55
}

function rgb(hex: string): readonly [number, number, number] {
  const value = Number.parseInt(hex, 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}
