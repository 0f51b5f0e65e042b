import { expect, test } from '@jest/globals'
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
