import { expect, test } from '@jest/globals'
import { sourceLine } from '../../../src/servers/browse/source-line.ts'
import { noteAt, vaultOf } from '../../support/vault-of.ts'

const source = '---\ntitle: T\n---\n# T\n\nFirst *words* here.\n\n## Deep\n\nMore words, [[a|and]] others\nand so on.\n'
const note = noteAt(vaultOf({ 'a.md': source }), 'a.md')

test.each([
  ['the words of a paragraph', { words: 'First words here.' }, 6],
  ['those below a heading', { heading: 'Deep', words: 'More words, and others' }, 10],
  ['a heading', { heading: 'Deep', words: 'Deep' }, 8],
  ['words that are nowhere', { heading: 'Deep', words: 'zebra' }, 8],
  ['no words', { words: '' }, 4],
])('%s are found', (_what, place, line) => {
  expect(sourceLine(source, note, place)).toBe(line)
})
