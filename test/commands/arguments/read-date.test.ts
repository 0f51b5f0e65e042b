import { describe, expect, test } from '@jest/globals'
import { mayBeDay, readDate, readDays } from '../../../src/commands/arguments/read-date.ts'

/** A Friday. */
const now = new Date(2026, 10, 27, 12, 0)

describe('a day in words', () => {
  test.each([
    ['2026-03', '2026-03'],
    ['2026-02-29', undefined],
    ['2024-13-01', undefined],
    ['today', '2026-11-27'],
    ['Yesterday', '2026-11-26'],
    ['last friday', '2026-11-20'],
    ['on last  friday', '2026-11-20'],
    ['-7d', '2026-11-20'],
    ['-1', '2026-11-26'],
    ['+2w', '2026-12-11'],
    ['- 1 m', '2026-10-27'],
    ['+3m', '2027-02-27'],
    ['-1y', '2025-11-27'],
    ['-2h', '2026-11-27T10:00'],
    ['2 weeks ago', '2026-11-13'],
    ['the day before yesterday', '2026-11-25'],
    ['3 march 2026', '2026-03-03'],
    ['march 2026', '2026-03'],
    ['20260303', '2026-03-03'],
    ['20260230', undefined],
    ['20261301', undefined],
    ['12345678', undefined],
    ['lst friday', undefined],
    ['friday or so', undefined],
    ['draft', undefined],
    ['', undefined],
  ])('%j is %j', async (words, day) => {
    expect(await readDate(words, now)).toBe(day)
    if (day !== undefined && !/^\d/.test(words)) expect(mayBeDay(words)).toBe(true)
  })

  test('a month later than the last of one ends with it', async () => {
    expect(await readDate('+1m', new Date(2026, 0, 31))).toBe('2026-02-28')
    expect(await readDate('-1y', new Date(2024, 1, 29))).toBe('2023-02-28')
  })

  test.each([
    ['monday', '2026-11-23', '2026-11-30'],
    ['march', '2026-03', '2027-03'],
    ['1 mar', '2026-03-01', '2027-03-01'],
    ['next monday', '2026-11-30', '2026-11-30'],
    ['friday', '2026-11-27', '2026-11-27'],
  ])('%s lies behind or ahead as is asked', async (words, past, future) => {
    expect(await readDate(words, now, { toward: 'past' })).toBe(past)
    expect(await readDate(words, now, { toward: 'future' })).toBe(future)
  })

  test('a week, a month and a year are the whole of it', async () => {
    expect(await readDays('this week', now)).toEqual({ first: '2026-11-23', last: '2026-11-29' })
    expect(await readDays('last week', now, { weekStart: 'sunday' })).toEqual({
      first: '2026-11-15',
      last: '2026-11-21',
    })
    expect(await readDays('next month', now)).toEqual({ first: '2026-12', last: '2026-12' })
    expect(await readDays('last year', now)).toEqual({ first: '2025', last: '2025' })
    expect(await readDays('last month', new Date(2026, 0, 31))).toEqual({ first: '2025-12', last: '2025-12' })
  })
})
