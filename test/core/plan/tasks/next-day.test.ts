import { expect, test } from '@jest/globals'
import { dayLater, daysBetween, nextDay } from '../../../../src/core/plan/tasks/next-day.ts'

/** A rule, and the next day after the last of January, the 29th of February and a Friday in May of 2024. */
const days = [
  ['every day', '2024-02-01', '2024-03-01', '2024-05-04'],
  ['every 3 days', '2024-02-03', '2024-03-03', '2024-05-06'],
  ['every other day', '2024-02-02', '2024-03-02', '2024-05-05'],
  ['every 0 days', null, null, null],
  ['every weekday', '2024-02-01', '2024-03-01', '2024-05-06'],
  ['every week', '2024-02-07', '2024-03-07', '2024-05-10'],
  ['every 2 weeks', '2024-02-14', '2024-03-14', '2024-05-17'],
  ['every week on Monday', '2024-02-05', '2024-03-04', '2024-05-06'],
  ['every week on Mon, Fri', '2024-02-02', '2024-03-01', '2024-05-06'],
  ['every week on Mon and Fri', '2024-02-02', '2024-03-01', '2024-05-06'],
  ['every week on sundays', '2024-02-04', '2024-03-03', '2024-05-05'],
  ['every month', '2024-02-29', '2024-03-29', '2024-06-03'],
  ['every 2 months', '2024-03-31', '2024-04-29', '2024-07-03'],
  ['every month on the 15th', '2024-02-15', '2024-03-15', '2024-05-15'],
  ['every month on the 3', '2024-02-03', '2024-03-03', '2024-06-03'],
  ['every month on the 31st', '2024-03-31', '2024-03-31', '2024-05-31'],
  ['every month on the last', '2024-02-29', '2024-03-31', '2024-05-31'],
  ['every month on the 2nd Tuesday', '2024-02-13', '2024-03-12', '2024-05-14'],
  ['every month on the last Friday', '2024-02-23', '2024-03-29', '2024-05-31'],
  ['every month on the 5th wed', '2024-05-29', '2024-05-29', '2024-05-29'],
  ['every month on the 2nd Foo', null, null, null],
  ['every year', '2025-01-31', '2025-02-28', '2025-05-03'],
  ['every monday', '2024-02-05', '2024-03-04', '2024-05-06'],
  ['every 2 fridays', '2024-02-02', '2024-03-01', '2024-05-17'],
  ['every day on Monday', null, null, null],
  ['every weekday on Monday', null, null, null],
  ['every monday on Monday', null, null, null],
  ['every week on Foo', null, null, null],
  ['every year on May', null, null, null],
  ['every', null, null, null],
  ['every blue moon', null, null, null],
  ['every day when done', '2024-02-01', '2024-03-01', '2024-05-04'],
] as const

test.each(days)('%s', (rule, ...next) => {
  expect(['2024-01-31', '2024-02-29', '2024-05-03'].map((day) => nextDay(rule, day) ?? null)).toEqual(next)
})

test('what is no day has no next one', () => {
  expect(nextDay('every day', 'soon')).toBeUndefined()
  expect(dayLater('soon', 3)).toBe('soon')
})

test('days are counted over the ends of months and of summer time', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2024-03-30', '2024-04-01')).toBe(2)
  expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2)
  expect(dayLater('2024-12-31', 1)).toBe('2025-01-01')
})
