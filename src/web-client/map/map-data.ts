import type { Rectangle } from './camera.ts'
import { noteRadius } from '../../core/publish/note-radius.ts'
import { loadData, type SiteData, siteData, type SiteLinks } from '../page/site-data.ts'

/** A note on the map. */
export interface MapNote {
  readonly title: string
  readonly address: string
  /** Number of its first topic. */
  readonly topic: number | undefined
  readonly backlinks: number
  readonly radius: number
  /** Place on the map, 0 to 10,000. */
  readonly x: number
  readonly y: number
  readonly near: ReadonlySet<number>
}

/** What the map shows. */
export interface MapData {
  readonly site: SiteData
  readonly notes: readonly MapNote[]
  /** Pairs of notes that are linked, each once. */
  readonly links: readonly (readonly [number, number])[]
  readonly topics: readonly { readonly name: string; readonly hue: string; readonly ring: boolean }[]
}

/** Loads the notes and where they stand, to be shown in a box of so many pixels. */
export async function mapData(width: number): Promise<MapData> {
  const [site, l, places] = await Promise.all([
    siteData(),
    loadData<SiteLinks>('links'),
    loadData<readonly number[]>('map'),
  ])
  const { n, t } = site
  const near = n.map(() => new Set<number>())
  const links: [number, number][] = []
  for (const [from, list] of l.entries())
    for (const to of list) {
      if (near[from]?.has(to) === true) continue
      near[from]?.add(to)
      near[to]?.add(from)
      links.push([from, to])
    }
  // Marks are smaller for many notes, or on a narrow screen, where they would hide each other.
  const crowd = Math.min(1, Math.sqrt(700 / Math.max(1, n.length)), Math.max(0.4, width / 700))
  const notes = n.map(([title, address, topics, backlinks], number): MapNote => ({
    title,
    address,
    topic: topics[0],
    backlinks,
    radius: Math.max(1.5, noteRadius(backlinks) * crowd),
    x: places[2 * number] ?? 0,
    y: places[2 * number + 1] ?? 0,
    near: near[number] ?? new Set(),
  }))
  const topics = t.map(([name, marks]) => {
    const [hue = 'tx', ring] = marks.split(' ')
    return { name, hue, ring: ring !== undefined }
  })
  return { site, notes, links, topics }
}

/** The part of the map that some notes take, or all. */
export function boxOf({ notes }: MapData, among: ReadonlySet<number> | undefined): Rectangle {
  const box = { left: 10_000, top: 10_000, right: 0, bottom: 0 }
  for (const [number, { x, y }] of notes.entries()) {
    if (among !== undefined && !among.has(number)) continue
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  return box
}
