import { describe, expect, test } from '@jest/globals'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toNotePath } from '../../src/core/model/note-path.ts'
import { writeKept } from '../../src/io/cache/kept-file.ts'
import { lookAtFiles } from '../../src/io/cache/notes/look-at-files.ts'
import { makeVault } from '../support/make-vault.ts'
import { spawnWend } from '../support/run-wend.ts'

const user = (): { readonly XDG_CACHE_HOME: string } => ({
  XDG_CACHE_HOME: mkdtempSync(join(tmpdir(), 'wend-user-')),
})

describe('a cache that came with a vault', () => {
  test("is another user's, and made anew", () => {
    const cwd = makeVault({ 'a.md': '# A\n', '.wend/config.yml': 'cache: vault\n' })
    const [stranger, reader] = [user(), user()]
    const cache = join(cwd, '.wend/cache/index')
    expect(spawnWend(['list'], { cwd, env: stranger }).stdout).toBe('A\n')
    const theirs = readFileSync(cache)
    expect(spawnWend(['list'], { cwd, env: stranger }).stdout).toBe('A\n')
    expect(readFileSync(cache)).toEqual(theirs)
    expect(spawnWend(['list'], { cwd, env: reader }).stdout).toBe('A\n')
    expect(readFileSync(cache)).not.toEqual(theirs)
  }, 60_000)

  test('is passed over when it says nothing of itself', () => {
    const cwd = makeVault({ 'a.md': '# A\n', '.wend/config.yml': 'cache: vault\n' })
    const file = join(cwd, '.wend/cache/index')
    for (const key of ['', '["", ""]', JSON.stringify(['0123456789', cwd])]) {
      writeKept(file, { key, about: null }, [])
      expect(spawnWend(['list'], { cwd, env: user() })).toMatchObject({ exit: 0, stdout: 'A\n' })
    }
  }, 60_000)

  test('has no note survive that lies outside the vault', () => {
    const root = makeVault({ 'a.md': '# A\n' })
    const [here, outside] = [toNotePath('a.md'), '../secret.md']
    const store = {
      size: 2,
      stamps: new Float64Array(8),
      placeOf: (path: string) => (path === here ? 0 : path === outside ? 1 : undefined),
    }
    const found = lookAtFiles(root, { ignore: [], follow: false }, store, undefined)
    expect([...found.seen]).toEqual([1, 0])
    expect(found.read.map(({ path }) => path)).toEqual([here])
  })
})

test('a file outside the vault is found through folders that do not exist, with and without a cache', () => {
  const outer = makeVault({ 'ext.txt': '', 'v/a.md': '[o](nope/../../ext.txt)\n' })
  const cwd = join(outer, 'v')
  const env = user()
  const answers = [['--no-cache'], [], []].map((more) => spawnWend(['check', '--json', ...more], { cwd, env }))
  expect(answers[0]).toMatchObject({ exit: 0 })
  expect(answers.map(({ stdout, exit }) => [exit, stdout])).toEqual(
    answers.map(() => [answers[0]?.exit, answers[0]?.stdout]),
  )
}, 60_000)
