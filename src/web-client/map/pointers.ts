/** The gestures on the map. */
export interface Hand {
  readonly move: (x: number, y: number) => void
  readonly zoom: (factor: number, x: number, y: number) => void
  /** The pointer is over a place, or over none. */
  readonly over: (at: { readonly x: number; readonly y: number } | undefined) => void
  readonly press: (at: {
    readonly x: number
    readonly y: number
    readonly touch: boolean
    readonly beside: boolean
  }) => void
  readonly rest: () => void
}

/** How many pixels a pointer may move during a press. */
const still = 5

/** Follows mouse, pen and fingers: dragging moves, two fingers and the wheel zoom, a press that does not move presses. */
export function followPointers(canvas: HTMLCanvasElement, hand: Hand): void {
  const down = new Map<number, { x: number; y: number }>()
  let travelled = 0
  const place = (event: PointerEvent | WheelEvent): { x: number; y: number } => {
    const box = canvas.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId)
    down.set(event.pointerId, place(event))
    if (down.size === 1) travelled = 0
  })
  canvas.addEventListener('pointermove', (event) => {
    const at = place(event)
    const before = down.get(event.pointerId)
    if (before === undefined) return void (event.pointerType === 'touch' || hand.over(at))
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1]
    travelled += Math.hypot(at.x - before.x, at.y - before.y)
    if (other !== undefined) {
      const factor =
        Math.hypot(at.x - other.x, at.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y))
      hand.zoom(factor, (at.x + other.x) / 2, (at.y + other.y) / 2)
      hand.move((at.x - before.x) / 2, (at.y - before.y) / 2)
    } else if (travelled > still) hand.move(at.x - before.x, at.y - before.y)
    down.set(event.pointerId, at)
  })
  const up = (event: PointerEvent): void => {
    const at = place(event)
    const pressed = down.delete(event.pointerId) && down.size === 0 && travelled <= still && event.type === 'pointerup'
    if (pressed) hand.press({ ...at, touch: event.pointerType === 'touch', beside: event.shiftKey })
    if (down.size === 0) hand.rest()
  }
  canvas.addEventListener('pointerup', up)
  canvas.addEventListener('pointercancel', up)
  canvas.addEventListener('pointerleave', () => down.size === 0 && hand.over(undefined))
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      const { x, y } = place(event)
      hand.zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0016)), x, y)
    },
    { passive: false },
  )
}
