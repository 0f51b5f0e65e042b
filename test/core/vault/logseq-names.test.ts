import { expect, test } from '@jest/globals'
import { logseqNames } from '../../../src/core/vault/logseq-names.ts'

test.each([
  ['Mar 5th, 2024', ['2024_03_05']],
  ['March 21st, 2024', ['2024_03_21']],
  ['Dec 2nd, 1999', ['1999_12_02']],
  ['2024-03-05', ['2024_03_05']],
  ['2024_03_05', ['2024_03_05']],
  ['2024-3-5', []],
  ['mar 5th, 2024', ['2024_03_05']],
  ['Foo 5th, 2024', []],
  ['2024-02-30', []],
  ['Mar 5rd, 2024', []],
  ['Mar 5, 2024', []],
  ['a/b/c', ['a___b___c']],
  ['plain', []],
])('the page %s of Logseq is the file %j', (page, names) => {
  expect(logseqNames(page)).toEqual(names)
})

test('months by their names, in full or by three letters', () => {
  const months = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ]
  for (const [at, month] of months.entries()) {
    const file = [`2024_${String(at + 1).padStart(2, '0')}_09`]
    expect(logseqNames(`${month} 9th, 2024`)).toEqual(file)
    expect(logseqNames(`${month.slice(0, 3)} 9th, 2024`)).toEqual(file)
  }
})

test.each([
  ['Tue, 05.03.2024', ['days/05-03-2024']],
  ['tue, 05.03.2024', ['days/05-03-2024']],
  ['Mon, 05.03.2024', []],
  ['Mar 5th, 2024', ['days/05-03-2024']],
  ['2024-03-05', ['days/05-03-2024']],
  ['05-03-2024', []],
])('the page %s of a vault that calls its journals otherwise is the file %j', (page, names) => {
  expect(logseqNames(page, { folder: 'days', file: 'dd-MM-yyyy', title: 'EEE, dd.MM.yyyy' })).toEqual(names)
})
