import { expect, test } from '@jest/globals'
import type { Problem } from '../../../src/core/checks/check-vault.ts'
import { withSource } from '../../../src/core/checks/source-of-problem.ts'

/** A problem of a line, from a column on, of so many units. */
function at(line: number, column: number, length: number): Problem {
  const place = { path: 'a.md', line, column, endColumn: column + length }
  return { code: 'broken-link', severity: 'error', message: 'm', suggestions: [], ...place }
}

const lines = 'one\r\ntwo\n\nfour'.split('\n')

/** Where a problem ends, and its line as it is shown. */
const said = ({ endLine, endColumn, source, sourceStart }: Problem): unknown => [
  endLine,
  endColumn,
  source,
  sourceStart,
]

test.each<[number, number, number, unknown]>([
  [1, 1, 3, [undefined, 4, 'one', undefined]],
  [2, 2, 1, [undefined, 3, 'two', undefined]],
  [2, 1, 3, [undefined, 4, 'two', undefined]],
  [2, 1, 4, [undefined, 4, 'two', undefined]],
  [2, 1, 5, [3, 1, 'two', undefined]],
  [2, 3, 4, [4, 2, 'two', undefined]],
  [2, 1, 9, [4, 5, 'two', undefined]],
  [4, 1, 99, [undefined, 5, 'four', undefined]],
])('in line %i, from column %i, %i units', (line, column, length, expected) => {
  expect(said(withSource(at(line, column, length), lines))).toEqual(expected)
})

test('one about the note as a whole, or of a line that is no longer there, has no source', () => {
  const whole: Problem = {
    code: 'orphan',
    severity: 'info',
    message: 'm',
    suggestions: [],
    path: 'a.md',
    line: 1,
    column: 1,
  }
  expect(withSource(whole, lines)).toBe(whole)
  expect(withSource(at(5, 1, 1), lines)).toEqual(at(5, 1, 1))
})

test('of a long line the part around it', () => {
  const long = `${'a'.repeat(1500)}X${'b'.repeat(1500)}`
  const { source, sourceStart } = withSource(at(1, 1501, 1), [long])
  expect([source, sourceStart]).toEqual([long.slice(500, 2500), 500])
  expect(withSource(at(1, 3, 1), [long])).toMatchObject({ source: long.slice(0, 2000), sourceStart: 0 })
  expect(withSource(at(1, 3, 1), ['c'.repeat(2000)])).toMatchObject({ source: 'c'.repeat(2000) })
  expect('sourceStart' in withSource(at(1, 3, 1), ['c'.repeat(2000)])).toBe(false)
  expect('sourceStart' in withSource(at(1, 3, 1), ['c'.repeat(2001)])).toBe(true)
})
