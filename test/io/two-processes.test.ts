import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { killTest } from '../../scripts/kill-test.js'
import { applyChanges } from '../../src/io/changes/apply-changes.ts'
import { toNotePath } from '../../src/core/model/note-path.ts'
import { type LockPatience, lockVault } from '../../src/io/changes/vault-lock.ts'
import { testEnvironment } from '../support/run-wend.ts'

let root: string

beforeEach(() => {
  root = fs.mkdtempSync(join(tmpdir(), 'wend-two-'))
  fs.mkdirSync(join(root, '.wend'))
  fs.writeFileSync(join(root, 'a.md'), '[[b]] [[c]]\n')
  fs.writeFileSync(join(root, 'b.md'), '[[a]]\n')
  fs.writeFileSync(join(root, 'c.md'), '[[a]]\n')
})

afterEach(() => {
  fs.rmSync(root, { recursive: true, force: true })
})

function wend(args: readonly string[]): Promise<{ readonly exit: number | null; readonly stderr: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [resolve('bin/wend.js'), '-C', root, ...args], { env: testEnvironment() })
    let stderr = ''
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
    child.on('exit', (exit) => done({ exit, stderr }))
  })
}

function create(): void {
  const path = toNotePath('new.md')
  if (path === undefined) throw new Error('no path')
  applyChanges(
    { root, state: `${root}-state` },
    { title: 'create', changes: [{ kind: 'create', path, text: 'new' }] },
    { patience: brief },
  )
}

const brief: LockPatience = { waitMs: 50, now: Date.now, sleep: () => undefined }

describe('two processes that change one vault', () => {
  test('wait for each other, and no change is lost', async () => {
    const runs = await Promise.all([wend(['mv', 'b', 'bb.md']), wend(['mv', 'c', 'cc.md']), wend(['set', 'a', 'k=v'])])
    expect(runs.map(({ exit }) => exit)).toEqual([0, 0, 0])
    expect(fs.readFileSync(join(root, 'a.md'), 'utf8')).toBe('---\nk: v\n---\n[[bb]] [[cc]]\n')
    expect(fs.readdirSync(root).sort()).toEqual(['.wend', 'a.md', 'bb.md', 'cc.md'])
  })

  test('the second says who holds the lock', () => {
    const lock = join(root, '.wend/lock')
    fs.writeFileSync(lock, JSON.stringify({ pid: process.ppid, host: hostname(), started: Date.now(), nonce: 'x' }))
    expect(create).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({ message: `the vault is being changed by process ${process.ppid}` }),
      }),
    )
    fs.writeFileSync(lock, JSON.stringify({ pid: 1, host: 'elsewhere', started: Date.now(), nonce: 'x' }))
    expect(create).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({ message: 'the vault is being changed by process 1 on elsewhere' }),
      }),
    )
    expect(fs.existsSync(join(root, 'new.md'))).toBe(false)
  })

  test("a dead holder's lock is taken over", () => {
    fs.writeFileSync(
      join(root, '.wend/lock'),
      JSON.stringify({ pid: 4194303, host: hostname(), started: Date.now(), nonce: 'x' }),
    )
    create()
    expect(fs.readFileSync(join(root, 'new.md'), 'utf8')).toBe('new')
    expect(fs.existsSync(join(root, '.wend/lock'))).toBe(false)
  })

  const dead = JSON.stringify({ pid: 4194303, host: hostname(), started: 0, nonce: 'x' })
  const elsewhere = JSON.stringify({ pid: 1, host: 'elsewhere', started: 0, nonce: 'x' })

  test.each([
    ['a lock of another machine', 'lock', elsewhere],
    ['a lock that says nothing', 'lock', ''],
    ['the mark of one who takes over', 'lock.takeover', ''],
  ])('%s with a time that is long ahead does not count', (_what, name, content) => {
    const file = join(root, '.wend', name)
    if (name !== 'lock') fs.writeFileSync(join(root, '.wend/lock'), dead)
    fs.writeFileSync(file, content)
    fs.utimesSync(file, 4e9, 4e9)
    create()
    expect(fs.readFileSync(join(root, 'new.md'), 'utf8')).toBe('new')
    expect(fs.readdirSync(join(root, '.wend'))).not.toContain(name)
  })

  test.each([
    ['with a lock', dead],
    ['with none', undefined],
  ])('a folder in the place of the mark of one who takes over, %s, is put aside', (_what, lock) => {
    if (lock !== undefined) fs.writeFileSync(join(root, '.wend/lock'), lock)
    fs.mkdirSync(join(root, '.wend/lock.takeover'))
    fs.writeFileSync(join(root, '.wend/lock.takeover/kept'), '')
    fs.utimesSync(join(root, '.wend/lock.takeover'), 1, 1)
    create()
    expect(fs.readFileSync(join(root, 'new.md'), 'utf8')).toBe('new')
    const [aside = '', ...others] = fs.readdirSync(join(root, '.wend')).filter((name) => name.startsWith('lock'))
    expect([aside, others]).toEqual([expect.stringMatching(/^lock\.takeover\.[0-9a-f]{8}$/), []])
    expect(fs.readdirSync(join(root, '.wend', aside))).toEqual(['kept'])
  })

  test('a lock held twice by one process is given back once', () => {
    const outer = lockVault(root)
    create()
    expect(fs.existsSync(join(root, '.wend/lock'))).toBe(true)
    outer()
    expect(fs.existsSync(join(root, '.wend/lock'))).toBe(false)
  })
})

test('a killed rename of many files leaves every note wholly old or wholly new', () => {
  const ends = killTest(12, 60)
  expect(ends.wrong).toEqual([])
  expect([ends.killed, ends.old + ends.new]).toEqual([12, 12])
  // Points that all lie before the first change would show nothing.
  expect(ends.tookBack).toBeGreaterThan(3)
})
