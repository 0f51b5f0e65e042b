import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { PrintedNote, Report } from '../../../src/core/model/report.ts'
import { isPlainLine } from '../../../src/core/parse/prose/plain-line.ts'
import { shownReport } from '../../../src/view/shown-report.ts'
import { tagStyle } from '../../../src/view/style.ts'
import { listText } from '../../../src/view/text/list-text.ts'

/** Texts of which many are plain, and some are not by one sign alone. */
const text = fc
  .array(
    fc.oneof(fc.stringMatching(/^[a-z]{1,12}$/), fc.constantFrom('', '$x$', '*a*', '漢', '\u202e', '\n', '<b>', '…')),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((words) => words.join(' '))
const notes = fc.array(
  fc.record({ path: text, title: text, summary: text, topics: fc.array(text, { maxLength: 2 }) }),
  {
    maxLength: 5,
  },
)

function textOf(printed: readonly PrintedNote[], width: number, oneline: boolean): string {
  const report: Report = { kind: 'notes', notes: [], printed, totalsOf: () => ({ links: 0, backlinks: 0 }), oneline }
  return listText(
    shownReport(report, (tex) => `(${tex})`),
    { width, style: tagStyle },
  )
}

test('a list of notes that are known to be plain says what it says of them otherwise', () => {
  fc.assert(
    fc.property(notes, fc.integer({ min: 1, max: 60 }), fc.boolean(), (rows, width, oneline) => {
      const known = rows.map((row) => ({
        ...row,
        isPlain: [row.path, row.title, row.summary, ...row.topics].every(isPlainLine),
      }))
      expect(textOf(known, width, oneline)).toBe(textOf(rows, width, oneline))
    }),
  )
})

test.each(['', 'Neural networks', 'a-b, c: d; (e) "f" #1 + 2!'])('%j is a plain line', (line) => {
  expect(isPlainLine(line)).toBe(true)
})

test.each([
  ' a',
  'a ',
  'a  b',
  'a\tb',
  'a\nb',
  'é',
  'a\u007f',
  '$x',
  '*a*',
  '_',
  '`',
  '[[a]]',
  '<b>',
  '&amp;',
  '~',
  '=',
  '^a',
  '%',
  '\\',
])('%j is no plain line', (line) => {
  expect(isPlainLine(line)).toBe(false)
})
