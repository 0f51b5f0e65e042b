import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { indexFile } from '../../../src/io/cache/index-file.ts'
import { pruneIndexes } from '../../../src/io/cache/prune-indexes.ts'
import { randomId } from '../../../src/io/cache/random-id.ts'
import { readCachedVault } from '../../../src/io/cache/notes/read-cached-vault.ts'

const base = mkdtempSync(join(tmpdir(), 'wend-prune-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

let cache = ''
let count = 0
beforeEach(() => {
  cache = join(base, `cache-${count++}`)
})

/** Writes the index of a vault that was last used some days ago; the name of its file. */
function index(name: string, build: string, daysAgo: number): string {
  const root = join(base, name)
  mkdirSync(root, { recursive: true })
  writeFileSync(join(root, 'a.md'), '# A\n')
  const file = indexFile(root, { where: 'user', build }, { XDG_CACHE_HOME: cache }) ?? ''
  readCachedVault(root, { ignore: [], follow: false }, { file, build })
  writeFileSync(`${file}-words`, '')
  age(file, daysAgo)
  return file
}

function age(file: string, daysAgo: number): void {
  const then = new Date(Date.now() - daysAgo * 86_400_000)
  utimesSync(file, then, then)
}

const left = () => readdirSync(join(cache, 'wend')).sort()
const names = (...files: readonly string[]) => files.map((file) => file.split('/').at(-1) ?? '').sort()

describe('indexes that nobody uses', () => {
  test('go after 90 days, with what belongs to them; others stay', () => {
    const used = index('used', 'one', 89)
    const old = index('old', 'one', 91)
    expect(left()).toEqual(names(old, `${old}-words`, used, `${used}-words`))
    pruneIndexes(index('new', 'one', 0), 'one', Date.now())
    expect(left()).not.toContain(names(old)[0])
    expect(left()).toEqual(expect.arrayContaining(names(used, `${used}-words`)))
    expect(left()).toHaveLength(4)
  })

  test('go after a week when their vault is gone or another version wrote them', () => {
    const gone = index('gone', 'one', 8)
    rmSync(join(base, 'gone'), { recursive: true })
    const other = index('kept', 'two', 8)
    const justNow = index('kept', 'three', 6)
    const same = index('kept', 'one', 8)
    const now = index('now', 'one', 0)
    pruneIndexes(now, 'one', Date.now())
    expect(left()).toEqual(names(justNow, `${justNow}-words`, same, `${same}-words`, now, `${now}-words`))
    expect(left()).not.toEqual(expect.arrayContaining(names(gone, other)))
  })

  test('take what killed runs left unfinished with them, once nobody can be writing it any more', () => {
    const now = index('now', 'one', 0)
    const parts = ['', '-words', '-links', '-delta'].map((part) => `${now}${part}.${randomId()}`)
    for (const file of parts) writeFileSync(file, '')
    for (const file of parts.slice(1)) age(file, 2)
    pruneIndexes(now, 'one', Date.now())
    expect(left()).toEqual(names(now, `${now}-words`, ...parts.slice(0, 1)))
  })

  test('nothing else in the folder is touched', () => {
    const now = index('now', 'one', 0)
    const others = ['code-1', 'pages', 'index-notes', 'index-my notes', 'config-x-1a2b3c4d-y.txt'].map((name) =>
      join(cache, 'wend', name),
    )
    for (const file of others) {
      writeFileSync(file, '')
      age(file, 400)
    }
    pruneIndexes(now, 'one', Date.now())
    expect(left()).toEqual(names(now, `${now}-words`, ...others))
  })

  test('one that is used is young again', () => {
    const file = index('used', 'one', 80)
    readCachedVault(join(base, 'used'), { ignore: [], follow: false }, { file, build: 'one' })
    age(join(base, 'used', 'a.md'), 1)
    pruneIndexes(index('now', 'one', 0), 'one', Date.now() + 20 * 86_400_000)
    expect(left()).toContain(names(file)[0])
  })
})
