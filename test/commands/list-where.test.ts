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

test.each([
  ['wrok', '--tag: no note has the tag "wrok"; did you mean work?'],
  ['home, zzz OR yyy', '--tag: no note has the tag "zzz"\nwend: --tag: no note has the tag "yyy"\n'],
])('a tag that no note has is told: --tag %j', async (tags, said) => {
  const cwd = makeVault({ 'a.md': '---\ntags: [work/deep, work, home]\n---\n# A\n' })
  const { exit, stderr } = await runWend(['list', '--tag', tags], { cwd })
  expect([exit, stderr]).toEqual([1, expect.stringContaining(said)])
})

test.each(['work, NOT zzz', 'wo*', 'deep OR WORK'])(
  'and one that some have, or that is excluded, is not: --tag %j',
  async (tags) => {
    const cwd = makeVault({ 'a.md': '---\ntags: [work/deep]\n---\n# A\n' })
    expect(await runWend(['list', '--tag', tags], { cwd })).toMatchObject({ exit: 0, stderr: '' })
  },
)
