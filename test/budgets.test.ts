import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { makeVault } from './support/make-vault.ts'
import { testEnvironment } from './support/run-wend.ts'

/** How many bytes of the built program a command line reads, by the packs that it opens. */
function programRead(args: readonly string[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'wend-budget-'))
  const record = join(folder, 'record')
  writeFileSync(record, '')
  const env = testEnvironment({ WEND_TEST_RECORD: record, XDG_CACHE_HOME: join(folder, 'cache') })
  const cwd = makeVault({ 'a.md': '# A\n\n[[b]]\n', 'b.md': '# B\n' })
  const shim = resolve('test/support/record-files.js')
  // As on most days: once the caches are filled.
  spawnSync(process.execPath, [resolve('bin/wend.js'), ...args], { cwd, env: { ...env, WEND_TEST_RECORD: '' } })
  const { status } = spawnSync(process.execPath, ['--import', shim, resolve('bin/wend.js'), ...args], { cwd, env })
  expect(status).toBe(0)
  const packs = readFileSync(record, 'utf8').match(/\/\S+\.pack\.js/g) ?? []
  return [...new Set(packs)].reduce((bytes, file) => bytes + statSync(file).size, 0)
}

/** Work is counted, not time: what a command reads of the program is most of what its start costs. Raise a figure only for a reason. */
test.each([
  [['--version'], 0],
  [['list'], 447_000],
  [['backlinks', 'b', '--json'], 447_000],
  [['show', 'a'], 464_000],
])('wend %j reads at most so many bytes of the program: %d', (args, most) => {
  const read = programRead(args)
  expect(read).toBeLessThanOrEqual(most)
  expect(read > 0).toBe(most > 0)
})

test('the package stays small', () => {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' })
  const [{ size, unpackedSize }] = JSON.parse(stdout) as [{ readonly size: number; readonly unpackedSize: number }]
  expect(size).toBeLessThan(2_500_000)
  expect(unpackedSize).toBeLessThan(6_900_000)
})
