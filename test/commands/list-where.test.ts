import { expect, test } from '@jest/globals'
import { makeVault } from '../support/make-vault.ts'
import { runWend } from '../support/run-wend.ts'

test('--where tells of a key that no note has, and of a sign written the other way round', async () => {
  const cwd = makeVault({ 'a.md': '---\nstatus: draft\n---\n# A\n' })
  const { exit, stderr } = await runWend(['list', '--where', 'statsu=draft'], { cwd })
  expect([exit, stderr]).toEqual([
    1,
    'wend: no note matches\nwend: --where: no note has the key "statsu"; did you mean status?\n',
  ])
  expect((await runWend(['list', '--where', 'status=done'], { cwd })).stderr).toBe('wend: no note matches\n')
  expect((await runWend(['list', '--where', 'rating=>4'], { cwd })).stderr).toContain('write >= or <=')
  expect((await runWend(['list', 'sub/'], { cwd })).stderr).toContain('in a folder: --path "sub/"')
})

test('--path with more groups than anyone writes is refused before it is read', async () => {
  const cwd = makeVault({ 'a.md': 'x' })
  const { exit, stderr } = await runWend(['list', '--path', '{a,b}'.repeat(600)], { cwd })
  expect([exit, stderr]).toEqual([1, expect.stringContaining('is too large')])
})
