/** The view of the map: its point `x`, `y` is at `x * scale + left`, `y * scale + top` on the screen. */
export interface Camera {
  readonly scale: number
  readonly left: number
  readonly top: number
}

/** A rectangle of the map or the screen. */
export interface Rectangle {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Pixels at the sides of a map of some width that are left to labels. */
export function sideRoom(width: number): number {
  return Math.min(100, width * 0.13)
}

/** A camera that shows a part of the map in a screen, with room around it for labels. */
export function fittedCamera(part: Rectangle, width: number, height: number): Camera {
  const wide = Math.max(1, part.right - part.left)
  const high = Math.max(1, part.bottom - part.top)
  const scale = Math.max(0.001, Math.min((width - 2 * sideRoom(width)) / wide, (height - 80) / high))
  return {
    scale,
    left: (width - wide * scale) / 2 - part.left * scale,
    top: (height - high * scale) / 2 - part.top * scale,
  }
}

/** The camera after zooming about a point of the screen. */
export function zoomed(camera: Camera, factor: number, x: number, y: number): Camera {
  const scale = Math.max(0.004, Math.min(1.2, camera.scale * factor))
  const by = scale / camera.scale
  return { scale, left: x - (x - camera.left) * by, top: y - (y - camera.top) * by }
}

/** The camera after moving by pixels of the screen. */
export function moved(camera: Camera, x: number, y: number): Camera {
  return { ...camera, left: camera.left + x, top: camera.top + y }
}

/** A camera between two others, `part` from 0 to 1. */
export function cameraBetween(from: Camera, to: Camera, part: number): Camera {
  const mix = (a: number, b: number): number => a + (b - a) * part
  return { scale: mix(from.scale, to.scale), left: mix(from.left, to.left), top: mix(from.top, to.top) }
}

/** A camera at another scale with the same middle of the screen. */
export function fittedAt(camera: Camera, scale: number, width: number, height: number): Camera {
  return zoomed(camera, scale / camera.scale, width / 2, height / 2)
}
