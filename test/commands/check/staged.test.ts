import { expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { trial } from '../../support/trial.ts'

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

test('--staged: what is only announced (git add -N) is not in the next commit', async () => {
  const { root, json } = trial({ 'a.md': '[[b]]\n', 'b.md': '[[lost]]\n' })
  const git = (...args: readonly string[]): unknown => execFileSync('git', args, { cwd: root })
  const targets = async (): Promise<readonly string[]> =>
    (await json<{ problems: { target: string }[] }>('check', '--staged', '--only', 'broken-link')).problems.map(
      ({ target }) => target,
    )
  git('init', '-q')
  git('add', 'a.md')
  git('add', '-N', 'b.md')
  expect(await targets()).toEqual(['b'])
  git('add', 'b.md')
  expect(await targets()).toEqual(['lost'])
})

test('--staged: what waits for a merge is read as the file is', async () => {
  const { root, run, codes } = trial({ 'a.md': 'one\n' })
  const git = (...args: readonly string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=e@example.org', ...args], { cwd: root, stdio: 'pipe' })
  git('init', '-q', '-b', 'main')
  git('add', '.')
  git('commit', '-qm', '1')
  git('checkout', '-qb', 'other')
  writeFileSync(join(root, 'a.md'), 'two\n')
  git('commit', '-qam', '2')
  git('checkout', '-q', 'main')
  writeFileSync(join(root, 'a.md'), 'three\n')
  git('commit', '-qam', '3')
  expect(() => git('merge', 'other')).toThrow()
  writeFileSync(join(root, 'b.md'), '[[a]]\n')
  git('add', 'b.md')
  expect(await codes('--staged')).toEqual(['conflict-marks'])
  expect((await run('check', '--staged')).exit).toBe(1)
})
