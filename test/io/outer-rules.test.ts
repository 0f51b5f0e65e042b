import { expect, test } from '@jest/globals'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { runWend } from '../support/run-wend.ts'
import { makeVault } from '../support/make-vault.ts'

async function notesIn(files: Readonly<Record<string, string>>, folder: string): Promise<string> {
  const root = makeVault(files)
  mkdirSync(join(root, '.git', 'info'), { recursive: true })
  return (await runWend(['--vault', join(root, folder), 'list', '--format', 'paths'], { cwd: join(root, folder) }))
    .stdout
}

const notes = { 'notes/a.md': '', 'notes/private/p.md': '', 'notes/b.draft.md': '' }

test.each([
  [{ '.gitignore': 'private/\n' }, 'notes', 'a.md\nb.draft.md\n'],
  [{ '.gitignore': '/notes/private/\n' }, 'notes', 'a.md\nb.draft.md\n'],
  [{ '.gitignore': '/private/\n' }, 'notes', 'a.md\nb.draft.md\nprivate/p.md\n'],
  [{ '.gitignore': '*.draft.md\n', 'notes/.gitignore': '!b.draft.md\n' }, 'notes', 'a.md\nb.draft.md\nprivate/p.md\n'],
  [{ '.git/info/exclude': 'private/\n' }, 'notes', 'a.md\nb.draft.md\n'],
  // What was asked for is read, though the repository leaves it out.
  [{ '.gitignore': 'notes/\n' }, 'notes', 'a.md\nb.draft.md\nprivate/p.md\n'],
])('rules of the repository above the vault: %j', async (rules, folder, expected) => {
  expect(await notesIn({ ...notes, ...rules }, folder)).toBe(expected)
})

test('.git/info/exclude of the vault itself', async () => {
  expect(await notesIn({ 'a.md': '', 'x/p.md': '', '.git/info/exclude': 'x/\n' }, '.')).toBe('a.md\n')
})
