import { describe, expect, test } from '@jest/globals'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeVault } from '../../support/make-vault.ts'
import { type Run, runWend } from '../../support/run-wend.ts'

const notes = { 'a.md': '# A\n\n[[b]]\n', 'b.md': '# B\n', 'sub/b.md': '# Other B\n' }

describe('undo --from', () => {
  test('takes over the history of a vault that was moved, once it is gone from there', async () => {
    const cwd = makeVault(notes)
    const env = { XDG_STATE_HOME: mkdtempSync(join(tmpdir(), 'wend-state-')) }
    await runWend(['mv', 'a', 'c.md'], { cwd, env })
    const moved = `${cwd}-moved`
    mkdirSync(moved)
    const from = (folder: string): Promise<Run> => runWend(['undo', '--from', folder], { cwd: moved, env })
    expect((await from(cwd)).stderr).toContain('is still there')
    expect((await from('/nowhere')).stderr).toContain('no change of a vault at /nowhere is known')
    renameSync(cwd, join(moved, 'vault'))
    const { exit, stderr } = await runWend(['undo', '--from', cwd], { cwd: join(moved, 'vault'), env })
    expect([exit, stderr]).toEqual([0, 'wend: do it again with: wend redo\n'])
    expect(readFileSync(join(moved, 'vault/a.md'), 'utf8')).toBe(notes['a.md'])
    expect((await runWend(['redo'], { cwd: join(moved, 'vault'), env })).exit).toBe(0)
  })
})

describe('undo --list', () => {
  test('shows as many as asked for, the next to be undone first', async () => {
    const cwd = makeVault(notes)
    const env = { XDG_STATE_HOME: mkdtempSync(join(tmpdir(), 'wend-state-')) }
    const wend = (...args: readonly string[]): Promise<Run> => runWend(args, { cwd, env })
    for (const text of ['one', 'two', 'three']) await wend('append', 'a', text)
    expect((await wend('undo', '--list', '-n', '2')).stdout.trim().split('\n')).toHaveLength(2)
    expect((await wend('undo', '-n', '2')).stderr).toBe(
      'wend: -n belongs to --list\n      wend undo 2 takes back so many\n',
    )
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toContain('three')
  })
})

describe('the trash', () => {
  test('gives files back by the name, path or place they had, and asks which where there are several', async () => {
    const cwd = makeVault(notes)
    const wend = (...args: readonly string[]): Promise<Run> => runWend(args, { cwd })
    await wend('rm', 'b.md', '--force')
    writeFileSync(join(cwd, 'b.md'), '# Second B\n')
    await wend('rm', 'b.md', 'sub/b.md', '--force')
    const list = JSON.parse((await wend('trash', 'list', '--json')).stdout) as { trashed: string; path: string }[]
    expect((await wend('trash')).stdout).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d {2}b\.md {2}\(\.wend\/trash\/b 2\.md\)\n/)
    expect(list.map(({ trashed, path }) => [trashed, path])).toEqual([
      ['.wend/trash/b 2.md', 'b.md'],
      ['.wend/trash/b.md', 'b.md'],
      ['.wend/trash/sub/b.md', 'sub/b.md'],
    ])
    expect((await wend('trash', 'restore', 'b')).stderr).toContain('"b" is 2 files in the trash')
    expect((await wend('trash', 'restore', 'sub/b', '.wend/trash/b 2.md')).exit).toBe(0)
    expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe('# Second B\n')
    expect((await wend('trash', 'restore', 'b.md')).stderr).toContain('b.md exists already')
    expect((await wend('trash', 'restore', 'x')).exit).toBe(1)
    expect((await wend('undo')).exit).toBe(0)
    expect(existsSync(join(cwd, 'sub/b.md'))).toBe(false)
  })

  test('is made anew for an undo after it was emptied', async () => {
    const cwd = makeVault(notes)
    const env = { XDG_STATE_HOME: mkdtempSync(join(tmpdir(), 'wend-state-')) }
    const wend = (...args: readonly string[]): Promise<Run> => runWend(args, { cwd, env })
    await wend('rm', 'sub/b', '--force')
    await wend('rm', 'a')
    await wend('trash', 'restore', 'sub/b')
    await wend('trash', 'empty', '--force')
    expect((await wend('undo')).exit).toBe(0)
    expect((await wend('trash')).stdout).toMatch(/ {2}sub\/b\.md\n$/)
    const blocked = await wend('undo')
    expect([blocked.exit, blocked.stderr]).toEqual([1, expect.stringContaining('a.md is not there any more')])
    expect((await wend('redo')).exit).toBe(0)
    expect(readFileSync(join(cwd, 'sub/b.md'), 'utf8')).toBe(notes['sub/b.md'])
  })

  test('that leads out of the vault is not looked at, nor emptied', async () => {
    const cwd = makeVault(notes)
    const outside = mkdtempSync(join(tmpdir(), 'wend-outside-'))
    writeFileSync(join(outside, 'a.md'), 'mine')
    symlinkSync(outside, join(cwd, '.wend/trash'))
    for (const args of [['list'], ['restore', 'a.md'], ['empty', '--force']]) {
      const { exit, stdout, stderr } = await runWend(['trash', ...args], { cwd })
      expect([exit, stdout, stderr]).toEqual([1, '', expect.stringContaining('lies outside the vault')])
    }
    expect(readdirSync(outside)).toEqual(['a.md'])
  })
})
