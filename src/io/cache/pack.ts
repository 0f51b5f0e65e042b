import type { AsciiBytes } from './ascii-bytes.ts'

/** The shapes of packed objects: the keys of each, in order; a shape's number is its place. */
export class Shapes {
  readonly keys: (readonly string[])[]
  /** Made when an object is packed: most runs only unpack. */
  #first: Step | undefined

  constructor(keys: readonly (readonly string[])[] = []) {
    this.keys = [...keys]
  }

  /** The number of the shape of an object: of its keys that have a value. */
  numberOf(object: Readonly<Record<string, unknown>>): number {
    let step = (this.#first ??= stepsOf(this.keys))
    for (const name in object) if (object[name] !== undefined) step = step.after(name)
    return (step.number ??= this.keys.push(Object.keys(object).filter((name) => object[name] !== undefined)) - 1)
  }
}

/** One key after others: what can come next, and the shape that ends here. */
class Step {
  number: number | undefined = undefined
  readonly #next = new Map<string, Step>()
  /** What came next the last time, which it mostly does again. */
  #lastName = ''
  #last: Step | undefined = undefined

  after(name: string): Step {
    if (this.#last !== undefined && this.#lastName === name) return this.#last
    let next = this.#next.get(name)
    if (next === undefined) this.#next.set(name, (next = new Step()))
    this.#lastName = name
    this.#last = next
    return next
  }
}

function stepsOf(keys: readonly (readonly string[])[]): Step {
  const first = new Step()
  for (const [number, names] of keys.entries()) names.reduce((step, name) => step.after(name), first).number ??= number
  return first
}

const list = -1
const special = -2

const [comma, opening, closing] = [44, 91, 93]

/**
 * Writes plain data as ASCII JSON in which objects are arrays of their shape's number and their values, a third of the size
 * of the same with keys. Keys without a value are left out; infinite numbers and NaN survive.
 */
export function packInto(out: AsciiBytes, value: unknown, shapes: Shapes): void {
  switch (typeof value) {
    case 'string':
      return out.string(value)
    case 'number':
      return Number.isFinite(value) ? out.number(value) : out.text(`[${special},"${value}"]`)
    case 'object':
      if (value === null) return out.text('null')
      return isRecord(value) ? packObject(out, value, shapes) : packList(out, value as readonly unknown[], shapes)
    default:
      return out.text(typeof value === 'boolean' ? String(value) : 'null')
  }
}

function packList(out: AsciiBytes, items: readonly unknown[], shapes: Shapes): void {
  out.byte(opening)
  out.number(list)
  for (const item of items) {
    out.byte(comma)
    packInto(out, item, shapes)
  }
  out.byte(closing)
}

function isRecord(value: object): value is Readonly<Record<string, unknown>> {
  return !Array.isArray(value)
}

function packObject(out: AsciiBytes, object: Readonly<Record<string, unknown>>, shapes: Shapes): void {
  out.byte(opening)
  out.number(shapes.numberOf(object))
  for (const name in object) {
    const item = object[name]
    if (item === undefined) continue
    out.byte(comma)
    packInto(out, item, shapes)
  }
  out.byte(closing)
}

/** Reads what `pack` wrote with the same shapes. Throws on anything else. */
export function unpack(text: string, shapes: Shapes): unknown {
  return build(JSON.parse(text), shapes.keys)
}

/** JSON whose characters beyond ASCII are escaped, so that bytes, characters and offsets are the same thing. */
export function ascii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function build(value: unknown, keys: readonly (readonly string[])[]): unknown {
  if (!Array.isArray(value)) return value
  const kind: unknown = value[0]
  if (kind === special) return Number(value[1])
  if (kind === list) {
    // A copy takes just the room it needs; a list that grows, room for seventeen.
    const items: unknown[] = value.slice(1)
    for (let order = 0; order < items.length; order++) items[order] = build(items[order], keys)
    return items
  }
  const names = keys[Number(kind)]
  if (names === undefined) throw new Error('a shape that was not written')
  const object: Record<string, unknown> = {}
  for (let order = 0; order < names.length; order++) {
    const name = names[order] ?? ''
    const item = build(value[order + 1], keys)
    if (name === '__proto__')
      Object.defineProperty(object, name, { value: item, enumerable: true, configurable: true, writable: true })
    else object[name] = item
  }
  return object
}
