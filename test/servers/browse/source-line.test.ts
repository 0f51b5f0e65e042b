import { expect, test } from '@jest/globals'
import { sourceLine } from '../../../src/servers/browse/source-line.ts'

const source = '---\ntitle: T\n---\n# T\n\nFirst *words* here.\n\n## Deep\n\nMore words, [[a|and]] others\nand so on.\n'
const bodyStart = source.indexOf('# T')

test.each([
  ['the words of a paragraph', { words: 'First words here.' }, 6],
  ['those of a known block', { first: 10, last: 12, words: 'More words, and others' }, 10],
  ['those in a later line of it', { first: 10, last: 12, words: 'and so on' }, 11],
  ['not those of other blocks', { first: 8, last: 10, words: 'First words' }, 8],
  ['words that are nowhere', { first: 8, words: 'zebra' }, 8],
  ['no words', { words: '' }, 4],
])('%s are found', (_what, place, line) => {
  expect(sourceLine(source, bodyStart, place)).toBe(line)
})
