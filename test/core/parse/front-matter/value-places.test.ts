import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { type Escapes, placeValue } from '../../../../src/core/parse/front-matter/value-places.ts'

/** What is written for each unit of a value. */
function pieces(written: string, value: string, escapes: Escapes): readonly string[] | undefined {
  const places = placeValue(written, value, escapes)
  if (places === undefined) return undefined
  return Array.from({ length: value.length }, (_, at) => {
    const { start, end } = places.spanOf(at, at + 1)
    return written.slice(start, end)
  })
}

/** The escapes of YAML 1.2, 5.7. */
const escapes = String.raw`\0 \a \b \t \n \v \f \r \e \" \/ \\ \N \_ \L \P \x41 \u00e9 \U00000041`.split(' ')

describe('a string is placed in what writes it', () => {
  test('each escape of YAML 1.2 says what the library reads', () => {
    for (const escape of escapes) {
      const written = `x${escape}y`
      const value = String(parse(`"${written}"`))
      expect([escape, pieces(written, value, 'escaped')]).toEqual([escape, ['x', escape, 'y']])
    }
    expect(pieces('x\\ y', 'x y', 'escaped')).toEqual(['x', '\\ ', 'y'])
    expect(pieces('x\\\ty', 'x\ty', 'escaped')).toEqual(['x', '\\\t', 'y'])
    // Both halves of a character beyond 16 bits stand at its escape.
    expect(pieces('\\U0001F600b', '😀b', 'escaped')).toEqual(['\\U0001F600', '\\U0001F600', 'b'])
  })

  test.each<readonly [string, string, Escapes, readonly string[] | undefined]>([
    ['abc', 'abc', 'plain', ['a', 'b', 'c']],
    ["it''s", "it's", 'quoted', ['i', 't', "''", 's']],
    ["''''a", "''a", 'quoted', ["''", "''", 'a']],
    ['a\\nb', 'a\\nb', 'plain', ['a', '\\', 'n', 'b']],
    ['a\\b c', 'a\\b c', 'quoted', ['a', '\\', 'b', ' ', 'c']],
    // A line end stands for the blank that it is folded to, the indentation for nothing.
    ['a\n  b', 'a b', 'plain', ['a', '\n', 'b']],
    ['a\r\n  b', 'a b', 'plain', ['a', '\r', 'b']],
    ['a\n  b', 'a b', 'quoted', ['a', '\n', 'b']],
    ['a\n\n  b', 'a\nb', 'escaped', ['a', '\n', 'b']],
    ['  a\n  b\n', 'a\nb\n', 'plain', ['a', '\n', 'b', '\n']],
    ['  a\n  b', 'a\nb\n', 'plain', ['a', '\n', 'b', '']],
    ['a\\\n  b', 'ab', 'escaped', ['a', 'b']],
    ['a\\ \t\r\n  b', 'ab', 'escaped', ['a', 'b']],
    ['a\\\n\n  \\u0041', 'a\nA', 'escaped', ['a', '\n', '\\u0041']],
    ['a\\\n\n  b', 'ab', 'escaped', ['a', 'b']],
    ['a \\\n  \\ b', 'a  b', 'escaped', ['a', ' ', '\\ ', 'b']],
    // What does not go together has no places.
    ['abc', 'abd', 'plain', undefined],
    ['ab', 'abc', 'plain', undefined],
    ['a\\nb', 'a\tb', 'escaped', undefined],
    ["a'b", "a''b", 'plain', undefined],
    ['\\U00110000', '\u0000', 'escaped', undefined],
    ['a\\', 'ab', 'escaped', undefined],
  ])('%j writes %j, %s', (written, value, kind, expected) => {
    expect(pieces(written, value, kind)).toEqual(expected)
  })

  test('a part is from the start of its first unit to the end of its last', () => {
    const places = placeValue("a''[[b''c]] d", "a'[[b'c]] d", 'quoted')
    expect(places?.spanOf(2, 9)).toEqual({ start: 3, end: 11 })
    expect(placeValue('a b', 'a b', 'plain')?.spanOf(1, 2)).toEqual({ start: 1, end: 2 })
  })

  test('in random strings of YAML each unit is written by what alone says the same', () => {
    const units = fc.array(fc.constantFrom('a', ' b', "''", 'é', '\\"', '\\\\', '\\u0041', '\n \n ', '\n  ', '\\\n  '))
    fc.assert(
      fc.property(units, fc.boolean(), (all, isDouble) => {
        const written = `x${all.filter((one) => isDouble || !one.startsWith('\\')).join('')}x`
        const quote = isDouble ? '"' : "'"
        const value: unknown = parse(quote + written + quote, { logLevel: 'silent' })
        if (typeof value !== 'string') return
        const found = pieces(written, value, isDouble ? 'escaped' : 'quoted')
        expect(found).toHaveLength(value.length)
        found?.forEach((piece, at) => {
          const said: unknown = /^\s*$/.test(piece) ? value.charAt(at) : parse(quote + piece + quote)
          expect([written, at, said]).toEqual([written, at, value.charAt(at)])
          if (/^\s*$/.test(piece)) expect(value.charAt(at)).toMatch(/\s/)
        })
      }),
      { numRuns: 100 },
    )
  })
})
