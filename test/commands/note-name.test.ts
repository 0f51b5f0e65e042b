import { expect, test } from '@jest/globals'
import type { TemplateValues } from '../../src/core/plan/write/template-value.ts'
import { notePathOf } from '../../src/commands/write/note-name.ts'

const values = { title: 'T' } as TemplateValues

test.each([
  ['a name of 200 bytes is kept', 'x'.repeat(200), 'x'.repeat(200)],
  ['a longer one is cut behind a word', 'four '.repeat(60).trim(), 'four '.repeat(40).trim()],
  ['one without words to cut behind is cut in the word', `ab ${'x'.repeat(300)}`, `ab ${'x'.repeat(197)}`],
  ['letters stay whole', '日'.repeat(100), '日'.repeat(66)],
])('%s', (_, stem, kept) => {
  expect(notePathOf({ group: {}, stem }, values)).toBe(`${kept}.md`)
})
