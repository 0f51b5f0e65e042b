import { expect, test } from '@jest/globals'
import { tasksIn } from '../../../../src/core/query/lists/tasks-in.ts'
import { noteAt, vaultOf } from '../../../support/vault-of.ts'

/** The tasks of a note as `line:column [mark] text`, with `*` where they are done. */
function tasksOf(text: string): readonly string[] {
  return tasksIn(noteAt(vaultOf({ 'a.md': text }), 'a.md'), text).map(
    ({ line, column, mark, done, text: said }) => `${line}:${column} [${mark}] ${said}${done ? ' *' : ''}`,
  )
}

test('tasks are items of lists with a box', () => {
  expect(tasksOf('---\ntitle: T\n---\n- [ ] one\n- [x] two\n* [X] three\n1. [ ] four\n- no\n[ ] no\n')).toEqual([
    '4:1 [ ] one',
    '5:1 [x] two *',
    '6:1 [x] three *',
    '7:1 [ ] four',
  ])
})

test('other marks are open, but for one that is given up', () => {
  expect(tasksOf('- [/] half\n- [-] never\n- [>] later\n')).toEqual([
    '1:1 [/] half',
    '2:1 [-] never *',
    '3:1 [>] later',
  ])
})

test('tasks stand in lists within lists, quotes and callouts', () => {
  expect(tasksOf('- [ ] out\n  - [x] in\n    - [ ] deep\n\n> [!todo] Now\n> - [ ] quoted\n')).toEqual([
    '1:1 [ ] out',
    '2:3 [x] in *',
    '3:5 [ ] deep',
    '6:3 [ ] quoted',
  ])
})

test('the text is what a reader sees, on one line', () => {
  expect(tasksOf('- [ ] read [[b|the *other*]] and\r\n  `code`\r\n- [ ] **second**\r\n')).toEqual([
    '1:1 [ ] read the other and code',
    '3:1 [ ] second',
  ])
})

test('nothing in code, comments or front matter is a task', () => {
  expect(
    tasksOf('---\nlist:\n  - "[ ] x"\n---\n```\n- [ ] x\n```\n\n%%\n- [ ] x\n%%\n\n<!--\n- [ ] x\n-->\n\n- `[ ] x`\n'),
  ).toEqual([])
})
