import type { Camera } from './camera.ts'
import type { Label } from './labels.ts'
import type { MapData, MapNote } from './map-data.ts'

/** Colours of the stylesheet as they are now. */
export interface Colors {
  readonly paper: string
  readonly ink: string
  readonly ink2: string
  readonly edge: string
  readonly red: string
  readonly hues: Readonly<Record<string, string>>
}

/** What is drawn. */
export interface Scene {
  readonly data: MapData
  readonly camera: Camera
  readonly labels: readonly Label[]
  readonly colors: Colors
  readonly width: number
  readonly height: number
  /** The note that is looked at, with its neighbours; everything else fades. */
  readonly looked: number | undefined
  /** The notes that a search lights up. */
  readonly lit: ReadonlySet<number> | undefined
}

const faded = 0.22
/** With more links than this they are drawn straight: nobody could follow a single one. */
const manyLinks = 8000

/** Draws the map. */
export function drawMap(context: CanvasRenderingContext2D, scene: Scene): void {
  const { width, height, looked, lit } = scene
  context.clearRect(0, 0, width, height)
  const shown = looked === undefined ? lit : new Set([looked, ...(scene.data.notes[looked]?.near ?? [])])
  context.globalAlpha = shown === undefined ? 1 : faded
  drawLinks(context, scene)
  if (looked !== undefined) drawOwnLinks(context, scene, looked)
  drawNotes(context, scene, shown)
  drawLabels(context, scene, shown)
  context.globalAlpha = 1
}

function line(
  context: CanvasRenderingContext2D,
  { camera }: Scene,
  [from, to]: readonly [MapNote, MapNote],
  bent: boolean,
): void {
  const [x, y] = [from.x * camera.scale + camera.left, from.y * camera.scale + camera.top]
  const [ex, ey] = [to.x * camera.scale + camera.left, to.y * camera.scale + camera.top]
  context.moveTo(x, y)
  if (bent) context.quadraticCurveTo((x + ex) / 2 - (ey - y) * 0.08, (y + ey) / 2 + (ex - x) * 0.08, ex, ey)
  else context.lineTo(ex, ey)
}

/** Whether a link is entirely to one side of the visible part. */
function isBeside({ camera, width, height }: Scene, from: MapNote, to: MapNote): boolean {
  const { scale, left, top } = camera
  const [least, most] = [Math.min(from.x, to.x), Math.max(from.x, to.x)]
  const [highest, lowest] = [Math.min(from.y, to.y), Math.max(from.y, to.y)]
  return (
    most * scale + left < 0 ||
    least * scale + left > width ||
    lowest * scale + top < 0 ||
    highest * scale + top > height
  )
}

/** The links that may be seen. */
function* seenLinks(scene: Scene): Generator<readonly [MapNote, MapNote]> {
  const { links, notes } = scene.data
  for (const [a, b] of links) {
    const [from, to] = [notes[a], notes[b]]
    if (from !== undefined && to !== undefined && !isBeside(scene, from, to)) yield [from, to]
  }
}

/** All links across topics are one path, those inside a topic one for each hue. */
function drawLinks(context: CanvasRenderingContext2D, scene: Scene): void {
  const { data, colors } = scene
  const bent = data.links.length < manyLinks
  const inside = new Map<string, (readonly [MapNote, MapNote])[]>()
  const base = context.globalAlpha
  context.lineWidth = 1
  context.globalAlpha = base * 0.13
  context.strokeStyle = colors.edge
  context.beginPath()
  for (const [from, to] of seenLinks(scene)) {
    if (from.topic === undefined || from.topic !== to.topic) line(context, scene, [from, to], bent)
    else {
      const hue = data.topics[from.topic]?.hue ?? 'tx'
      const pairs = inside.get(hue)
      if (pairs === undefined) inside.set(hue, [[from, to]])
      else pairs.push([from, to])
    }
  }
  context.stroke()
  context.globalAlpha = base * 0.42
  for (const [hue, pairs] of inside) {
    context.strokeStyle = colors.hues[hue] ?? colors.edge
    context.beginPath()
    for (const [from, to] of pairs) line(context, scene, [from, to], bent)
    context.stroke()
  }
  context.globalAlpha = base
}

function drawOwnLinks(context: CanvasRenderingContext2D, scene: Scene, looked: number): void {
  const own = scene.data.notes[looked]
  if (own === undefined) return
  const base = context.globalAlpha
  context.globalAlpha = 1
  context.strokeStyle = scene.colors.red
  context.lineWidth = 1.1
  context.beginPath()
  for (const number of own.near) {
    const other = scene.data.notes[number]
    if (other !== undefined) line(context, scene, [own, other], true)
  }
  context.stroke()
  context.globalAlpha = base
}

/** Marks by topic, first those that fade. */
function drawNotes(context: CanvasRenderingContext2D, scene: Scene, shown: ReadonlySet<number> | undefined): void {
  const { data } = scene
  for (const bright of shown === undefined ? [true] : [false, true]) {
    context.globalAlpha = bright ? 1 : faded
    const groups = new Map<string, { readonly topic: number; readonly notes: MapNote[] }>()
    for (const [number, note] of data.notes.entries()) {
      if (shown !== undefined && shown.has(number) !== bright) continue
      const topic = note.topic ?? -1
      const { hue = 'tx', ring = false } = data.topics[topic] ?? {}
      const look = `${hue} ${String(ring)}`
      const group = groups.get(look)
      if (group === undefined) groups.set(look, { topic, notes: [note] })
      else group.notes.push(note)
    }
    for (const { topic, notes } of groups.values()) marks(context, scene, topic, notes)
  }
  context.globalAlpha = 1
  const own = scene.looked === undefined ? undefined : data.notes[scene.looked]
  if (own !== undefined) {
    context.strokeStyle = scene.colors.red
    context.lineWidth = 2
    context.beginPath()
    circle(context, scene, own, own.radius + 3)
    context.stroke()
  }
}

function marks(context: CanvasRenderingContext2D, scene: Scene, topic: number, notes: readonly MapNote[]): void {
  const { data, colors } = scene
  const { hue = 'tx', ring = false } = data.topics[topic] ?? {}
  context.beginPath()
  for (const note of notes) circle(context, scene, note, ring ? Math.max(1.5, note.radius - 1) : note.radius)
  context.fillStyle = ring ? colors.paper : (colors.hues[hue] ?? colors.edge)
  context.fill()
  if (!ring) return
  context.lineWidth = 2
  context.strokeStyle = colors.hues[hue] ?? colors.edge
  context.stroke()
}

function circle(context: CanvasRenderingContext2D, { camera }: Scene, { x, y }: MapNote, radius: number): void {
  const [cx, cy] = [x * camera.scale + camera.left, y * camera.scale + camera.top]
  context.moveTo(cx + radius, cy)
  context.arc(cx, cy, radius, 0, 2 * Math.PI)
}

function drawLabels(context: CanvasRenderingContext2D, scene: Scene, shown: ReadonlySet<number> | undefined): void {
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.globalAlpha = 1
  for (const label of scene.labels) {
    if (shown !== undefined && (label.note === undefined || !shown.has(label.note))) continue
    const { at, dx, dy, width } = label
    const [x, y] = [at.x * scene.camera.scale + scene.camera.left, at.y * scene.camera.scale + scene.camera.top]
    const isOut = x + dx > scene.width || x + dx + width < 0 || y + dy > scene.height + 20 || y + dy < -20
    if (!isOut) drawLabel(context, scene, label, { x, y })
  }
}

function drawLabel(
  context: CanvasRenderingContext2D,
  { colors, data, looked }: Scene,
  { text, font, note, topic, dx, dy, width, leader }: Label,
  { x, y }: { readonly x: number; readonly y: number },
): void {
  const isLooked = note !== undefined && note === looked
  if (leader) lead(context, colors, { x, y, dx, dy, width })
  context.font = isLooked ? font.replace(/^\d+/, '600') : font
  context.lineWidth = 4
  context.strokeStyle = colors.paper
  context.strokeText(text, x + dx, y + dy)
  const hue = topic === undefined ? undefined : colors.hues[data.topics[topic]?.hue ?? '']
  context.fillStyle = hue ?? (font.startsWith('600') || isLooked ? colors.ink : colors.ink2)
  context.fillText(text, x + dx, y + dy)
}

function lead(
  context: CanvasRenderingContext2D,
  colors: Colors,
  { x, y, dx, dy, width }: { x: number; y: number; dx: number; dy: number; width: number },
): void {
  const end = dx > 0 ? x + dx - 3 : dx + width < 0 ? x + dx + width + 3 : x
  context.strokeStyle = colors.ink2
  context.lineWidth = 1
  context.beginPath()
  context.moveTo(x, y)
  context.lineTo(end, y + dy + (dy > 0 ? -8 : 8) * (end === x ? 1 : 0))
  context.stroke()
}

/** The colours of the page as it is shown. */
export function readColors(): Colors {
  const style = getComputedStyle(document.documentElement)
  const color = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  const hues = Object.fromEntries(['t0', 't1', 't2', 't3', 't4', 't5', 't6', 't7'].map((name) => [name, color(name)]))
  return {
    paper: color('paper'),
    ink: color('ink'),
    ink2: color('ink2'),
    edge: color('edge'),
    red: color('red'),
    hues: { ...hues, tx: color('edge') },
  }
}
