import { expect, test } from '@jest/globals'
import { csv, tsv } from '../../../src/view/formats/csv.ts'

test.each([
  ['=SUM(A1)', "'=SUM(A1)"],
  ['+1', "'+1"],
  ['@x', "'@x"],
  ['-x', "'-x"],
  // A number below zero is no formula.
  ['-5', '-5'],
  ['a=b', 'a=b'],
])('a cell %s is written %s', (cell, written) => {
  expect([csv([{ cell }]), tsv([{ cell }])]).toEqual([`cell\n${written}\n`, `cell\n${written}\n`])
})

test('cells with signs of CSV stand in quotes, doubled within; TSV has blanks for tabs and ends of lines', () => {
  const rows = [{ a: 'x,y', b: 'say "no"', c: 'two\nlines\tof', d: ['p', 'q'], e: null }]
  expect(csv(rows)).toBe('a,b,c,d,e\n"x,y","say ""no""","two\nlines\tof",p; q,\n')
  expect(tsv(rows)).toBe('a\tb\tc\td\te\nx,y\tsay "no"\ttwo lines of\tp; q\t\n')
})

test('columns are those that were asked for, else the flat ones of any row', () => {
  const rows = [
    { a: 1, deep: { x: 1 } },
    { b: [2], list: [{ x: 1 }] },
  ]
  expect(csv(rows)).toBe('a,b\n1,\n,2\n')
  expect(csv(rows, ['b', 'gone'])).toBe('b,gone\n,\n2,\n')
  expect(csv([])).toBe('')
})
