import { expect, test } from '@jest/globals'
import { FailureError } from '../../../../src/core/model/failure.ts'
import { completeTasks } from '../../../../src/core/plan/tasks/complete-tasks.ts'
import { applied, sourceOf } from '../../../support/planned.ts'
import { noteAt } from '../../../support/vault-of.ts'

const lines = [
  ...['# A', '', '- [ ] one', '- [x] two', '- [/] three', '  - [ ] four', '', 'text'],
  ...['- [ ] water 🔁 every day 📅 2024-01-02', '- [ ] odd 🔁 every blue moon', '- [ ] a', '- [ ] b'],
]
const texts = {
  'a.md': `${lines.join('\n')}\n`,
  'b.md': 'no task\n',
  'c.md': '- [ ] x\r\n- [ ] r 🔁 every week 📅 2024-01-02\r\n',
}
const source = sourceOf(texts)

/** What becomes of notes when tasks are done, each as `path:line`. */
function done(...places: readonly string[]): {
  readonly title: string
  readonly messages: readonly string[]
  readonly now: Readonly<Record<string, string>>
} {
  const wanted = places.map((place) => {
    const [path = '', line] = place.split(':')
    return { note: noteAt(source.vault, path), line: Number(line) }
  })
  const { changes, messages } = completeTasks(source, wanted, '2024-01-05')
  return { title: changes.title, messages, now: applied(texts, changes) }
}

/** The lines of the first note with some replaced, by number. */
function linesWith(replaced: Readonly<Record<number, string>>): string {
  return `${lines.map((line, at) => replaced[at + 1] ?? line).join('\n')}\n`
}

test('boxes of one or more tasks are ticked, each once', () => {
  expect(done('a.md:3')).toMatchObject({
    title: 'complete the task a.md:3',
    messages: [],
    now: { 'a.md': linesWith({ 3: '- [x] one' }) },
  })
  expect(done('a.md:3', 'a.md:3').title).toBe('complete the task a.md:3')
  const three = linesWith({ 3: '- [x] one', 5: '- [x] three', 6: '  - [x] four' })
  expect(done('a.md:6', 'a.md:3', 'a.md:5')).toMatchObject({ title: 'complete 3 tasks', now: { 'a.md': three } })
  expect(done('c.md:1', 'a.md:12')).toMatchObject({
    title: 'complete 2 tasks',
    now: { 'a.md': linesWith({ 12: '- [x] b' }), 'c.md': texts['c.md'].replace('[ ] x', '[x] x') },
  })
})

test('the next of a task that repeats stands above it', () => {
  expect(done('a.md:9')).toMatchObject({
    messages: ['it repeats: the next one stands above it, a.md:9'],
    now: {
      'a.md': linesWith({
        9: '- [ ] water 🔁 every day 📅 2024-01-03\n- [x] water 🔁 every day 📅 2024-01-02 ✅ 2024-01-05',
      }),
    },
  })
  expect(done('c.md:2').now['c.md']).toBe(
    '- [ ] x\r\n- [ ] r 🔁 every week 📅 2024-01-09\r\n- [x] r 🔁 every week 📅 2024-01-02 ✅ 2024-01-05\r\n',
  )
  expect(done('a.md:10')).toMatchObject({
    messages: [`a.md:10 repeats "every blue moon", which wend can't read: no next task was made`],
    now: { 'a.md': linesWith({ 10: '- [x] odd 🔁 every blue moon' }) },
  })
  // Of several, each is named by the line that it then has.
  expect(done('a.md:9', 'a.md:10').messages).toEqual([
    'it repeats: the next one stands above it, a.md:9',
    `a.md:11 repeats "every blue moon", which wend can't read: no next task was made`,
  ])
})

test.each([
  ['a.md:4', 'a.md:4 is done already: it says "- [x] two"', 'open tasks of the note: line 3, 5, 6, 9, 10 …'],
  ['a.md:7', 'a.md:7 is no task: it is empty', 'open tasks of the note: line 3, 5, 6, 9, 10 …'],
  ['a.md:8', 'a.md:8 is no task: it says "text"', 'open tasks of the note: line 5, 6, 9, 10, 11 …'],
  ['a.md:99', 'a.md:99 is no task: the note has 12 lines', 'open tasks of the note: line 6, 9, 10, 11, 12 …'],
  ['b.md:1', 'b.md:1 is no task: it says "no task"', 'the note has no open task; see those of all with: wend tasks'],
  ['c.md:3', 'c.md:3 is no task: the note has 2 lines', 'open tasks of the note: line 1, 2'],
])('%s is refused, and what stands there is said', (place, message, hint) => {
  let failure: unknown
  try {
    done('a.md:3', place)
  } catch (error) {
    failure = error instanceof FailureError ? error.failure : error
  }
  expect(failure).toEqual({ kind: 'refused', message: `${message}; nothing was changed`, hint })
})
