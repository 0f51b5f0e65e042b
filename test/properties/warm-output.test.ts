import { afterAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { edit } from '../support/random-vault.ts'
import { spawnWend } from '../support/run-wend.ts'

const base = mkdtempSync(join(tmpdir(), 'wend-warm-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

const start = {
  'alpha.md': '---\ntitle: Title of alpha\n---\nSee [[beta]], where $\\alpha_i \\le 1$ holds.\n',
  'beta.md': '# Beta\n\nBack to [[alpha]] and [[Title of alpha]] with $x^2$.\n',
  'sub/gamma.md': '# Gamma\n\nA [[alpha#Proof]] and a [gone](../../outside.md).\n\n## Proof\n',
  'sub/Ünïcode.md': '# Ünïcode\n\nWide 漢字 text of [[gamma]].\n',
}

const commands = [
  ['list'],
  ['list', '--width', '20'],
  ['backlinks', 'alpha'],
  ['links', 'gamma', '--depth', '2'],
  ['check'],
  ['show', 'beta'],
]

/** Edits that no write of a note makes: folders, names, ignore files. */
const others = [
  (root: string) => renameSync(join(root, 'sub'), join(root, 'other')),
  (root: string) => writeFileSync(join(root, '.gitignore'), 'beta.md\n'),
  (root: string) => renameSync(join(root, 'alpha.md'), join(root, 'omega.md')),
  (root: string) => writeFileSync(join(root, '..', 'outside.md'), ''),
]

test('the built program prints with its caches what it prints without, after any edits', () => {
  let count = 0
  const edits = fc.array(fc.oneof(edit, fc.constantFrom(...others)), { minLength: 2, maxLength: 4 })
  fc.assert(
    fc.property(edits, (all) => {
      const root = join(base, `${count++}`, 'vault')
      const env = { XDG_CACHE_HOME: join(base, `${count}-cache`) }
      for (const [path, text] of Object.entries(start)) write(root, path, text)
      for (const one of [undefined, ...all]) {
        if (one !== undefined) apply(root, one)
        for (const command of commands) {
          const run = (...more: string[]) => spawnWend(['-C', root, ...command, ...more], { cwd: base, env })
          const fresh = run('--no-cache')
          expect(run()).toEqual(fresh)
          expect(run()).toEqual(fresh)
        }
      }
    }),
    { numRuns: 2 },
  )
}, 300_000)

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function apply(
  root: string,
  one: (typeof others)[number] | (typeof edit extends fc.Arbitrary<infer T> ? T : never),
): void {
  try {
    if (typeof one === 'function') one(root)
    else if (one.text === null) rmSync(join(root, one.path), { force: true })
    else write(root, one.path, one.text)
  } catch {
    return
  }
}
