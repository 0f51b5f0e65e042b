import { describe, expect, test } from '@jest/globals'
import { nextDay } from '../../../../src/core/plan/tasks/next-day.ts'
import { repeatTask } from '../../../../src/core/plan/tasks/repeat-task.ts'

describe('the day after 2026-11-27, a Friday, by a rule', () => {
  test.each([
    ['every day', '2026-11-28'],
    ['every 3 days', '2026-11-30'],
    ['every week', '2026-12-04'],
    ['every other week', '2026-12-11'],
    ['Every 2 Weeks', '2026-12-11'],
    ['every weekday', '2026-11-30'],
    ['every week on Monday', '2026-11-30'],
    ['every week on Monday, Saturday', '2026-11-28'],
    ['every 2 weeks on Tuesday and Wednesday', '2026-12-08'],
    ['every friday', '2026-12-04'],
    ['every month', '2026-12-27'],
    ['every 3 months', '2027-02-27'],
    ['every month on the 15th', '2026-12-15'],
    ['every month on the 30th', '2026-11-30'],
    ['every month on the last', '2026-11-30'],
    ['every month on the 2nd Tuesday', '2026-12-08'],
    ['every month on the last Friday', '2026-12-25'],
    ['every 2 months on the 1st', '2027-01-01'],
    ['every year', '2027-11-27'],
    ['every 3 days when done', '2026-11-30'],
    ['every blue moon', undefined],
    ['every month on the 40th', undefined],
    ['every 0 days', undefined],
    ['now and then', undefined],
  ])('%s: %s', (rule, day) => expect(nextDay(rule, '2026-11-27')).toBe(day))

  test('a month that is too short ends with its last', () => {
    expect(nextDay('every month', '2026-01-31')).toBe('2026-02-28')
    expect(nextDay('every month on the 31st', '2026-01-31')).toBe('2026-03-31')
    expect(nextDay('every year', '2024-02-29')).toBe('2025-02-28')
  })
})

describe('a task that is done on 2026-11-27', () => {
  test.each([
    [
      ' water 🔁 every week 📅 2026-11-20',
      ' water 🔁 every week 📅 2026-11-27',
      ' water 🔁 every week 📅 2026-11-20 ✅ 2026-11-27',
    ],
    [
      ' rent ⏳ 2026-10-29 📅 2026-10-31 🔁 every month ^r1',
      ' rent ⏳ 2026-11-28 📅 2026-11-30 🔁 every month',
      ' rent ⏳ 2026-10-29 📅 2026-10-31 🔁 every month ✅ 2026-11-27 ^r1',
    ],
    [
      ' feed 🔁 every 3 days when done 📅 2026-11-01 #home',
      ' feed 🔁 every 3 days when done 📅 2026-11-30 #home',
      ' feed 🔁 every 3 days when done 📅 2026-11-01 #home ✅ 2026-11-27',
    ],
    [' walk 🔁 every day', ' walk 🔁 every day', ' walk 🔁 every day ✅ 2026-11-27'],
    [
      ' pay [repeat:: every year] [due:: 2026-11-01]',
      ' pay [repeat:: every year] [due:: 2027-11-01]',
      ' pay [repeat:: every year] [due:: 2026-11-01] [completion:: 2026-11-27]',
    ],
    [
      ' a 🆔 x1 🔁 every day ⛔ y1 📅 2026-11-27',
      ' a 🔁 every day 📅 2026-11-28',
      ' a 🆔 x1 🔁 every day ⛔ y1 📅 2026-11-27 ✅ 2026-11-27',
    ],
  ])('%s', (text, next, done) => expect(repeatTask(text, '2026-11-27')).toEqual({ next, done }))

  test('repeats by a rule that is known, or not at all', () => {
    expect(repeatTask(' a 🔁 every blue moon', '2026-11-27')).toEqual({ unknown: 'every blue moon' })
    expect(repeatTask(' a 📅 2026-11-27', '2026-11-27')).toBeUndefined()
  })
})
