import { expect, test } from '@jest/globals'
import type { TableRow } from '../../../src/core/model/report.ts'
import { displayWidth } from '../../../src/view/display-width.ts'
import { plainStyle } from '../../../src/view/style.ts'
import { tableText } from '../../../src/view/text/table-text.ts'

function table(columns: readonly string[], cells: readonly TableRow['cells'][], width = 80): string {
  return tableText({ kind: 'table', columns, rows: cells.map((row) => ({ cells: row })) }, { width, style: plainStyle })
}

test('numbers stand to the right, lists are joined, nothing is blank', () => {
  expect(
    table(
      ['title', 'n', 'tags'],
      [
        ['Ab', 10, ['x', 'y']],
        ['C', 9, undefined],
      ],
    ),
  ).toBe('title   n  tags\nAb     10  x, y\nC       9\n')
})

test('percentages stand to the right, other text with a number to the left', () => {
  expect(
    table(
      ['a', 'b'],
      [
        ['<1%', '1 kg'],
        ['100%', '20 kg'],
        ['5%', '3 kg'],
      ],
    ),
  ).toBe('   a  b\n <1%  1 kg\n100%  20 kg\n  5%  3 kg\n')
})

test('the column that gives way last takes what the others leave', () => {
  const cells = ['a'.repeat(30), 'b'.repeat(30), 'c']
  const [, row = ''] = table(['one', 'two', 'n'], [cells], 40).split('\n')
  expect(row).toBe(`${'a'.repeat(16)}…  ${'b'.repeat(17)}…  c`)
})

test.each([30, 40, 79])('the widest columns give way to fit in %i columns', (width) => {
  const long = 'word '.repeat(30)
  const lines = table(
    ['title', 'summary', 'rating'],
    [
      ['A title of some length', long, 5],
      ['字'.repeat(20), '字'.repeat(60), 4],
    ],
    width,
  ).split('\n')
  for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
  expect(lines[1]).toMatch(/… {2,}5$/)
})

test('a cell is one line and controls nothing', () => {
  expect(table(['a'], [['one\n\ttwo'], ['\u001b[31mred']])).toBe('a\none two\n^[[31mred\n')
})
