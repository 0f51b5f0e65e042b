import { expect, test } from '@jest/globals'
import { fillTemplate } from '../../../../src/core/plan/write/fill-template.ts'

/** A Friday. */
const values = {
  title: 'Tea',
  date: new Date(2024, 0, 5, 7, 8, 9),
  weekStart: 'monday' as const,
  id: () => 'i',
  content: '',
  own: new Map<string, string>(),
}

test.each([
  ['{{yesterday}} {{tomorrow}}', '2024-01-04 2024-01-06'],
  ['{{Yesterday}} {{ TOMORROW }}', '2024-01-04 2024-01-06'],
  ['{{date-1d:YYYY-MM-DD}}', '2024-01-04'],
  ['{{date+1d}} {{date -5d}}', '2024-01-06 2023-12-31'],
  ['{{date+1w:gggg-[W]ww}}', '2024-W02'],
  ['{{date-1M:MMMM YYYY}}', 'December 2023'],
  ['{{date+1Q:YYYY-MM}} {{date+1q:YYYY-MM}}', '2024-04 2024-04'],
  ['{{date+2y : YYYY}}', '2026'],
  ['{{time-2h}} {{time+30m}} {{time+1s:HH:mm:ss}}', '05:08 07:38 07:08:10'],
  ['{{date+1m:YYYY-MM-DD HH:mm}}', '2024-01-05 07:09'],
  ['{{monday:YYYY-MM-DD}} {{sunday:YYYY-MM-DD}} {{Friday: dddd D}}', '2024-01-01 2024-01-07 Friday 5'],
  ['{{date-1d:YYYY|upper}}', '2024'],
  ['{{Title}} {{TITLE|upper}} {{DATE:YYYY}} {{Time}}', 'Tea TEA 2024 07:08'],
])('%s of Obsidian is %s', (template, expected) => {
  expect(fillTemplate(template, values)).toMatchObject({ text: expected, unknown: [] })
})

test.each([
  ['sunday' as const, '2024-01-01 2023-12-31'],
  ['saturday' as const, '2024-01-01 2023-12-31'],
  ['monday' as const, '2024-01-01 2024-01-07'],
])('days of a week that begins on a %s', (weekStart, expected) => {
  const { text } = fillTemplate('{{monday:YYYY-MM-DD}} {{sunday:YYYY-MM-DD}}', { ...values, weekStart })
  expect(text).toBe(expected)
})

test('yesterday and tomorrow are written as notes of days are named', () => {
  const { text } = fillTemplate('[[{{yesterday}}]] {{tomorrow}}', { ...values, dayName: 'YYYY/MMDD' })
  expect(text).toBe('[[2024/0104]] 2024/0106')
})

test.each(['{{date+d}}', '{{date+1x:YYYY}}', '{{someday:YYYY}}', '{{date+1000000d}}', '{{noday:YYYY}}'])(
  '%s stays as it is',
  (template) => {
    expect(fillTemplate(template, values)).toMatchObject({ text: template, unknown: [template.slice(2, -2)] })
  },
)

test("one's own value of a name comes first", () => {
  expect(fillTemplate('{{tomorrow}}', { ...values, own: new Map([['tomorrow', 'mine']]) }).text).toBe('mine')
})
