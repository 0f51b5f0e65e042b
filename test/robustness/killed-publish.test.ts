import { expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeVault } from '../support/make-vault.ts'
import { testEnvironment } from '../support/run-wend.ts'

/** A disk that takes its time to rename, and says when it begins to. */
const slowDisk = `
const fs = require('node:fs')
const rename = fs.renameSync
fs.renameSync = (from, to) => {
  if (to.endsWith('.html')) {
    fs.writeSync(2, 'renames')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
  }
  return rename(from, to)
}
`

const cwd = makeVault({
  'slow-disk.cjs': slowDisk,
  ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`n${at}.md`, `# N${at}\n\nold [[n${at + 1}]]\n`])),
})
const site = join(cwd, '.site')

function publish(...node: readonly string[]): ReturnType<typeof spawn> {
  return spawn(process.execPath, [...node, resolve('bin/wend.js'), '--no-cache', 'publish', '.site'], {
    cwd,
    env: testEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

const ended = (child: ReturnType<typeof spawn>): Promise<unknown> =>
  new Promise((done) => child.once('exit', (code, signal) => done(signal ?? code)))

/** The words that the pages of the notes are of. */
const words = (): ReadonlySet<string | undefined> =>
  new Set(
    readdirSync(site)
      .filter((name) => /^n\d+\.html$/.test(name))
      .map((name) => /\b(?:old|SIG\w+)\b/.exec(readFileSync(join(site, name), 'utf8'))?.[0]),
  )

test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
  'a publication that gets %s within its renames ends with the new site',
  async (signal) => {
    expect(await ended(publish())).toBe(0)
    for (let at = 0; at < 12; at++) writeFileSync(join(cwd, `n${at}.md`), `# N${at}\n\n${signal} [[n${at + 1}]]\n`)
    const child = publish(`--require=${join(cwd, 'slow-disk.cjs')}`)
    await new Promise((done) => child.stderr?.once('data', done))
    child.kill(signal)
    expect(await ended(child)).toBe(signal === 'SIGKILL' ? 'SIGKILL' : 0)
    while (existsSync(join(site, '.wend-publish'))) await pause(20)
    expect(words()).toEqual(new Set([signal]))
  },
  120_000,
)
