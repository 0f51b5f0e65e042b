import { describe, expect, test } from '@jest/globals'
import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeVault } from '../support/make-vault.ts'
import { giveAway, spawnWithoutRights } from '../support/without-rights.ts'

/** A vault below a folder that anyone may enter, given to the user who runs wend. */
function ownVault(files: Readonly<Record<string, string>>): string {
  const outer = makeVault(Object.fromEntries(Object.entries(files).map(([path, text]) => [`vault/${path}`, text])))
  chmodSync(outer, 0o755)
  giveAway(outer)
  return join(outer, 'vault')
}

const files = { '.wend/config.yml': '', 'a.md': '# A\n\n[[b]]\n', 'b.md': '# B\n\nWords of b.\n', 'sub/s.md': '# S\n' }

describe('a vault that may only be read', () => {
  const cwd = ownVault(files)
  for (const folder of ['', '.wend', 'sub']) chmodSync(join(cwd, folder), 0o555)

  test.each([['list'], ['show', 'a'], ['search', 'words'], ['check'], ['links', 'a'], ['mv', 'b', 'c', '--dry-run']])(
    'is read by %s %s',
    (...args) => {
      const run = spawnWithoutRights(args, cwd)
      if (run === undefined) return
      const said = run.stderr.replace(/^wend: vault: .*\n/, '')
      expect([run.exit, said, run.stdout === '']).toEqual([0, '', false])
    },
  )

  test.each([['mv', 'b', 'c'], ['rm', 'b', '--force'], ['set', 'a', 'x=y'], ['undo'], ['new', 'Hello']])(
    'is not changed by %s, and the message names the file',
    (...args) => {
      const run = spawnWithoutRights(args, cwd)
      if (run === undefined) return
      expect([run.exit, run.stdout]).toEqual([2, ''])
      expect(run.stderr).toMatch(/^wend: cannot make .*lock: permission denied \(EACCES\)\n/m)
      expect(readdirSync(cwd).sort()).toEqual(['.wend', 'a.md', 'b.md', 'sub'])
      expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(files['a.md'])
    },
  )
})

describe('files that may not be read', () => {
  test('a note is named in one warning, and the others are listed', () => {
    const cwd = ownVault(files)
    chmodSync(join(cwd, 'b.md'), 0)
    const run = spawnWithoutRights(['list', '--format', 'paths'], cwd)
    if (run === undefined) return
    expect(run).toEqual({
      exit: 0,
      stdout: 'a.md\nsub/s.md\n',
      stderr: 'wend: b.md: skipped, permission denied (EACCES)\n',
    })
    expect(spawnWithoutRights(['check', '--format', '{{path}} {{code}} {{message}}'], cwd)?.stdout).toContain(
      'b.md unreadable-file cannot be read: permission denied (EACCES)',
    )
    for (const args of [
      ['mv', 'a', 'c'],
      ['rm', 'a'],
      ['tag', 'rename', 'x', 'y'],
      ['check', '--fix'],
      ['set', 'a', 'k=v'],
    ]) {
      const refused = spawnWithoutRights(args, cwd)
      expect([refused?.exit, refused?.stderr]).toEqual([
        1,
        expect.stringContaining('b.md cannot be read: permission denied'),
      ])
    }
    const forced = spawnWithoutRights(['mv', 'a', 'c', '--force'], cwd)
    expect([forced?.exit, forced?.stderr]).toEqual([0, expect.stringContaining('links there were not looked at')])
  })

  test('a folder is named; what would be moved there is refused', () => {
    const cwd = ownVault(files)
    chmodSync(join(cwd, 'sub'), 0)
    const list = spawnWithoutRights(['list'], cwd)
    if (list === undefined) return
    expect([list.exit, list.stderr]).toEqual([0, 'wend: sub: skipped, permission denied (EACCES)\n'])
    for (const [exit, ...more] of [[1], [2, '--force']] as const) {
      const move = spawnWithoutRights(['mv', 'b', 'sub/b', ...more], cwd)
      expect([move?.exit, move?.stderr]).toEqual([exit, expect.stringMatching(/sub.*permission denied/)])
      expect(move?.stderr).not.toContain('bug')
    }
    expect(readdirSync(cwd)).toContain('b.md')
  })

  test('the configuration is named; with its folder closed the notes can still be read', () => {
    const cwd = ownVault(files)
    chmodSync(join(cwd, '.wend/config.yml'), 0)
    const run = spawnWithoutRights(['list'], cwd)
    if (run === undefined) return
    expect([run.exit, run.stderr]).toEqual([
      2,
      expect.stringMatching(/^wend: cannot read the configuration .*config\.yml: permission denied/),
    ])
  })

  test('a vault is named', () => {
    const cwd = ownVault(files)
    chmodSync(join(cwd, 'sub'), 0o311)
    const run = spawnWithoutRights(['list', '-C', join(cwd, 'sub')], cwd)
    if (run === undefined) return
    expect([run.exit, run.stderr]).toEqual([2, expect.stringMatching(/^wend: no vault at .*sub: permission denied\n/)])
  })
})
