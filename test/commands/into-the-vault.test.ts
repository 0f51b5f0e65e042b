import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { makeVault } from '../support/make-vault.ts'
import { testEnvironment } from '../support/run-wend.ts'

/** What stands in a file of the vault after a shell wrote output of wend to it. */
function written(words: string, file: string, files: Readonly<Record<string, string>> = {}): string {
  const cwd = makeVault({ 'a.md': '# A\n\nWords.\n', 'empty.md': '', 'sub/b.md': '# B\n', ...files })
  const line = `"${process.execPath}" "${resolve('bin/wend.js')}" ${words}`
  const { status } = spawnSync('sh', ['-c', line], { cwd, env: testEnvironment() })
  expect(status).toBe(0)
  return readFileSync(join(cwd, file), 'utf8')
}

test.each(['', '# Old\n\n[[a]]\n'])('an index that a shell writes into the vault does not list itself: %j', (old) => {
  const page = written('index > README.md', 'README.md', { 'README.md': old })
  expect(page).toContain('- [A](a.md)')
  expect(page).toContain('- [empty](empty.md)')
  expect(page).not.toContain('README')
})

test('its links begin where it stands', () => {
  expect(written('index > sub/map.md', 'sub/map.md')).toMatch(/\[A\]\(\.\.\/a\.md\)[^]*\[B\]\(b\.md\)/)
})

test('a list does not hold the note that it is written to, but for one that it is added to', () => {
  expect(written('list -f paths > all.md', 'all.md')).toBe('a.md\nsub/b.md\nempty.md\n')
  expect(written('list -f paths >> a.md', 'a.md')).toBe('# A\n\nWords.\na.md\nsub/b.md\nempty.md\n')
})

test('no standard output is no trouble', () => {
  expect(written('index >&- 2>err.txt || true', 'err.txt')).not.toContain('at ')
})
