import { expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { trial } from '../../support/trial.ts'

test('what is only worth knowing is counted, and shown with --infos; JSON holds all', async () => {
  const { run, codes } = trial({ 'a.md': '', 'b.md': '[[gone]]\n' })
  const brief = (await run('check')).stdout
  expect(brief).not.toContain('empty-note')
  expect(brief).toContain('--infos')
  expect((await run('check', '--infos')).stdout).toContain('empty-note')
  expect((await run('check', '--only', 'empty-note')).stdout).toContain('empty-note')
  expect(await codes()).toContain('empty-note')
  expect((await run('check', '--format', 'sarif')).stdout).toContain('empty-note')
})

test('--baseline tells only what is new since, wherever it stands now', async () => {
  const { root, run, json } = trial({ 'a.md': '[[gone]] [[gone]]\n', 'b.md': '[[a]]\n' })
  writeFileSync(join(root, 'base.json'), (await run('check', '--json')).stdout)
  expect((await run('check', '--baseline', 'base.json')).exit).toBe(0)
  writeFileSync(join(root, 'a.md'), '# Moved\n\n[[gone]] [[gone]] [[gone]] [[other]]\n')
  const { problems } = await json<{ problems: { target: string }[] }>('check', '--baseline', 'base.json')
  expect(problems.map(({ target }) => target)).toEqual(['gone', 'other'])
  expect((await run('check', '--baseline', 'base.json')).exit).toBe(1)
  expect((await run('check', '--baseline', 'none.json')).exit).toBe(2)
  expect((await run('check', '--baseline', 'a.md')).exit).toBe(2)
})

test('--staged looks at what is staged alone', async () => {
  const { root, json, run } = trial({ 'a.md': '[[gone]]\n', 'b.md': '[[lost]]\n' })
  expect((await run('check', '--staged')).exit).toBe(2)
  execFileSync('git', ['init', '-q'], { cwd: root })
  execFileSync('git', ['add', 'a.md'], { cwd: root })
  const staged = await json<{ problems: { path: string }[] }>('check', '--staged', '--only', 'broken-link')
  expect(staged.problems.map(({ path }) => path)).toEqual(['a.md'])
})

test('--staged reads what the next commit holds, not the files', async () => {
  const { root, json, run } = trial({
    'a.md': '[[gone]] [[b#Old]] [[new]]\r\n',
    'b.md': '# B\n\n## Old\n',
    'c.md': '[[lost]]\n',
    'sub/ü x.md': '# Ü\n\n[[nowhere]]\n',
  })
  const git = (...args: readonly string[]): unknown => execFileSync('git', args, { cwd: root })
  git('init', '-q')
  git('add', '.')
  // Nothing of this is staged: links mended, a heading renamed, a note made, one deleted.
  writeFileSync(join(root, 'a.md'), '[[b]]\r\n')
  writeFileSync(join(root, 'b.md'), '# B\n\n## New\n')
  writeFileSync(join(root, 'new.md'), '# New\n')
  writeFileSync(join(root, 'c.md'), '[[lost]] [[more]]\n')
  rmSync(join(root, 'sub/ü x.md'))
  const staged = (): Promise<{ problems: { path: string; target?: string; source?: string; line: number }[] }> =>
    json('check', '--staged', '--only', 'broken-link,broken-anchor')
  const places = (await staged()).problems.map(({ path, target, line }) => [path, target, line])
  expect(places).toEqual([
    ['a.md', 'gone', 1],
    ['a.md', 'new', 1],
    ['c.md', 'lost', 1],
    ['sub/ü x.md', 'nowhere', 3],
  ])
  expect((await run('check', '--staged')).stdout).toContain('│ [[gone]] [[b#Old]] [[new]]')
  git('add', '-A')
  expect((await staged()).problems.map(({ target }) => target)).toEqual(['lost', 'more'])
  expect((await run('check', '--staged', 'b.md', '--only', 'broken-link')).exit).toBe(0)
})

test.each([
  ['<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> branch\n', ['conflict-marks']],
  ['text\n\n<<<<<<< HEAD\n=======\n>>>>>>> branch\n', ['conflict-marks']],
  ['```\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> branch\n```\n', []],
  ['<<<<<<< HEAD\none\n', []],
])('%j', async (text, expected) => {
  const { codes } = trial({ 'a.md': text })
  expect(await codes('--only', 'conflict-marks')).toEqual(expected)
})

test('copies of conflicts', async () => {
  const { json } = trial({
    'a.md': 'x',
    'a.sync-conflict-20240501-101500-ABCDEFG.md': 'x',
    "b (Ann's conflicted copy 2024-05-01).md": 'x',
    'c (conflicted copy).png': 'x',
    'conflict.md': 'x',
  })
  const { problems } = await json<{ problems: { path: string }[] }>('check', '--only', 'sync-conflict')
  expect(problems.map(({ path }) => path)).toEqual([
    'a.sync-conflict-20240501-101500-ABCDEFG.md',
    "b (Ann's conflicted copy 2024-05-01).md",
    'c (conflicted copy).png',
  ])
})

test('files that nothing links to, where that is asked for', async () => {
  const { json, codes } = trial({ 'a.md': '![[p.png]] ![x](q.png)\n', 'p.png': '', 'q.png': '', 'r.png': '' })
  expect(await codes()).toEqual([])
  const { problems } = await json<{ problems: { path: string }[] }>('check', '--only', 'unused-attachment')
  expect(problems.map(({ path }) => path)).toEqual(['r.png'])
})

test('what a template leaves to be filled in is no broken link, and asks for no note', async () => {
  const { codes, run } = trial({
    'Templates/day.md':
      '[[{{yesterday}}]] [[<% tp.date.now() %>|x]] [a]({{site.url}}/about) ![[{{cover}}.png]] [[gone]]\n',
  })
  expect(await codes('--only', 'broken-link,missing-file')).toEqual(['broken-link'])
  expect((await run('new', '--missing', '--dry-run')).stdout).not.toContain('{{')
})
