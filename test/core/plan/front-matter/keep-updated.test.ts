import { expect, test } from '@jest/globals'
import { type ChangeSet, editText } from '../../../../src/core/model/change.ts'
import type { NotePath } from '../../../../src/core/model/note-path.ts'
import { keepUpdated } from '../../../../src/core/plan/front-matter/keep-updated.ts'

const now = { day: '2024-05-06', time: '07:08:09', offset: '+02:00' }

/** A note after a change that sets a mark at its end, with the time of the change kept. */
function updated(original: string, { edits = true, offset = now.offset } = {}): string {
  const end = original.length
  const mark = { span: { start: end, end }, before: '', after: '!' }
  const changes: ChangeSet['changes'] = [
    { kind: 'edit', path: 'a.md' as NotePath, original, edits: edits ? [mark] : [] },
  ]
  const [change] = keepUpdated({ title: '', changes }, { ...now, offset }).changes
  return change?.kind === 'edit' ? editText(original, change.edits) : ''
}

test.each([
  ['updated: 2024-01-02', 'updated: 2024-05-06'],
  ['modified: 2024-01-02', 'modified: 2024-05-06'],
  ['updated: 2024-01-02 03:04', 'updated: 2024-05-06 07:08'],
  ['updated: 2024-01-02T03:04:05', 'updated: 2024-05-06T07:08:09'],
  ['updated: 2024-01-02T03:04:05Z', 'updated: 2024-05-06T07:08:09+02:00'],
  ['updated: 2024-01-02T03:04:05.123+01:00', 'updated: 2024-05-06T07:08:09+02:00'],
  ['updated: 2024-01-02T03:04+0100', 'updated: 2024-05-06T07:08+02:00'],
  ['updated: "2024-01-02"', 'updated: "2024-05-06"'],
  ["updated: '2024-01-02 03:04' # when", "updated: '2024-05-06 07:08' # when"],
  ['updated: 2024-05-06', 'updated: 2024-05-06'],
  ['date: 2024-01-02', 'date: 2024-01-02'],
  ['updated: weekly', 'updated: weekly'],
  ['updated: 2024-01-02 in the evening', 'updated: 2024-01-02 in the evening'],
  ['updated: 2024-01-02T03', 'updated: 2024-01-02T03'],
  ['updated: 2024-01-02x', 'updated: 2024-01-02x'],
  ['updated: 01/02/2024', 'updated: 01/02/2024'],
  ['updated: 2024-01', 'updated: 2024-01'],
  ['updated: "[[2024-01-02]]"', 'updated: "[[2024-01-02]]"'],
  ['updated: [2024-01-02]', 'updated: [2024-01-02]'],
  ['updated: >-\n  2024-01-02', 'updated: >-\n  2024-01-02'],
  ['Updated: 2024-01-02', 'Updated: 2024-05-06'],
  ['updated: 2024-01-02\nmodified: 2024-01-02', 'updated: 2024-05-06\nmodified: 2024-01-02'],
])('%j becomes %j', (before, after) => {
  expect(updated(`---\n${before}\n---\n\ntext\n`)).toBe(`---\n${after}\n---\n\ntext\n!`)
  const windows = (text: string): string => text.replaceAll('\n', '\r\n')
  expect(updated(windows(`---\n${before}\n---\n`))).toBe(`${windows(`---\n${after}\n---\n`)}!`)
})

test('Z stays where that is the zone, and a note that is not edited keeps its time', () => {
  expect(updated('---\nupdated: 2024-01-02T03:04:05Z\n---\n', { offset: '+00:00' })).toContain('2024-05-06T07:08:09Z')
  expect(updated('---\nupdated: 2024-01-02\n---\n', { edits: false })).toContain('2024-01-02')
  expect(updated('text\n')).toBe('text\n!')
})

test('a change that sets the time itself is left alone', () => {
  const original = '---\nupdated: 2024-01-02\n---\n'
  const edits = [{ span: { start: 13, end: 23 }, before: '2024-01-02', after: '2023-01-01' }]
  const changes: ChangeSet['changes'] = [{ kind: 'edit', path: 'a.md' as NotePath, original, edits }]
  expect(keepUpdated({ title: '', changes }, now).changes).toEqual(changes)
})

test.each([
  [0, 4, 'is moved'],
  [4, 4, 'is moved'],
  [4, 12, 'stays'],
  [13, 13, 'stays'],
  [13, 23, 'stays'],
  [20, 26, 'stays'],
  [23, 23, 'is moved'],
  [24, 28, 'is moved'],
])('beside an edit from %i to %i of the note the time of its front matter %s', (start, end, what) => {
  // From 4 to 23.
  const original = '---\nupdated: 2024-01-02\na: 1\n---\n\ntext\n'
  const edit = { span: { start, end }, before: original.slice(start, end), after: 'x' }
  const changes: ChangeSet['changes'] = [{ kind: 'edit', path: 'a.md' as NotePath, original, edits: [edit] }]
  const [change] = keepUpdated({ title: '', changes }, now).changes
  const edits = change?.kind === 'edit' ? change.edits : []
  expect(edits.map(({ after }) => after)).toEqual(what === 'stays' ? ['x'] : ['x', now.day])
})
