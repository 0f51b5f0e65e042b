import type { Rectangle } from './camera.ts'

/** A line from the middle of a mark of a radius to where its label begins. */
interface Leader {
  readonly from: { readonly x: number; readonly y: number }
  readonly dx: number
  readonly dy: number
  readonly own: number
}

/** Rectangles that a line goes through beyond its own mark. */
function alongLine({ from, dx, dy, own }: Leader): readonly Rectangle[] {
  const length = Math.hypot(dx, dy)
  const boxes: Rectangle[] = []
  for (let way = own + 2; way < length; way += 4) {
    const [x, y] = [from.x + (dx * way) / length, from.y + (dy * way) / length]
    boxes.push({ left: x - 2, right: x + 2, top: y - 2, bottom: y + 2 })
  }
  return boxes
}

function touch(one: Rectangle, other: Rectangle): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}

/** The occupied places on the screen, in a grid of squares so that only near things are compared. */
export class Occupied {
  readonly #size: number
  readonly #edges: Rectangle
  readonly #squares = new Map<string, Rectangle[]>()
  /** Labels and lines to them. */
  readonly #taken: Rectangle[] = []
  readonly #marks: { readonly x: number; readonly y: number; readonly radius: number }[] = []

  constructor(size: number, edges: Rectangle) {
    this.#size = size
    this.#edges = edges
  }

  addMark({ x, y }: { readonly x: number; readonly y: number }, radius: number): void {
    this.#marks.push({ x, y, radius })
    this.#put({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })
  }

  /** Takes a rectangle for a label when nothing stands there. */
  take(box: Rectangle): boolean {
    if (box.left < this.#edges.left || box.right > this.#edges.right) return false
    for (const square of this.#keys(box))
      if (this.#squares.get(square)?.some((other) => touch(box, other)) === true) return false
    this.#put(box)
    this.#taken.push(box)
    return true
  }

  /** Keeps labels and other lines off a line. */
  addLine(line: Leader): void {
    for (const box of alongLine(line)) {
      this.#put(box)
      this.#taken.push(box)
    }
  }

  /** Whether a line crosses no other mark, no label and no other line. */
  isClear(line: Leader): boolean {
    const { from, dx, dy, own } = line
    const length = Math.hypot(dx, dy)
    const missesMarks = this.#marks.every(({ x, y, radius }) => {
      const [px, py] = [x - from.x, y - from.y]
      if (Math.hypot(px, py) <= own + 1) return true
      const along = (px * dx + py * dy) / length
      if (along < 0 || along > length) return true
      return Math.abs(px * dy - py * dx) / length > radius + 1
    })
    return missesMarks && alongLine(line).every((box) => !this.#taken.some((other) => touch(box, other)))
  }

  #put(box: Rectangle): void {
    for (const square of this.#keys(box)) {
      const known = this.#squares.get(square)
      if (known === undefined) this.#squares.set(square, [box])
      else known.push(box)
    }
  }

  *#keys({ left, top, right, bottom }: Rectangle): Iterable<string> {
    const at = (value: number): number => Math.floor(value / this.#size)
    for (let x = at(left); x <= at(right); x++) for (let y = at(top); y <= at(bottom); y++) yield `${x} ${y}`
  }
}
