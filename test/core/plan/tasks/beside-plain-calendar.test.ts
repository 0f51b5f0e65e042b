import { expect, test } from '@jest/globals'
import { dayLater, daysBetween, nextDay } from '../../../../src/core/plan/tasks/next-day.ts'
import { expectSame } from '../../../support/expect-same.ts'

const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** A day of the calendar, as a person reads it off: all of it counted out day by day. */
interface Day {
  readonly iso: string
  readonly year: number
  /** Months from a beginning, and the day in the month from 1. */
  readonly month: number
  readonly date: number
  /** Weeks from a beginning, each from Monday on, and the day of the week by its name. */
  readonly week: number
  readonly name: string
  /** The how-manieth of its name in its month, and whether none follows in it. */
  readonly nth: number
  readonly isLast: boolean
  readonly isEnd: boolean
}

/** The days of 2023 to 2032, without the help of dates: 2023 began with a Sunday. */
const calendar: readonly Day[] = (() => {
  const days: Day[] = []
  for (let year = 2023; year <= 2032; year++)
    for (let month = 1; month <= 12; month++) {
      const length = month === 2 ? (year % 4 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
      for (let date = 1; date <= length; date++) {
        const place = days.length
        days.push({
          iso: `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
          year,
          month: year * 12 + month,
          date,
          week: Math.floor((place + 6) / 7),
          name: names[place % 7] ?? '',
          nth: Math.ceil(date / 7),
          isLast: date + 7 > length,
          isEnd: date === length,
        })
      }
    }
  return days
})()

/** The first day behind one that fits, which is how a rule is kept with a calendar on the wall. */
function firstAfter(start: number, fits: (day: Day) => boolean): string | undefined {
  return calendar.slice(start + 1).find(fits)?.iso
}

const starts = [0, 27, 30, 58, 59, 90, 180, 364, 365, 396, 423, 424, 425, 426, 454, 500, 729].map((at) => at + 30)

test.each([1, 2, 3, 5])('days and weeks, each %i', (count) => {
  for (const at of starts) {
    const start = calendar[at]?.iso ?? ''
    expectSame([start, nextDay(`every ${count} days`, start)], [start, calendar[at + count]?.iso])
    expectSame([start, nextDay(`every ${count} weeks`, start)], [start, calendar[at + 7 * count]?.iso])
    expect([start, dayLater(start, count), daysBetween(start, dayLater(start, count))]).toEqual([
      start,
      calendar[at + count]?.iso,
      count,
    ])
  }
})

test.each([
  ['1', ['monday']],
  ['2', ['sunday']],
  ['1', ['tuesday', 'saturday']],
  ['other', ['wednesday', 'sunday']],
  ['3', ['friday', 'monday', 'thursday']],
])('every %s weeks on %j: in this week, else so many later', (count, days) => {
  const weeks = count === 'other' ? 2 : Number(count)
  for (const at of starts.flatMap((start) => [0, 1, 2, 3, 4, 5, 6].map((more) => start + more))) {
    const { iso = '', week = 0 } = calendar[at] ?? {}
    const next =
      firstAfter(at, (day) => days.includes(day.name) && day.week === week) ??
      firstAfter(at, (day) => days.includes(day.name) && day.week === week + weeks)
    const written = days.map((day) => day.slice(0, 3)).join(', ')
    for (const rule of [`every ${count} weeks on ${days.join(' and ')}`, `every ${count} week on ${written}`])
      expectSame([rule, iso, nextDay(rule, iso)], [rule, iso, next])
  }
})

test('a day of the week by its name, and days of work', () => {
  const work = names.slice(1, 6)
  for (const at of starts.flatMap((start) => [0, 1, 2, 3, 4, 5, 6].map((more) => start + more))) {
    const { iso = '' } = calendar[at] ?? {}
    expectSame([iso, nextDay('every weekday', iso)], [iso, firstAfter(at, (day) => work.includes(day.name))])
    for (const name of names)
      expect([name, iso, nextDay(`every ${name}`, iso)]).toEqual([
        name,
        iso,
        firstAfter(at, (day) => day.name === name),
      ])
  }
})

test.each([1, 2, 3, 6])('a day of every month of %i: in this month, else so many later', (count) => {
  const dates: readonly (readonly [string, (day: Day) => boolean])[] = [
    ['the 1st', ({ date }) => date === 1],
    ['the 15th', ({ date }) => date === 15],
    ['the 29', ({ date }) => date === 29],
    ['the 30th', ({ date }) => date === 30],
    ['the 31st', ({ date }) => date === 31],
    ['the last', ({ isEnd }) => isEnd],
    ['the last Friday', ({ name, isLast }) => name === 'friday' && isLast],
    ['the 1st Monday', ({ name, nth }) => name === 'monday' && nth === 1],
    ['the 2nd sun', ({ name, nth }) => name === 'sunday' && nth === 2],
    ['the 3rd Saturday', ({ name, nth }) => name === 'saturday' && nth === 3],
    ['4th Tuesday', ({ name, nth }) => name === 'tuesday' && nth === 4],
    ['the 5th Wednesday', ({ name, nth }) => name === 'wednesday' && nth === 5],
  ]
  for (const at of starts) {
    const { iso = '', month: own = 0 } = calendar[at] ?? {}
    for (const [on, fits] of dates) {
      const next = firstAfter(at, (day) => (day.month - own) % count === 0 && fits(day))
      expectSame([on, iso, nextDay(`every ${count} months on ${on}`, iso)], [on, iso, next])
    }
  }
})

test.each([
  ['1 month', 1],
  ['2 months', 2],
  ['other month', 2],
  ['11 months', 11],
  ['year', 12],
  ['3 years', 36],
])('every %s: the same day, or the last one where the month is too short', (rule, months) => {
  for (const at of starts) {
    const { iso = '', month = 0, date = 0 } = calendar[at] ?? {}
    const next = calendar.findLast((day) => day.month === month + months && day.date <= date)?.iso
    expectSame([iso, nextDay(`every ${rule}`, iso)], [iso, next])
  }
})
