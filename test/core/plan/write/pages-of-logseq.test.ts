import { expect, test } from '@jest/globals'
import type { NotePath } from '../../../../src/core/model/note-path.ts'
import { parseNote } from '../../../../src/core/parse/parse-note.ts'
import { insertText, type Insertion } from '../../../../src/core/plan/write/insert-text.ts'
import { asBlocks } from '../../../../src/core/plan/write/logseq-blocks.ts'
import { Vault } from '../../../../src/core/vault/vault.ts'
import { applied, outcomeOf } from '../../../support/planned.ts'
import { logseq } from '../../../support/vault-of.ts'

test.each([
  ['a', '- a'],
  ['- a', '- a'],
  ['* a\nb', '* a\nb'],
  ['  - a', '  - a'],
  ['a\nb', '- a\n  b'],
  ['a\n\nb', '- a\n\n  b'],
  ['-a', '- -a'],
  ['a\n  b', '- a\n    b'],
])('%j as blocks', (text, blocks) => {
  expect(asBlocks(text)).toBe(blocks)
})

test.each<[string, Insertion, string]>([
  ['- a\n- b\n', { text: 'c', at: 'end' }, '- a\n- b\n- c\n'],
  ['- a\n- b\n', { text: 'c', at: 'start' }, '- c\n- a\n- b\n'],
  ['k:: v\n\n- a\n', { text: 'c', at: 'start' }, 'k:: v\n\n- c\n- a\n'],
  ['- ## H\n  - one\n  - two\n- z\n', { text: 'c', at: 'end', section: 'H' }, '- ## H\n  - one\n  - two\n  - c\n- z\n'],
  [
    '- ## H\n  - one\n  - two\n- z\n',
    { text: 'c', at: 'start', section: 'H' },
    '- ## H\n  - c\n  - one\n  - two\n- z\n',
  ],
  ['- ## H\n- z\n', { text: 'c', at: 'end', section: 'H' }, '- ## H\n\t- c\n- z\n'],
  [
    '- ## H\n  own line\n  - one\n- z',
    { text: 'c\nd', at: 'start', section: 'H' },
    '- ## H\n  own line\n  - c\n    d\n  - one\n- z',
  ],
  ['- ## H\n  id:: 1\n- z', { text: '- c\n- d', at: 'end', section: 'H' }, '- ## H\n  id:: 1\n\t- c\n\t- d\n- z'],
  [
    '- x\n\t- ## H\n\t\t- one\n\n\t\t- two\n\t- z',
    { text: 'c', at: 'end', section: 'H' },
    '- x\n\t- ## H\n\t\t- one\n\n\t\t- two\n\t\t- c\n\t- z',
  ],
  ['- ## H', { text: 'c', at: 'start', section: 'H' }, '- ## H\n\t- c'],
  ['- ## H\r\n  - one\r\n- z', { text: 'c', at: 'end', section: 'H' }, '- ## H\r\n  - one\r\n  - c\r\n- z'],
  ['## H\n- one\n', { text: 'c', at: 'end', section: 'H' }, '## H\n- one\n- c\n'],
  ['- a\n', { text: 'c\n\nd', at: 'end' }, '- a\n- c\n\n  d\n'],
  [
    '- ## H\n  - one\n    - deep\n- z',
    { text: 'c', at: 'end', section: '## H' },
    '- ## H\n  - one\n    - deep\n  - c\n- z',
  ],
  ['- a\n', { text: 'x', at: 'end', section: 'N', makeSection: true }, '- a\n\n## N\n\n- x\n'],
  ['* ## H\n    * one\n', { text: 'c', at: 'end', section: 'H' }, '* ## H\n    * one\n    - c\n'],
])('into the page %j comes %j', (text, insertion, expected) => {
  const facts = { size: 0, modifiedMs: 0, createdMs: 0 }
  const note = parseNote({ path: 'a.md' as NotePath, text, facts, dialects: logseq })
  const source = { vault: new Vault({ notes: [note], attachments: [] }), textOf: () => text }
  const outcome = outcomeOf(() => applied({ 'a.md': text }, insertText(source, note, insertion).changes)['a.md'] ?? '')
  expect(outcome).toBe(expected)
})
