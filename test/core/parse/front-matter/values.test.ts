import { describe, expect, test } from '@jest/globals'
import type { MetadataValue } from '../../../../src/core/model/note.ts'
import {
  Fields,
  isoDate,
  nameList,
  stringList,
  tagList,
  textOf,
} from '../../../../src/core/parse/front-matter/values.ts'

/** Whether the calendar has a day: `Date` makes another of one that it has not. */
function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, 0, 1))
  date.setUTCFullYear(year, month - 1, day)
  return month >= 1 && month <= 12 && day >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

describe('dates', () => {
  test('are those that the calendar has, however they are written', () => {
    const two = (number: number): string => String(number).padStart(2, '0')
    for (const year of [1600, 1899, 1900, 2000, 2023, 2024, 2100])
      for (let month = 0; month <= 13; month++)
        for (const day of [0, 1, 9, 10, 28, 29, 30, 31, 32]) {
          const date = `${String(year)}-${two(month)}-${two(day)}`
          const expected = isDay(year, month, day) ? date : undefined
          expect([date, isoDate(date)]).toEqual([date, expected])
          expect([date, isoDate(date.replaceAll('-', '/'))]).toEqual([date, expected])
          expect([date, isoDate(`${date}T10:30`)]).toEqual([date, expected && `${expected}T10:30`])
        }
  })

  test.each<readonly [MetadataValue, string | undefined]>([
    ['2024', '2024'],
    [2024, '2024'],
    ['2024-05', '2024-05'],
    ['2024/05', '2024-05'],
    [' 2024-05-01 ', '2024-05-01'],
    ['2024-05-01 10:30', '2024-05-01T10:30'],
    ['2024-05-01  10:30:15', '2024-05-01T10:30:15'],
    ['2024-05-01T10:30:15.5+02:00', '2024-05-01T10:30:15.5+02:00'],
    ['2024/05/01 10:30Z', '2024-05-01T10:30Z'],
    // Dendron counts milliseconds.
    [1714559400000, '2024-05-01T10:30:00.000Z'],
    ['1714559400000', '2024-05-01T10:30:00.000Z'],
    [17145594000000, undefined],
    [171455940000, undefined],
    ['x1714559400000', undefined],
    ['2024-13', undefined],
    ['2024-00', undefined],
    ['2024-5-1', undefined],
    ['2024-05/01', undefined],
    ['2024/05-01', undefined],
    ['2024x05x01', undefined],
    ['2024-05x01', undefined],
    ['2024x05-01', undefined],
    ['202a-05-01', undefined],
    ['2024-05-0a', undefined],
    ['2024-05-01 later', undefined],
    ['2024-05-01T', undefined],
    ['2024-05-01 10', undefined],
    ['20240501', undefined],
    ['24-05-01', undefined],
    ['x2024-05-01', undefined],
    ['May 1, 2024', undefined],
    ['', undefined],
    [true, undefined],
    [null, undefined],
    [['2024-05-01'], undefined],
    [{ a: '2024' }, undefined],
  ])('%j is %j', (written, expected) => {
    expect(isoDate(written)).toBe(expected)
  })

  test('none is none', () => {
    expect(isoDate(undefined)).toBeUndefined()
  })
})

describe('lists (links.md section 8)', () => {
  test.each<readonly [MetadataValue | undefined, readonly string[]]>([
    [undefined, []],
    [null, []],
    ['a', ['a']],
    [' a ', ['a']],
    ['a, b', ['a, b']],
    ['', []],
    [' ', []],
    [1.5, ['1.5']],
    [0, ['0']],
    [true, []],
    [
      ['a', 2, '', true, null, { a: 'x' }],
      ['a', '2'],
    ],
    [
      ['a', ['b', ['c', ['d']]]],
      ['a', 'b'],
    ],
    [{ a: 'x' }, []],
  ])('the strings of %j', (value, expected) => {
    expect(stringList(value)).toEqual(expected)
  })

  test.each<readonly [MetadataValue | undefined, readonly string[]]>([
    [undefined, []],
    ['a, b c,d', ['a', 'b c', 'd']],
    ['a,, b,', ['a', 'b']],
    [
      ['a, b', 'c'],
      ['a, b', 'c'],
    ],
    [7, ['7']],
    ['[[a]], [[b|c]]', ['a', 'c']],
    ['[[a, b]], c', ['a, b', 'c']],
    [
      ['[[a]]', '[[b\\|c]]', '[[d|]]', '[[|e]]'],
      ['a', 'c', '[[d|]]', 'e'],
    ],
    [
      ['[[ a ]]', '[[b| c ]]'],
      ['a', 'c'],
    ],
    [
      ['[[a]] b', 'x [[a]]', 'c'],
      ['[[a]] b', 'x [[a]]', 'c'],
    ],
    [
      ['x', '[[]]'],
      ['x', '[[]]'],
    ],
  ])('the names of %j', (value, expected) => {
    expect(nameList(value)).toEqual(expected)
  })

  test.each<readonly [MetadataValue | undefined, readonly string[]]>([
    [undefined, []],
    ['a, b c\td\ne', ['a', 'b', 'c', 'd', 'e']],
    ['#a #b/c', ['a', 'b/c']],
    ['a#b', ['a#b']],
    ['##a', ['#a']],
    [
      ['#a', 'b c', '#'],
      ['a', 'b c'],
    ],
    [['#'], []],
    [
      ['a', '[[b c]]', '[[d|#e]]'],
      ['a', 'b c', 'e'],
    ],
    ['[[a b]] c', ['a b', 'c']],
    [2024, ['2024']],
  ])('the tags of %j', (value, expected) => {
    expect(tagList(value)).toEqual(expected)
  })

  test.each<readonly [MetadataValue | undefined, string | undefined]>([
    [' a ', 'a'],
    ['', ''],
    [1.1, '1.1'],
    [true, undefined],
    [null, undefined],
    [['a'], undefined],
    [undefined, undefined],
  ])('the text of %j', (value, expected) => {
    expect(textOf(value)).toBe(expected)
  })
})

describe('fields', () => {
  test('are found by a key of any case; the key in lower case wins, whichever comes first', () => {
    const one = new Fields({ Title: 'a', title: 'b', TITLE: 'c', Tags: 'd', TAGS: 'e' })
    expect([one.first('title'), one.first('tags'), one.first('none')]).toEqual(['b', 'd', undefined])
    expect(new Fields({ title: 'b', Title: 'a' }).first('title')).toBe('b')
  })

  test('the first of some keys that has a value is taken; null is none', () => {
    const some = new Fields({ a: null, b: 'x', c: 'y', D: 'z', d: null, e: false, f: '' })
    expect(some.first('a', 'b', 'c')).toBe('x')
    expect(some.first('c', 'b')).toBe('y')
    expect(some.first('d')).toBe('z')
    expect(some.first('e', 'b')).toBe(false)
    expect(some.first('f', 'b')).toBe('')
    expect(some.first()).toBeUndefined()
  })
})
