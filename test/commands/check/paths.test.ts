import { expect, test } from '@jest/globals'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { trial } from '../../support/trial.ts'

const files = { 'notes/.wend/config.yml': '', 'notes/a.md': '[[nope]]\n', 'notes/sub/b.md': '[[gone]]\n' }

test.each([
  ['text', ['../a.md', 'b.md']],
  ['csv', [',../a.md,', ',b.md,']],
  ['github', ['file=notes/a.md,', 'file=notes/sub/b.md,']],
  ['sarif', ['"uri": "notes/a.md"', '"uri": "notes/sub/b.md"']],
  ['json', ['"path":"a.md"', '"path":"sub/b.md"']],
])('check --format %s names paths from where they are looked for', async (format, paths) => {
  const { root, run } = trial(files, 'notes/sub')
  mkdirSync(join(root, '.git'))
  const { stdout } = await run('check', '--format', format)
  const said = format === 'json' ? stdout.replaceAll('": ', '":') : stdout
  for (const path of paths) expect(said).toContain(path)
})

test('outside a repository all but JSON name them from where one stands', async () => {
  const { run } = trial(files, 'notes/sub')
  expect((await run('check', '--format', 'github')).stdout).toContain('file=../a.md,')
})

test('columns of a list, too', async () => {
  const { run } = trial(files, 'notes/sub')
  expect((await run('list', '--columns', 'path,links', '--format', 'csv')).stdout).toContain('../a.md,1')
})

test('a list of nothing has the columns that were asked for, and no line without them', async () => {
  const { run } = trial(files)
  const none = ['list', '--where', 'title=none', '--format', 'csv']
  expect((await run(...none, '--columns', 'path,title')).stdout).toBe('path,title\n')
  expect((await run(...none)).stdout).toBe('')
})
