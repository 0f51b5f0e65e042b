import { afterAll, expect, jest, test } from '@jest/globals'
import { makeVault } from '../../../support/make-vault.ts'

// A program with the name of a build keeps an index, which the source alone does not.
Reflect.set(globalThis, 'WEND_BUILD', 'undecoded-details')
const { runWend } = await import('../../../support/run-wend.ts')
const { NoteIndex } = await import('../../../../src/io/cache/notes/note-index.ts')

afterAll(() => {
  Reflect.deleteProperty(globalThis, 'WEND_BUILD')
})

/** The places of the notes of which a command line that was run before decodes the details. */
async function decodedBy(args: readonly string[], cwd: string): Promise<readonly number[]> {
  const first = await runWend(args, { cwd })
  const details = jest.spyOn(NoteIndex.prototype, 'details')
  try {
    expect(await runWend(args, { cwd })).toEqual(first)
    return details.mock.calls.map(([place]) => place)
  } finally {
    details.mockRestore()
  }
}

test('a list decodes no note that has words, as text or as paths', async () => {
  const cwd = makeVault({ 'a.md': '# A\n\nA sentence.\n', 'b.md': '# B\n\nAnother [one](a.md).\n', 'empty.md': '' })
  expect(await decodedBy(['list'], cwd)).toEqual([2])
  expect(await decodedBy(['list', '--format', 'paths'], cwd)).toEqual([2])
})

test('a check decodes only notes with blocks, definitions or footnotes', async () => {
  const cwd = makeVault({
    'a.md': '---\nsummary: About a.\n---\n# A\n\nTo [[b]].\n',
    'b.md': '# B\n\nTo [one][] of a footnote[^1].\n\n[one]: a.md\n\n[^1]: It.\n',
    'c.md': '# C\n\nTo [[a]], in a block. ^id\n',
    'd.md': '# D\n\nTo [[c]].\n',
  })
  const decoded = await decodedBy(['check', 'a.md', 'b.md', 'c.md', 'd.md', '--skip', 'long-summary'], cwd)
  expect([...new Set(decoded)]).toEqual([1, 2])
})
