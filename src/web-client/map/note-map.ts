import { make, mayMove } from '../page/dom.ts'
import { folded } from '../page/fold.ts'
import { type Camera, cameraBetween, fittedAt, fittedCamera, moved, sideRoom, zoomed } from './camera.ts'
import { type Colors, drawMap, readColors } from './draw.ts'
import { type Label, placeLabels } from './labels.ts'
import { boxOf, type MapData } from './map-data.ts'
import { followPointers } from './pointers.ts'
import { openPage, showBeside } from './side.ts'
import { Snapshot } from './snapshot.ts'
import { nameTable } from '../../core/model/name-table.ts'
import { mostLinked } from '../../core/publish/coloured-topics.ts'

/** With more links than this the map is only drawn in full while it is not moving. */
const manyLinks = 1500
/** Milliseconds after which labels are placed anew for a closer look. */
const patience = 90

/** The map of the notes: it stands still until it is moved. */
export class NoteMap {
  readonly #data: MapData
  readonly #canvas: HTMLCanvasElement
  readonly #context: CanvasRenderingContext2D
  #camera: Camera = { scale: 1, left: 0, top: 0 }
  #labels: readonly Label[] = []
  #labelled = 0
  #colors: Colors
  #looked: number | undefined
  #lit: ReadonlySet<number> | undefined
  readonly #snapshot = new Snapshot()
  /** Whether the map is moving; a snapshot is shown then. */
  #moving = false
  #asked = false
  #waiting: ReturnType<typeof setTimeout> | undefined

  constructor(box: HTMLElement, data: MapData) {
    this.#data = data
    this.#canvas = make('canvas', {
      tabindex: '0',
      role: 'application',
      'aria-label':
        'Map of the notes: arrow keys go to the nearest note, Enter opens it. The lists after it say the same.',
    })
    box.append(this.#canvas)
    const context = this.#canvas.getContext('2d')
    if (context === null) throw new Error('this browser draws no pictures')
    this.#context = context
    this.#colors = readColors()
    this.#follow(box)
    this.#resize()
    this.reset()
    void document.fonts.load("400 14.5px 'Brygada 1918'").then(() => this.#relabel())
  }

  /** Shows all of the map. */
  reset(): void {
    this.#lit = undefined
    this.#go(fittedCamera(boxOf(this.#data, undefined), this.#canvas.clientWidth, this.#canvas.clientHeight))
  }

  /** Lights up the notes whose titles hold some words, and shows them all. */
  light(wanted: string): void {
    const words = folded(wanted)
      .split(/\s+/)
      .filter((word) => word !== '')
    if (words.length === 0) return this.reset()
    const found = [...this.#data.notes.entries()].flatMap(([number, { title }]) =>
      words.every((word) => folded(title).includes(word)) ? number : [],
    )
    this.#lit = new Set(found)
    if (found.length === 0) return this.#draw()
    const { clientWidth, clientHeight } = this.#canvas
    const near = fittedCamera(boxOf(this.#data, this.#lit), clientWidth, clientHeight)
    const whole = fittedCamera(boxOf(this.#data, undefined), clientWidth, clientHeight)
    this.#go(near.scale > whole.scale * 2.5 ? fittedAt(near, whole.scale * 2.5, clientWidth, clientHeight) : near)
  }

  #follow(box: HTMLElement): void {
    followPointers(this.#canvas, {
      move: (x, y) => {
        this.#moving = true
        this.#camera = moved(this.#camera, x, y)
        this.#draw()
      },
      zoom: (factor, x, y) => {
        this.#moving = this.#isLarge()
        this.#camera = zoomed(this.#camera, factor, x, y)
        this.#draw()
        this.#relabelSoon()
      },
      over: (at) => this.#look(at && this.#noteAt(at)),
      press: ({ touch, beside, ...at }) => this.#press(this.#noteAt(at), touch, beside),
      rest: () => {
        if (!this.#moving) return
        this.#moving = false
        this.#draw()
      },
    })
    this.#canvas.addEventListener('keydown', (event) => this.#key(event))
    this.#canvas.addEventListener('blur', () => this.#look(undefined))
    document.addEventListener('colours', () => {
      this.#colors = readColors()
      this.#draw()
    })
    new ResizeObserver(() => this.#resize()).observe(box)
  }

  #press(number: number | undefined, touch: boolean, beside: boolean): void {
    const note = number === undefined ? undefined : this.#data.notes[number]
    if (note === undefined || (touch && this.#looked !== number)) return this.#look(number)
    openPage(note.address, beside)
  }

  #key(event: KeyboardEvent): void {
    const ways: Readonly<Record<string, readonly [number, number]>> = nameTable({
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
    })
    const way = ways[event.key]
    const { clientWidth, clientHeight } = this.#canvas
    if (way !== undefined) this.#look(this.#nextNote(way))
    else if (event.key === '+' || event.key === '-')
      this.#go(zoomed(this.#camera, event.key === '+' ? 1.4 : 1 / 1.4, clientWidth / 2, clientHeight / 2))
    else if (event.key === 'Enter' && this.#looked !== undefined) this.#press(this.#looked, false, event.shiftKey)
    else if (event.key === 'Escape' && this.#looked !== undefined) this.#look(undefined)
    else return
    event.preventDefault()
  }

  /** The nearest note in a direction from the current one; neighbours count as nearer. */
  #nextNote([dx, dy]: readonly [number, number]): number | undefined {
    const own = this.#looked === undefined ? undefined : this.#data.notes[this.#looked]
    if (own === undefined) return mostLinked(this.#data.notes)
    let best = this.#looked
    let least = Number.POSITIVE_INFINITY
    for (const [number, note] of this.#data.notes.entries()) {
      const along = (note.x - own.x) * dx + (note.y - own.y) * dy
      const aside = Math.abs((note.x - own.x) * dy) + Math.abs((note.y - own.y) * dx)
      if (number === this.#looked || along <= aside * 0.6) continue
      const way = (along + 2 * aside) * (own.near.has(number) ? 0.5 : 1)
      if (way < least) [best, least] = [number, way]
    }
    return best
  }

  #look(number: number | undefined): void {
    if (number === this.#looked) return
    this.#looked = number
    this.#canvas.classList.toggle('over', number !== undefined)
    showBeside(this.#data, number)
    this.#draw()
  }

  #noteAt({ x, y }: { readonly x: number; readonly y: number }): number | undefined {
    const { scale, left, top } = this.#camera
    let best: number | undefined
    let least = 16
    for (const [number, note] of this.#data.notes.entries()) {
      const distance = Math.hypot(note.x * scale + left - x, note.y * scale + top - y) - note.radius
      if (distance < least) [best, least] = [number, distance]
    }
    if (best !== undefined) return best
    const named = this.#labels.find(({ note, at, dx, dy, width }) => {
      const [lx, ly] = [at.x * scale + left + dx, at.y * scale + top + dy]
      return note !== undefined && x >= lx && x <= lx + width && Math.abs(y - ly) < 10
    })
    return named?.note
  }

  #go(to: Camera): void {
    const from = this.#camera
    if (!mayMove() || from.scale === 1) {
      this.#camera = to
      return this.#relabel()
    }
    const start = performance.now()
    this.#moving = this.#isLarge()
    const step = (now: number): void => {
      const part = Math.min(1, (now - start) / 200)
      this.#camera = cameraBetween(from, to, part * (2 - part))
      if (part < 1) {
        this.#paint()
        requestAnimationFrame(step)
      } else this.#relabel()
    }
    requestAnimationFrame(step)
  }

  #resize(): void {
    const { clientWidth, clientHeight } = this.#canvas
    if (clientWidth === 0) return
    const before = this.#canvas.width / (devicePixelRatio || 1)
    this.#canvas.width = Math.round(clientWidth * devicePixelRatio)
    this.#canvas.height = Math.round(clientHeight * devicePixelRatio)
    if (Math.abs(before - clientWidth) > 2 && this.#labelled !== 0) this.reset()
    else this.#draw()
  }

  #relabelSoon(): void {
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => this.#relabel(), patience)
  }

  #isLarge(): boolean {
    return this.#data.links.length > manyLinks
  }

  #relabel(): void {
    this.#moving = false
    this.#labels = this.#placed(this.#data)
    this.#labelled = this.#camera.scale
    this.#draw()
  }

  #draw(): void {
    if (this.#asked) return
    this.#asked = true
    requestAnimationFrame(() => {
      this.#asked = false
      this.#paint()
    })
  }

  #paint(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas
    this.#context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
    if (this.#moving) {
      const view = { camera: this.#camera, width, height, map: boxOf(this.#data, undefined) }
      return this.#snapshot.show(this.#context, view, (...picture) => this.#drawOn(...picture))
    }
    this.#snapshot.drop()
    this.#drawOn(this.#context, this.#camera, width, height)
  }

  #drawOn(context: CanvasRenderingContext2D, camera: Camera, width: number, height: number): void {
    drawMap(context, {
      data: this.#data,
      camera,
      labels: this.#shownLabels(),
      colors: this.#colors,
      width,
      height,
      looked: this.#looked,
      lit: this.#lit,
    })
  }

  #placed(data: MapData): readonly Label[] {
    const style = getComputedStyle(document.documentElement)
    const setting = {
      text: style.getPropertyValue('--text'),
      label: style.getPropertyValue('--label'),
      room: sideRoom(this.#canvas.clientWidth),
    }
    return placeLabels(data, this.#camera, setting, (text, font) => {
      this.#context.font = font
      return this.#context.measureText(text).width
    })
  }

  /** The labels that have a place, and those of what is lit, which has the map to itself. */
  #shownLabels(): readonly Label[] {
    const lit =
      this.#looked === undefined ? this.#lit : new Set([this.#looked, ...(this.#data.notes[this.#looked]?.near ?? [])])
    if (lit === undefined) return this.#labels
    const notes = this.#data.notes.map((note, number) => (lit.has(number) ? note : { ...note, backlinks: -1 }))
    const known = new Map(
      this.#labels.flatMap((label) => (label.note === undefined || !lit.has(label.note) ? [] : [[label.note, label]])),
    )
    const fresh = this.#placed({
      ...this.#data,
      topics: [],
      notes: notes.map((note) => (note.backlinks < 0 ? { ...note, x: -1e6, title: '' } : note)),
    })
    for (const label of fresh) if (label.note !== undefined && lit.has(label.note)) known.set(label.note, label)
    return [...known.values()]
  }
}
