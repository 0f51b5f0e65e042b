import { expect, test } from '@jest/globals'
import type { Note } from '../../../../src/core/model/note.ts'
import type { NotePath } from '../../../../src/core/model/note-path.ts'
import { parseNote } from '../../../../src/core/parse/parse-note.ts'
import { completeTasks } from '../../../../src/core/plan/tasks/complete-tasks.ts'
import { nextDay } from '../../../../src/core/plan/tasks/next-day.ts'
import { repeatedDays } from '../../../../src/core/plan/tasks/repeat-block.ts'
import { repeatTask } from '../../../../src/core/plan/tasks/repeat-task.ts'
import { Vault } from '../../../../src/core/vault/vault.ts'
import { applied, outcomeOf } from '../../../support/planned.ts'
import { logseq } from '../../../support/vault-of.ts'

test.each([
  ['every week', '2024-01-31', '2024-02-07'],
  ['every 2 weekdays', '2024-05-03', '2024-05-13'],
  ['every 2 weeks on sunday', '2024-05-05', '2024-05-19'],
  ['every 2 weeks on sunday', '2024-05-04', '2024-05-05'],
  ['every week on mon, tue, wed', '2024-05-08', '2024-05-13'],
  ['every 3 weeks on tuesday', '2024-05-07', '2024-05-28'],
  ['every week on sunday, monday', '2024-05-06', '2024-05-12'],
  ['every sunday', '2024-05-05', '2024-05-12'],
  ['every other monday', '2024-05-06', '2024-05-20'],
  ['every other monday', '2024-05-05', '2024-05-13'],
  ['every tues', '2024-05-06', '2024-05-07'],
  ['every sat', '2024-05-06', '2024-05-11'],
  ['every month on the 1st', '2024-05-01', '2024-06-01'],
  ['every month on the 1st monday', '2024-05-01', '2024-05-06'],
  ['every month on the 1st monday', '2024-05-06', '2024-06-03'],
  ['every month on the 1st wednesday', '2024-04-30', '2024-05-01'],
  ['every month on the 5th monday', '2024-05-06', '2024-07-29'],
  ['every month on the last monday', '2024-05-27', '2024-06-24'],
  ['every month on the last', '2024-05-31', '2024-06-30'],
  ['every month on last friday', '2024-05-31', '2024-06-28'],
  ['every month on the 0th', '2024-05-31', null],
  ['every month on the 32nd', '2024-05-31', null],
  ['every 12 months on the 29th', '2024-02-29', '2028-02-29'],
  ['every 2 months on the 31st', '2024-02-01', '2024-08-31'],
  ['every 4 years', '2024-02-29', '2028-02-29'],
  ['every year', '2024-02-29', '2025-02-28'],
  ['every 12 months', '2024-02-29', '2025-02-28'],
  ['every 1 day', '2024-12-31', '2025-01-01'],
  ['every 9999 days', '2024-01-01', '2051-05-18'],
  ['every 10000 days', '2024-01-01', null],
  ['every  day ,', '2024-01-01', '2024-01-02'],
  ['EVERY DAY', '2024-01-01', '2024-01-02'],
  ['every week when done', '2024-01-01', '2024-01-08'],
  ['every week when done on monday', '2024-01-03', '2024-01-08'],
  ['every days', '2024-01-01', '2024-01-02'],
  ['every', '2024-01-01', null],
  ['every day on', '2024-01-01', null],
  ['every month on the 3rd x', '2024-01-01', null],
  ['every weekend', '2024-01-01', null],
  ['every we', '2024-01-01', null],
  ['every wed', '2024-01-01', '2024-01-03'],
])('%s: after %s comes %s', (rule, day, next) => {
  expect(nextDay(rule, day) ?? null).toBe(next)
})

test.each([
  [
    ' a 🔁 every day 📅 2026-11-27 ✅ 2026-11-26',
    { next: ' a 🔁 every day 📅 2026-11-28', done: ' a 🔁 every day 📅 2026-11-27 ✅ 2026-11-26 ✅ 2026-11-27' },
  ],
  [
    ' a 🔁 every day 🛫 2026-11-25 ⏳ 2026-11-26',
    {
      next: ' a 🔁 every day 🛫 2026-11-26 ⏳ 2026-11-27',
      done: ' a 🔁 every day 🛫 2026-11-25 ⏳ 2026-11-26 ✅ 2026-11-27',
    },
  ],
  [
    ' a 🔁 every day 🛫 2026-11-25',
    { next: ' a 🔁 every day 🛫 2026-11-26', done: ' a 🔁 every day 🛫 2026-11-25 ✅ 2026-11-27' },
  ],
  [
    ' a (repeat:: every week) (scheduled:: 2026-11-20) (start:: 2026-11-18)',
    {
      next: ' a (repeat:: every week) (scheduled:: 2026-11-27) (start:: 2026-11-25)',
      done: ' a (repeat:: every week) (scheduled:: 2026-11-20) (start:: 2026-11-18) [completion:: 2026-11-27]',
    },
  ],
  [
    ' a [repeat:: every day] 🔁 every week 📅 2026-11-20',
    {
      next: ' a [repeat:: every day] 🔁 every week 📅 2026-11-27',
      done: ' a [repeat:: every day] 🔁 every week 📅 2026-11-20 ✅ 2026-11-27',
    },
  ],
  [
    ' a 🔁 every day ❌ 2026-11-01 🆔 q ^id',
    { next: ' a 🔁 every day', done: ' a 🔁 every day ❌ 2026-11-01 🆔 q ✅ 2026-11-27 ^id' },
  ],
  [
    ' a 🔁 every day ⛔ x, y 📅 2026-11-20',
    { next: ' a 🔁 every day 📅 2026-11-21', done: ' a 🔁 every day ⛔ x, y 📅 2026-11-20 ✅ 2026-11-27' },
  ],
  [
    ' a 📆 2026-11-20 🗓 2026-11-21 🔁 every day',
    {
      next: ' a 📆 2026-11-21 🗓 2026-11-22 🔁 every day',
      done: ' a 📆 2026-11-20 🗓 2026-11-21 🔁 every day ✅ 2026-11-27',
    },
  ],
  [
    ' a ⌛ 2026-11-20 🔁️ every day',
    { next: ' a ⌛ 2026-11-21 🔁️ every day', done: ' a ⌛ 2026-11-20 🔁️ every day ✅ 2026-11-27' },
  ],
  [' a [repeat:: every blue moon]', { unknown: 'every blue moon' }],
  [
    ' a [Repeat:: every day] ',
    { next: ' a [Repeat:: every day]', done: ' a [Repeat:: every day] [completion:: 2026-11-27]' },
  ],
  [
    ' a 🔁 every week when done ⏳ 2026-11-10 📅 2026-11-13',
    {
      next: ' a 🔁 every week when done ⏳ 2026-12-01 📅 2026-12-04',
      done: ' a 🔁 every week when done ⏳ 2026-11-10 📅 2026-11-13 ✅ 2026-11-27',
    },
  ],
  [
    ' a  [repeat:: every day]  [due:: 2026-11-20]  ^i',
    {
      next: ' a  [repeat:: every day]  [due:: 2026-11-21]',
      done: ' a  [repeat:: every day]  [due:: 2026-11-20] [completion:: 2026-11-27]  ^i',
    },
  ],
])('%j, done on 2026-11-27', (text, expected) => {
  expect(repeatTask(text, '2026-11-27')).toEqual(expected)
})

test.each<[string, readonly string[]]>([
  ['SCHEDULED: <2024-01-01 Mon +1w>', ['12 2024-01-01 Mon +1w > 2024-01-08 Mon +1w (2024-01-08)']],
  ['SCHEDULED: <2024-01-01 Mon ++1w>', ['12 2024-01-01 Mon ++1w > 2024-01-22 Mon ++1w (2024-01-22)']],
  ['SCHEDULED: <2024-01-01 Mon .+1w>', ['12 2024-01-01 Mon .+1w > 2024-01-22 Mon .+1w (2024-01-22)']],
  ['DEADLINE: <2024-01-31 +1m>', ['11 2024-01-31 +1m > 2024-02-29 +1m (2024-02-29)']],
  ['SCHEDULED: <2024-01-01 Mon 09:30 .+2d>', ['12 2024-01-01 Mon 09:30 .+2d > 2024-01-17 Wed 09:30 .+2d (2024-01-17)']],
  ['SCHEDULED: <2024-02-29 Thu ++1y>', ['12 2024-02-29 Thu ++1y > 2025-02-28 Fri ++1y (2025-02-28)']],
  ['SCHEDULED: <2024-01-01 Mon>', []],
  ['SCHEDULED: <2024-01-01 Mon +1h>', []],
  ['<2024-01-01 Mon +1w>', []],
  [
    'SCHEDULED: <2024-01-01 Mon +1w>\nDEADLINE: <2024-01-02 Tue +1w>',
    [
      '12 2024-01-01 Mon +1w > 2024-01-08 Mon +1w (2024-01-08)',
      '43 2024-01-02 Tue +1w > 2024-01-09 Tue +1w (2024-01-09)',
    ],
  ],
  ['SCHEDULED: <2024-01-15 Mon ++1d>', ['12 2024-01-15 Mon ++1d > 2024-01-16 Tue ++1d (2024-01-16)']],
  ['SCHEDULED: <2024-01-16 Tue ++1d>', ['12 2024-01-16 Tue ++1d > 2024-01-17 Wed ++1d (2024-01-17)']],
  ['SCHEDULED: <2024-01-14 So ++1d>', ['12 2024-01-14 So ++1d > 2024-01-16 Tue ++1d (2024-01-16)']],
  ['SCHEDULED:\t<2024-01-01 +0d>', []],
])('the days of %j after 2024-01-15, a Monday', (text, expected) => {
  const days = repeatedDays(text, '2024-01-15')
  expect(days.map(({ at, written, now, day }) => `${at} ${written} > ${now} (${day})`)).toEqual(expected)
})

function noteOf(text: string): Note {
  const facts = { size: 0, modifiedMs: 0, createdMs: 0 }
  return parseNote({ path: 'a.md' as NotePath, text, facts, dialects: logseq })
}

test.each([
  ['- TODO a', 1, '- DONE a'],
  ['- DOING a', 1, '- DONE a'],
  ['- NOW a', 1, '- DONE a'],
  ['- LATER a', 1, '- DONE a'],
  ['- DONE a', 1, 'refused: a.md:1 is done already: it says "- DONE a"'],
  [
    '- TODO a\n  SCHEDULED: <2024-01-01 Mon +1w>',
    1,
    '- TODO a\n  SCHEDULED: <2024-01-08 Mon +1w> | it repeats: a.md:1 is to do again on 2024-01-08',
  ],
  [
    '- NOW a\n  SCHEDULED: <2024-01-01 Mon .+1w>',
    1,
    '- LATER a\n  SCHEDULED: <2024-01-22 Mon .+1w> | it repeats: a.md:1 is to do again on 2024-01-22',
  ],
  [
    '- DOING a\n  SCHEDULED: <2024-01-01 Mon .+1w>\n  DEADLINE: <2024-01-03 Wed .+1w>',
    1,
    '- TODO a\n  SCHEDULED: <2024-01-22 Mon .+1w>\n  DEADLINE: <2024-01-22 Mon .+1w> | it repeats: a.md:1 is to do again on 2024-01-22, 2024-01-22',
  ],
  [
    '- LATER a\n  SCHEDULED: <2024-01-01 Mon .+1w>',
    1,
    '- LATER a\n  SCHEDULED: <2024-01-22 Mon .+1w> | it repeats: a.md:1 is to do again on 2024-01-22',
  ],
  [
    '- TODO a\n  SCHEDULED: <2024-01-01 Mon +1h>',
    1,
    '- DONE a\n  SCHEDULED: <2024-01-01 Mon +1h> | a.md:1 repeats "+1h", which wend can\'t read: it is done for good',
  ],
  ['- b\n  - WAITING a\n    SCHEDULED: <2024-01-01 Mon>', 2, '- b\n  - DONE a\n    SCHEDULED: <2024-01-01 Mon>'],
  ['- CANCELED a', 1, 'refused: a.md:1 is done already: it says "- CANCELED a"'],
  ['- b\n- TODO a', 2, '- b\n- DONE a'],
])('in %j the task of line %i is done', (text, line, expected) => {
  const note = noteOf(text)
  const source = { vault: new Vault({ notes: [note], attachments: [] }), textOf: () => text }
  const outcome = outcomeOf(() => {
    const { changes, messages } = completeTasks(source, [{ note, line }], '2024-01-15')
    return [applied({ 'a.md': text }, changes)['a.md'], ...messages].join(' | ')
  })
  expect(outcome).toBe(expected)
})
