import { describe, expect, test } from '@jest/globals'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeUserState, stateFolders } from '../../src/io/changes/user-state.ts'
import { makeVault } from '../support/make-vault.ts'
import { runWend } from '../support/run-wend.ts'

const notes = { 'a.md': '# A\n\n[[b]]\n', 'b.md': '# B\n' }

/** A journal as a stranger would write it: it plants a hook of git, moves a note and removes one. */
const journal = JSON.stringify({
  id: 'deadbeefdeadbeef',
  title: 'rename a to b',
  at: '2026-01-01T00:00:00.000Z',
  steps: [
    { kind: 'move', path: 'assets/hooks/post-checkout', to: 'payload.txt' },
    { kind: 'move', path: 'stolen.md', to: 'b.md', hash: 'a'.repeat(64) },
    { kind: 'write', path: 'a.md', before: null, after: null, splices: [] },
  ],
})

function strangersVault(): string {
  const cwd = makeVault({
    ...notes,
    'payload.txt': '#!/bin/sh\n',
    '.wend/journal': journal,
    '.wend/journal.new': journal,
  })
  mkdirSync(join(cwd, '.git/hooks'), { recursive: true })
  mkdirSync(join(cwd, '.wend/history'))
  writeFileSync(join(cwd, '.wend/history/000001.json'), journal)
  symlinkSync('.git', join(cwd, 'assets'))
  return cwd
}

function snapshot(cwd: string): Record<string, string> {
  const names = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).sort()
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(cwd, name)).isFile())
      .map((name) => [name, readFileSync(join(cwd, name), 'utf8')]),
  )
}

describe('a journal and a history that came with a vault', () => {
  test.each([['list'], ['check'], ['show', 'a'], ['completion', 'notes'], ['undo'], ['undo', '--dry-run']])(
    'are named once and never acted on: %s',
    async (...args) => {
      const cwd = strangersVault()
      const env = { XDG_STATE_HOME: mkdtempSync(join(tmpdir(), 'wend-state-')) }
      const before = snapshot(cwd)
      const first = await runWend(args, { cwd, env })
      const second = await runWend(args, { cwd, env })
      if (args[0] !== 'completion')
        expect(first.stderr).toContain('ignored .wend/journal and .wend/journal.new and .wend/history')
      expect(second.stderr).not.toContain('ignored')
      expect(snapshot(cwd)).toEqual(before)
    },
  )

  test('do not stand in the way of changes', async () => {
    const cwd = strangersVault()
    expect((await runWend(['mv', 'b', 'c.md'], { cwd })).exit).toBe(0)
    expect((await runWend(['undo'], { cwd })).exit).toBe(0)
    expect((await runWend(['undo'], { cwd })).stderr).toContain('nothing to undo')
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(notes['a.md'])
    expect(existsSync(join(cwd, '.git/hooks/post-checkout'))).toBe(false)
  })
})

describe("this user's state of a vault", () => {
  test('lies outside the vault, for its owner alone, and a vault that was moved has none', async () => {
    const cwd = makeVault(notes)
    const env = { XDG_STATE_HOME: mkdtempSync(join(tmpdir(), 'wend-state-')) }
    await runWend(['mv', 'b', 'c.md'], { cwd, env })
    const state = makeUserState(cwd, env).folder
    expect(state.startsWith(env.XDG_STATE_HOME)).toBe(true)
    expect(statSync(state).mode & 0o077).toBe(0)
    expect(readdirSync(join(cwd, '.wend'))).toEqual([])
    renameSync(cwd, `${cwd}-moved`)
    expect((await runWend(['undo'], { cwd: `${cwd}-moved`, env })).stderr).toContain('nothing to undo')
  })

  test.each([
    ['first', notes],
    ["behind a stranger's journal", { ...notes, '.wend/journal': journal }],
  ])(
    'where it falls back on the temporary folder, the change that is %s says so, and no other',
    async (_when, files) => {
      const cwd = makeVault(files)
      writeFileSync(join(cwd, 'file'), '')
      const env = { XDG_STATE_HOME: join(cwd, 'file') }
      const said = `what undo needs is kept in ${join(tmpdir(), 'wend-')}`
      await runWend(['list'], { cwd, env })
      expect((await runWend(['set', 'a', 'k=v'], { cwd, env })).stderr).toContain(said)
      expect((await runWend(['set', 'a', 'k=w'], { cwd, env })).stderr).not.toContain(said)
    },
  )

  test('falls back on the temporary folder, which must be closed to others', () => {
    const root = makeVault(notes)
    const blocked = join(root, 'file')
    writeFileSync(blocked, '')
    const env = { XDG_STATE_HOME: blocked }
    const made = makeUserState(root, env)
    expect(made.folder.startsWith(tmpdir())).toBe(true)
    expect(made.problem).toContain('file')
    expect(statSync(join(made.folder, '..')).mode & 0o077).toBe(0)
    expect(makeUserState(root, env)).toEqual(made)
    expect(stateFolders(root, env)).toContain(made.folder)
    chmodSync(join(made.folder, '..'), 0o777)
    try {
      expect(() => makeUserState(root, env)).toThrow('refused')
      expect(stateFolders(root, env)).not.toContain(made.folder)
    } finally {
      chmodSync(join(made.folder, '..'), 0o700)
    }
  })
})
