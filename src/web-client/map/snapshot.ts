import type { Camera, Rectangle } from './camera.ts'

/** The camera, the size of the screen in pixels, and the extent of the map. */
export interface View {
  readonly camera: Camera
  readonly width: number
  readonly height: number
  readonly map: Rectangle
}

/** How far a snapshot reaches beyond the screen, in parts of its width and height. */
const beyond = 0.4
/** Pixels around the map for its labels. */
const room = 220
/** A snapshot is not shown larger than this: it would blur. */
const mostEnlarged = 2

/** A picture of the map that is moved and scaled while the map is moved, so that not every link is drawn in each frame. */
export class Snapshot {
  readonly #canvas = document.createElement('canvas')
  #camera: Camera | undefined
  #area: Rectangle = { left: 0, top: 0, right: 0, bottom: 0 }

  /** Draws a view; the picture is made anew with `paint` when the present one does not cover it. */
  show(
    context: CanvasRenderingContext2D,
    view: View,
    paint: (context: CanvasRenderingContext2D, camera: Camera, width: number, height: number) => void,
  ): void {
    const taken = this.#camera !== undefined && this.#holds(view, this.#camera) ? this.#camera : this.#take(view, paint)
    const { camera, width, height } = view
    const by = camera.scale / taken.scale
    const { left, top, right, bottom } = this.#area
    context.clearRect(0, 0, width, height)
    if (this.#canvas.width === 0 || this.#canvas.height === 0) return
    const x = onPixel((left - taken.left) * by + camera.left)
    const y = onPixel((top - taken.top) * by + camera.top)
    context.drawImage(this.#canvas, x, y, (right - left) * by, (bottom - top) * by)
  }

  /** Forgets the picture: what it shows has changed. */
  drop(): void {
    this.#camera = undefined
  }

  #holds({ camera, width, height, map }: View, taken: Camera): boolean {
    const by = taken.scale / camera.scale
    if (by * mostEnlarged < 1) return false
    const seen = common({ left: 0, top: 0, right: width, bottom: height }, placed(map, camera))
    return (
      (seen.left - camera.left) * by + taken.left >= this.#area.left - 1 &&
      (seen.right - camera.left) * by + taken.left <= this.#area.right + 1 &&
      (seen.top - camera.top) * by + taken.top >= this.#area.top - 1 &&
      (seen.bottom - camera.top) * by + taken.top <= this.#area.bottom + 1
    )
  }

  #take({ camera, width, height, map }: View, paint: Parameters<Snapshot['show']>[2]): Camera {
    const [wide, high] = [width * beyond, height * beyond]
    const around = { left: -wide, top: -high, right: width + wide, bottom: height + high }
    const { left, top, right, bottom } = (this.#area = whole(common(around, placed(map, camera))))
    this.#canvas.width = Math.ceil((right - left) * devicePixelRatio)
    this.#canvas.height = Math.ceil((bottom - top) * devicePixelRatio)
    const context = this.#canvas.getContext('2d')
    context?.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
    const moved = { ...camera, left: camera.left - left, top: camera.top - top }
    if (context !== null) paint(context, moved, right - left, bottom - top)
    this.#camera = camera
    return camera
  }
}

/** Where the map lies on the screen, with its labels. */
function placed({ left, top, right, bottom }: Rectangle, { scale, left: x, top: y }: Camera): Rectangle {
  return {
    left: left * scale + x - room,
    top: top * scale + y - room,
    right: right * scale + x + room,
    bottom: bottom * scale + y + room,
  }
}

function common(a: Rectangle, b: Rectangle): Rectangle {
  const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)]
  return {
    left,
    top,
    right: Math.max(left, Math.min(a.right, b.right)),
    bottom: Math.max(top, Math.min(a.bottom, b.bottom)),
  }
}

function whole({ left, top, right, bottom }: Rectangle): Rectangle {
  return { left: Math.floor(left), top: Math.floor(top), right: Math.ceil(right), bottom: Math.ceil(bottom) }
}

/** At whole pixels, since the picture would be blurred between them. */
function onPixel(at: number): number {
  return Math.round(at * devicePixelRatio) / devicePixelRatio
}
