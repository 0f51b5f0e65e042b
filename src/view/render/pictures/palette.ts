import type { Pixels } from '../../../core/model/pixels.ts'

/** A picture in few colours: each pixel's place among them, or `transparent`. */
export interface Painted {
  /** Red, green, blue from 0 to 255. */
  readonly colors: readonly (readonly [number, number, number])[]
  readonly places: Uint16Array
}

/** The place of a pixel that is not drawn. */
export const transparent = 0xffff

/** Colours are told apart by five bits a side. */
const bits = 5

/**
 * Reduces a picture to at most `most` colours: the cube of colours is cut where it holds the most, at the median of its
 * longest side (Heckbert 1982, "Color image quantization for frame buffer display").
 */
export function paintedIn(most: number, { width, height, rgba }: Pixels): Painted {
  const cells = new Map<number, Cell>()
  for (let at = 0; at < rgba.length; at += 4) if ((rgba[at + 3] ?? 0) >= 128) count(cells, rgba, at)
  const boxes = cut([...cells.values()], most)
  for (const [place, box] of boxes.entries()) for (const cell of box) cell.place = place
  const places = new Uint16Array(width * height).fill(transparent)
  for (let pixel = 0; pixel < places.length; pixel++)
    if ((rgba[pixel * 4 + 3] ?? 0) >= 128) places[pixel] = cells.get(keyOf(rgba, pixel * 4))?.place ?? transparent
  return { colors: boxes.map(meanOf), places }
}

/** The pixels of one colour, told apart coarsely: how many, and the sums of their sides. */
interface Cell {
  readonly key: readonly [number, number, number]
  readonly sums: [number, number, number]
  pixels: number
  place: number
}

function keyOf(rgba: Uint8Array, at: number): number {
  const side = (offset: number): number => (rgba[at + offset] ?? 0) >> (8 - bits)
  return (side(0) << (2 * bits)) | (side(1) << bits) | side(2)
}

function count(cells: Map<number, Cell>, rgba: Uint8Array, at: number): void {
  const key = keyOf(rgba, at)
  let cell = cells.get(key)
  if (cell === undefined) {
    const side = (1 << bits) - 1
    cell = { key: [key >> (2 * bits), (key >> bits) & side, key & side], sums: [0, 0, 0], pixels: 0, place: 0 }
    cells.set(key, cell)
  }
  cell.pixels++
  for (const side of [0, 1, 2] as const) cell.sums[side] += rgba[at + side] ?? 0
}

type Box = readonly Cell[]

function cut(cells: Box, most: number): readonly Box[] {
  const boxes: Box[] = cells.length === 0 ? [] : [cells]
  while (boxes.length < most) {
    const largest = boxes.reduce<number | undefined>(
      (best, box, at) =>
        box.length > 1 && (best === undefined || weight(box) > weight(boxes[best] ?? [])) ? at : best,
      undefined,
    )
    if (largest === undefined) return boxes
    boxes.splice(largest, 1, ...halves(boxes[largest] ?? []))
  }
  return boxes
}

const weights = new WeakMap<Box, number>()

/** What is gained by cutting a box: its pixels times the length of its longest side. */
function weight(box: Box): number {
  const known = weights.get(box)
  if (known !== undefined) return known
  const length = Math.max(...([0, 1, 2] as const).map((side) => lengthOf(box, side)))
  const value = length * box.reduce((sum, { pixels }) => sum + pixels, 0)
  weights.set(box, value)
  return value
}

function lengthOf(box: Box, side: 0 | 1 | 2): number {
  let least = Infinity
  let most = -Infinity
  for (const { key } of box) {
    least = Math.min(least, key[side])
    most = Math.max(most, key[side])
  }
  return most - least
}

function halves(box: Box): readonly [Box, Box] {
  const side = ([0, 1, 2] as const).reduce((best, at) => (lengthOf(box, at) > lengthOf(box, best) ? at : best), 0)
  const sorted = box.toSorted((one, other) => one.key[side] - other.key[side])
  const half = box.reduce((sum, { pixels }) => sum + pixels, 0) / 2
  let at = 0
  for (let sum = 0; at < sorted.length - 1 && sum < half; at++) sum += sorted[at]?.pixels ?? 0
  const middle = Math.max(1, at)
  return [sorted.slice(0, middle), sorted.slice(middle)]
}

function meanOf(box: Box): readonly [number, number, number] {
  const pixels = box.reduce((sum, cell) => sum + cell.pixels, 0)
  const side = (order: 0 | 1 | 2): number =>
    Math.round(box.reduce((sum, { sums }) => sum + sums[order], 0) / Math.max(1, pixels))
  return [side(0), side(1), side(2)]
}
