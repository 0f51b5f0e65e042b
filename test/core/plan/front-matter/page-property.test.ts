import { expect, test } from '@jest/globals'
import type { MetadataValue } from '../../../../src/core/model/note.ts'
import { pageList, setPageProperty, unsetPageProperty } from '../../../../src/core/plan/front-matter/page-property.ts'
import type { NoteText } from '../../../../src/core/plan/front-matter/note-text.ts'
import { outcomeOf } from '../../../support/planned.ts'

const page = (text: string): NoteText => ({ path: 'p.md', text, form: 'page', bodyStart: 0 }) as NoteText

const set = [
  ['a:: 1\nb:: 2\n\n- x\n', 'a', '3', 'a:: 3\nb:: 2\n\n- x\n'],
  ['a:: 1\n\n- x\n', 'c', '3', 'a:: 1\nc:: 3\n\n- x\n'],
  ['- a:: 1\n  b:: 2\n- x\n', 'c', 'z', '- a:: 1\n  b:: 2\n  c:: z\n- x\n'],
  ['- a:: 1\n- x\n', 'c', 'z', '- a:: 1\n  c:: z\n- x\n'],
  ['', 'c', '1', 'c:: 1\n\n'],
  ['- x\n', 'c', '1', 'c:: 1\n\n- x\n'],
  ['a:: 1\r\n\r\n- x\r\n', 'c', '1', 'a:: 1\r\nc:: 1\r\n\r\n- x\r\n'],
  ['a:: 1', 'c', ['x', '[[y, z]]'], 'a:: 1\nc:: x, [[y, z]]'],
  ['a:: 1', 'A', '', 'a::'],
  ['a::\nb:: 2', 'a', '9', 'a:: 9\nb:: 2'],
  ['a:: 1', 'c', [null, 2, true], 'a:: 1\nc:: , 2, true'],
  ['a:: 1', 'c', ['x', 'y, z'], 'refused: a comma parts the items of a property of Logseq'],
  ['a:: 1', 'c', 'x\ny', 'refused: a property of Logseq stands on one line, without blanks at its ends'],
  ['a:: 1', 'c', ' x', 'refused: a property of Logseq stands on one line, without blanks at its ends'],
  ['a:: 1', 'c d', 'x', 'refused: a property of Logseq cannot be called "c d"'],
  ['a:: 1', 'c', { a: 1 }, 'refused: a property of Logseq holds no nested value'],
] as const
const unset = [
  ['a:: 1\nb:: 2\n\n- x\n', 'a', 'b:: 2\n\n- x\n'],
  ['a:: 1\n', 'a', ''],
  ['- a:: 1\n  b:: 2\n- x\n', 'a', '- b:: 2\n- x\n'],
  ['- a:: 1\n  b:: 2\n- x\n', 'b', '- a:: 1\n- x\n'],
  ['- a:: 1\n- x\n', 'a', '- x\n'],
  ['a:: 1', 'z', undefined],
  ['a:: 1\r\nb:: 2\r\n', 'a', 'b:: 2\r\n'],
] as const
const lists = [
  ['tags:: a, [[b, c]], ,d', { key: 'tags', items: ['a', '[[b, c]]', 'd'] }],
  ['tag:: x', { key: 'tag', items: ['x'] }],
  ['x:: 1', { key: 'tags', items: [] }],
  ['tags::', { key: 'tags', items: [] }],
] as const

test.each(set)('properties %j with %s set to %j', (text, key, value, expected) => {
  expect(outcomeOf(() => setPageProperty(page(text), key, value as MetadataValue))).toBe(expected)
})

test.each(unset)('properties %j without %s', (text, key, expected) => {
  expect(unsetPageProperty(page(text), key)).toBe(expected)
})

test.each(lists)('the list in %j', (text, expected) => {
  expect(
    pageList(page(text), { keys: ['tags', 'tag'], pageKey: 'tags' } as unknown as Parameters<typeof pageList>[1]),
  ).toEqual(expected)
})
