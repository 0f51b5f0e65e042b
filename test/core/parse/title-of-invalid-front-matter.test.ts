import { expect, test } from '@jest/globals'
import { toNotePath } from '../../../src/core/model/note-path.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'

test.each([
  ['---\nprivate: true\n---\nText\n', true],
  ['---\nPRIVATE: "Yes"\n---\nText\n', true],
  ['---\nprivate: false\n---\nText\n', undefined],
  // What it says is not known; it may be that.
  ['---\ntitle: Foo: bar\nprivate: true\n---\nText\n', true],
  ['---\ntitle: Foo: bar\n---\nText\n', undefined],
  ['private: true\n', undefined],
  // Front matter that is never closed is text, and what it was meant to say is not known either.
  ['---\nprivate: true\n...\nText\n', true],
  ['---\r\ntitle: A\r\n"private": true\r\n----\r\nText\r\n', true],
  ['---\ntitle: A\n\nprivate: true\n', undefined],
  ['---\nA private: text\n', undefined],
])('%j is private: %p', (text, isPrivate) => {
  const path = toNotePath('a.md')!
  const note = parseNote({ path, text, facts: { size: text.length, modifiedMs: 0, createdMs: 0 } })
  expect(note.isPrivate).toBe(isPrivate)
})

test.each([
  ['---\ntitle: Foo: bar\n---\n# A heading\n', 'my note', 'file'],
  ['---js\nmodule.exports = {}\n---\n# A heading\n', 'my note', 'file'],
  ['---\ntags: [a]\ntags: [b]\n---\n# A heading\n', 'A heading', 'heading'],
  ['---\n---\n# A heading\n', 'A heading', 'heading'],
])('%j is titled %s', (text, title, titleSource) => {
  const path = toNotePath('folder/my note.md')!
  const note = parseNote({ path, text, facts: { size: text.length, modifiedMs: 0, createdMs: 0 } })
  expect({ title: note.title, titleSource: note.titleSource }).toEqual({ title, titleSource })
})
