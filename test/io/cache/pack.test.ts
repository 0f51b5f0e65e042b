import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { AsciiBytes } from '../../../src/io/cache/ascii-bytes.ts'
import { packInto, Shapes, unpack } from '../../../src/io/cache/pack.ts'

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', '"', '\\', '\n', '\u007f', 'é', '\ud800', '😀'), maxLength: 60 }),
)
const number = fc.oneof(
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY),
  fc.integer(),
  fc.double(),
  fc.nat(),
  fc.constantFrom(-1, 0, 9, 10, 99, 100, 999_999_999, 1e9, 1e10),
)

describe('packed data', () => {
  test('is what was packed, whatever it holds', () => {
    const data = fc.anything({
      values: [text, number, fc.boolean(), fc.constant(null)],
      key: fc.oneof(text, fc.constantFrom('__proto__', '1', 'a')),
      maxDepth: 4,
    })
    fc.assert(
      fc.property(fc.array(data, { maxLength: 6 }), (all) => {
        const shapes = new Shapes()
        const packed = all.map((one) => {
          const out = new AsciiBytes()
          packInto(out, one, shapes)
          return out.toString()
        })
        const read = new Shapes(shapes.keys)
        for (const [at, one] of all.entries()) {
          expect(packed[at]).toMatch(/^[\0-\u007f]*$/)
          expect(unpack(packed[at] ?? '', read)).toEqual(plain(one))
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('leaves out keys without a value', () => {
    const shapes = new Shapes()
    const out = new AsciiBytes()
    packInto(out, { a: undefined, b: [1, undefined], c: Number.NaN, d: -0 }, shapes)
    expect(unpack(out.toString(), shapes)).toEqual({ b: [1, null], c: Number.NaN, d: 0 })
  })
})

describe('bytes of ASCII', () => {
  test('are the strings and numbers as JSON has them, over the ends of their parts', () => {
    const item = fc.oneof(text, number.filter(Number.isFinite), fc.constant('x'.repeat(5000)))
    fc.assert(
      fc.property(fc.array(item, { maxLength: 30 }), (items) => {
        const out = new AsciiBytes()
        for (const one of items) {
          if (out.size > 0) out.byte(44)
          if (typeof one === 'string') out.string(one)
          else out.number(one)
        }
        const whole = `[${out.toString()}]`
        expect(JSON.parse(whole)).toEqual(items.map((one) => (Object.is(one, -0) ? 0 : one)))
        expect(out.size).toBe(whole.length - 2)
        expect(out.parts().reduce((sum, part) => sum + part.length, 0)).toBe(out.size)
      }),
    )
  })
})

/** What can be told of a value: -0 is 0, a list has null for what is missing, an object leaves it out. */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return value === 0 ? 0 : value
  if (Array.isArray(value)) return value.map((item) => plain(item) ?? null)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).flatMap(([name, item]) => (item === undefined ? [] : [[name, plain(item)]]))
  return Object.fromEntries(entries)
}
