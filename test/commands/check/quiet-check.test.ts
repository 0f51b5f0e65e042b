import { expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
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
