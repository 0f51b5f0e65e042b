import { expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { lockVault } from '../../src/io/changes/vault-lock.ts'
import { makeVault } from '../support/make-vault.ts'
import { testEnvironment } from '../support/run-wend.ts'

/** Makes one function of the file system as slow as on a slow disk: for ten seconds no other code runs. */
const slowDisk = (name: string): string => `
const fs = require('node:fs')
const original = fs.${name}
fs.${name} = (...args) => {
  fs.writeSync(2, 'waiting')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10000)
  return original(...args)
}
`

test.each([
  ['reads a folder', 'readdirSync', ['list']],
  ['keeps an index', 'renameSync', ['search', 'a']],
])('Ctrl-C ends a command at once, even while it %s and lets no other code run', async (_what, slow, command) => {
  const cwd = makeVault({ 'a.md': '# A\n', 'slow-disk.cjs': slowDisk(slow) })
  const args = [`--require=${join(cwd, 'slow-disk.cjs')}`, resolve('bin/wend.js'), ...command]
  const child = spawn(process.execPath, args, {
    cwd,
    env: testEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await new Promise((done) => child.stderr.once('data', done))
  child.kill('SIGINT')
  const signal = await new Promise((done) => child.on('exit', (_code, name) => done(name)))
  // Shells tell a process that this signal ended as 130.
  expect(signal).toBe('SIGINT')
})

test('a change in progress keeps interrupts waiting, and gives them back', () => {
  const root = makeVault({ 'a.md': '# A\n' })
  const before = process.listenerCount('SIGINT')
  const release = lockVault(root)
  const again = lockVault(root)
  expect(process.listenerCount('SIGINT')).toBe(before + 1)
  again()
  expect(process.listenerCount('SIGINT')).toBe(before + 1)
  release()
  expect(process.listenerCount('SIGINT')).toBe(before)
  expect(readdirSync(join(root, '.wend'))).toEqual([])
})
