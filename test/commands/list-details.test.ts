import { afterAll, expect, jest, test } from '@jest/globals'
import { makeVault } from '../support/make-vault.ts'

// A program with the name of a build keeps an index, which the source alone does not.
Reflect.set(globalThis, 'WEND_BUILD', 'list-details')
const { runWend } = await import('../support/run-wend.ts')
const { NoteIndex } = await import('../../src/io/cache/notes/note-index.ts')

afterAll(() => {
  Reflect.deleteProperty(globalThis, 'WEND_BUILD')
})

test('a list out of the index decodes the details of no note that has words', async () => {
  const cwd = makeVault({ 'a.md': '# A\n\nA sentence.\n', 'b.md': '# B\n\nAnother [one](a.md).\n', 'empty.md': '' })
  const first = await runWend(['list'], { cwd })
  const details = jest.spyOn(NoteIndex.prototype, 'details')
  try {
    expect(await runWend(['list'], { cwd })).toEqual(first)
    expect(details.mock.calls).toEqual([[2]])
  } finally {
    details.mockRestore()
  }
})
