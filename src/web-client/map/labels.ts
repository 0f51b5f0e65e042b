import type { Camera, Rectangle } from './camera.ts'
import type { MapData, MapNote } from './map-data.ts'
import { Occupied } from './occupied.ts'

/** A label, placed relative to what it names so that it moves along. */
export interface Label {
  readonly text: string
  readonly font: string
  /** The note it names; absent for the name of a topic, which stands at a place of the map. */
  readonly note?: number
  readonly topic?: number
  readonly at: { readonly x: number; readonly y: number }
  /** Pixels from there to the left end of its line, and to the middle of its height. */
  readonly dx: number
  readonly dy: number
  readonly width: number
  /** Whether a line leads to it. */
  readonly leader: boolean
}

/** Families as the stylesheet names them, and the room for labels. */
export interface LabelSetting {
  readonly text: string
  readonly label: string
  /** Pixels that labels may stand beyond the outermost notes at the sides. */
  readonly room: number
}

/** Notes that are named first: at most so many, and only what others lean on. */
const mostHubs = 12
/** Characters of a title on the map. */
const longest = 26
/** Labels that are placed at most; more could not be read. */
const mostLabels = 260

/**
 * Places labels in tiers at a scale: hubs, topics, then the other notes by links. No label overlaps another or a note's mark; labels
 * without room appear when zoomed in.
 */
export function placeLabels(
  data: MapData,
  camera: Camera,
  setting: LabelSetting,
  measure: (text: string, font: string) => number,
): readonly Label[] {
  const grid = new Occupied(64, edges(data, camera.scale, setting.room))
  const place = ({ x, y }: { readonly x: number; readonly y: number }): { x: number; y: number } => ({
    x: x * camera.scale,
    y: y * camera.scale,
  })
  for (const note of data.notes) grid.addMark(place(note), note.radius + 1)
  const labels: Label[] = []
  const ranked = [...data.notes.keys()].sort(
    (a, b) => (data.notes[b]?.backlinks ?? 0) - (data.notes[a]?.backlinks ?? 0),
  )
  const hubs = ranked
    .slice(0, Math.min(mostHubs, Math.ceil(ranked.length / 12)))
    .filter((number) => (data.notes[number]?.backlinks ?? 0) > 2)
  const put = (number: number, font: string, far: boolean): void => {
    const note = data.notes[number]
    if (note === undefined || labels.length >= mostLabels) return
    const text = shortened(note.title)
    const found = spotFor(grid, place(note), note.radius, { width: measure(text, font), far })
    if (found !== undefined) labels.push({ text, font, note: number, at: note, ...found })
  }
  for (const number of hubs) put(number, `600 16px ${setting.text}`, true)
  for (const label of topicLabels(data, grid, place, (text) => measure(text, `500 15px ${setting.label}`)))
    labels.push({ ...label, font: `500 15px ${setting.label}` })
  const rest = ranked.filter((number) => !hubs.includes(number))
  const well = Math.ceil(rest.length / 3)
  for (const [order, number] of rest.entries())
    put(number, `400 ${order < well ? 14.5 : 13.5}px ${setting.text}`, false)
  return labels
}

function shortened(title: string): string {
  if (title.length <= longest) return title
  const cut = title.slice(0, longest)
  return `${cut.slice(0, Math.max(12, cut.lastIndexOf(' '))).trimEnd()} …`
}

interface Spot {
  readonly dx: number
  readonly dy: number
  readonly width: number
  readonly leader: boolean
}

/** Half the height of a label with the space around it. */
const half = 10

/** A free place among eight around a mark; for a hub also farther away, with a line that crosses no mark, label or other line. */
function spotFor(
  grid: Occupied,
  at: { readonly x: number; readonly y: number },
  radius: number,
  { width, far }: { readonly width: number; readonly far: boolean },
): Spot | undefined {
  const gap = radius + 5
  const near: readonly (readonly [number, number])[] = [
    [gap, 0],
    [-gap - width, 0],
    [-width / 2, gap + half],
    [-width / 2, -gap - half],
    [gap * 0.7, gap * 0.7 + 6],
    [gap * 0.7, -gap * 0.7 - 6],
    [-gap * 0.7 - width, gap * 0.7 + 6],
    [-gap * 0.7 - width, -gap * 0.7 - 6],
  ]
  for (const [dx, dy] of near) if (grid.take(boxOf(at, dx, dy, width))) return { dx, dy, width, leader: false }
  if (!far) return undefined
  for (let distance = 34; distance <= 96; distance += 10)
    for (let turn = 0; turn < 16; turn++) {
      const angle = (turn * Math.PI) / 8 - Math.PI / 2
      const [x, y] = [Math.cos(angle) * distance, Math.sin(angle) * distance]
      const dx = Math.abs(x) < 12 ? x - width / 2 : x > 0 ? x : x - width
      const line = { from: at, dx: x, dy: y, own: radius }
      if (!grid.isClear(line) || !grid.take(boxOf(at, dx, y, width))) continue
      grid.addLine(line)
      return { dx, dy: y, width, leader: true }
    }
  return undefined
}

function boxOf(at: { readonly x: number; readonly y: number }, dx: number, dy: number, width: number): Rectangle {
  return { left: at.x + dx - 2, right: at.x + dx + width + 2, top: at.y + dy - half, bottom: at.y + dy + half }
}

/** The names of topics below or above the middle of their notes. */
function topicLabels(
  data: MapData,
  grid: Occupied,
  place: (at: { readonly x: number; readonly y: number }) => { x: number; y: number },
  measure: (text: string) => number,
): readonly Omit<Label, 'font'>[] {
  return data.topics.flatMap(({ name }, topic): readonly Omit<Label, 'font'>[] => {
    const notes = data.notes.filter((note) => note.topic === topic)
    if (notes.length === 0) return []
    const at = middleOf(notes)
    const { x, y } = place(at)
    const ys = notes.map((note) => place(note).y - y)
    const [above, below] = [Math.min(...ys) - 18, Math.max(...ys) + 18]
    const width = measure(name)
    for (const dy of [below, above, below + 20, above - 20, 0])
      for (const shift of [0, -0.5, 0.5, -1, 1]) {
        const dx = -width / 2 + (shift * width) / 2
        if (grid.take(boxOf({ x, y }, dx, dy, width))) return [{ text: name, topic, at, dx, dy, width, leader: false }]
      }
    return []
  })
}

function middleOf(notes: readonly MapNote[]): { readonly x: number; readonly y: number } {
  const sum = notes.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 })
  return { x: sum.x / notes.length, y: sum.y / notes.length }
}

/** Pixels that labels may stand above and below the outermost notes. */
const margin = 96

/** The part of the screen that the map takes at a scale, with room for labels. */
function edges({ notes }: MapData, scale: number, room: number): Rectangle {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const { x, y } of notes) {
    if (x < 0) continue
    box.left = Math.min(box.left, x * scale - room)
    box.right = Math.max(box.right, x * scale + room)
    box.top = Math.min(box.top, y * scale - margin)
    box.bottom = Math.max(box.bottom, y * scale + margin)
  }
  return box
}
