/** The shapes of packed objects: the keys of each, in order; a shape's number is its place. */
export class Shapes {
  readonly keys: string[][]
  readonly #first: Step = { next: new Map(), number: undefined }

  constructor(keys: readonly (readonly string[])[] = []) {
    this.keys = []
    for (const names of keys) this.numberOf(names)
  }

  numberOf(names: readonly string[]): number {
    let step = this.#first
    for (const name of names) {
      let next = step.next.get(name)
      if (next === undefined) step.next.set(name, (next = { next: new Map(), number: undefined }))
      step = next
    }
    return (step.number ??= this.keys.push([...names]) - 1)
  }
}

/** One key after others: what can come next, and the shape that ends here. */
interface Step {
  readonly next: Map<string, Step>
  number: number | undefined
}

const list = -1
const special = -2

/**
 * Writes plain data as ASCII JSON in which objects are arrays of their shape's number and their values, a third of the size
 * of the same with keys. Keys without a value are left out; infinite numbers and NaN survive.
 */
export function pack(value: unknown, shapes: Shapes): string {
  return write(value, shapes)
}

/** Reads what `pack` wrote with the same shapes. Throws on anything else. */
export function unpack(text: string, shapes: Shapes): unknown {
  return build(JSON.parse(text), shapes.keys)
}

/** JSON whose characters beyond ASCII are escaped, so that bytes, characters and offsets are the same thing. */
export function ascii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function write(value: unknown, shapes: Shapes): string {
  switch (typeof value) {
    case 'string':
      return plain.test(value) ? `"${value}"` : ascii(JSON.stringify(value))
    case 'number':
      return Number.isFinite(value) ? String(value) : `[${special},"${value}"]`
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? writeList(value, shapes) : writeObject(value, shapes)
    default:
      return typeof value === 'boolean' ? String(value) : 'null'
  }
}

/** Text that stands in JSON as it is. */
const plain = /^[ !#-[\]-~]*$/

function writeList(items: readonly unknown[], shapes: Shapes): string {
  let text = `[${list}`
  for (const item of items) text += `,${write(item, shapes)}`
  return `${text}]`
}

function writeObject(object: object, shapes: Shapes): string {
  const names: string[] = []
  let values = ''
  for (const [name, item] of Object.entries(object)) {
    if (item === undefined) continue
    names.push(name)
    values += `,${write(item, shapes)}`
  }
  return `[${shapes.numberOf(names)}${values}]`
}

function build(value: unknown, keys: readonly (readonly string[])[]): unknown {
  if (!Array.isArray(value)) return value
  const kind: unknown = value[0]
  if (kind === special) return Number(value[1])
  if (kind === list) {
    const items: unknown[] = []
    for (let order = 1; order < value.length; order++) items.push(build(value[order], keys))
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
