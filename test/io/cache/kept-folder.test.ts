import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { randomId } from '../../../src/io/cache/kept-file.ts'
import {
  folderInCache,
  folderInVault,
  KeptFolder,
  markUsed,
  ownSecret,
  pruneCaches,
} from '../../../src/io/cache/kept-folder.ts'

const base = mkdtempSync(join(tmpdir(), 'wend-folder-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

let cache = ''
let count = 0
beforeEach(() => {
  cache = join(base, `cache-${count++}`)
})

const day = 86_400_000

/** What is kept for a vault, last used some days ago. */
function kept(name: string, build: string, daysAgo: number): KeptFolder {
  const files = new KeptFolder(folderInCache(cache, `/vaults/${name}`, build), build, `/vaults/${name}`)
  files.write('index', name)
  age(files.path, daysAgo)
  return files
}

function age(path: string, daysAgo: number): void {
  const then = new Date(Date.now() - daysAgo * day)
  utimesSync(path, then, then)
}

const left = () => readdirSync(cache).sort()
const names = (...all: readonly KeptFolder[]) => all.map(({ path }) => basename(path)).sort()

describe('what is kept for vaults that nobody uses', () => {
  test('goes after 90 days, that of another version after a week', () => {
    const [used, other, now] = [kept('used', 'one', 89), kept('used', 'two', 6), kept('now', 'one', 0)]
    kept('old', 'one', 91)
    kept('used', 'three', 8)
    pruneCaches(now, Date.now())
    expect(left()).toEqual(names(used, other, now))
    expect(used.open('index')?.about).toBe('used')
  })

  test('is young again when it is used', () => {
    const used = kept('used', 'one', 80)
    markUsed(used, Date.now())
    pruneCaches(kept('now', 'one', 0), Date.now() + 20 * day)
    expect(left()).toContain(names(used)[0])
  })

  test('goes with what earlier versions kept; nothing else in the folder is touched', () => {
    const now = kept('now', 'one', 0)
    for (const name of [
      'code-1',
      'own-secret',
      'urls',
      'urls.json',
      'notes',
      'index',
      'index-x-1a2b3c4d.0f9e8d7c-links',
      'pages',
    ]) {
      writeFileSync(join(cache, name), '')
      age(join(cache, name), 400)
    }
    pruneCaches(now, Date.now())
    expect(left()).toEqual(['code-1', 'index', 'notes', ...names(now), 'own-secret', 'urls'].sort())
  })
})

test('files that killed runs left unfinished go once nobody can be writing them any more', () => {
  const files = kept('now', 'one', 0)
  const [young, old] = [`index.${randomId()}`, `answer-12.${randomId()}`]
  for (const name of [young, old, 'other.txt']) writeFileSync(join(files.path, name), '')
  age(join(files.path, old), 2)
  age(join(files.path, 'other.txt'), 2)
  pruneCaches(files, Date.now())
  expect(readdirSync(files.path).sort()).toEqual(['index', young, 'other.txt'].sort())
})

test('a file is that of one build and one vault', () => {
  const files = kept('mine', 'one', 0)
  expect(new KeptFolder(files.path, 'two', '/vaults/mine').open('index')).toBeUndefined()
  expect(new KeptFolder(files.path, 'one', '/vaults/other').open('index')).toBeUndefined()
  expect(files.open('index')?.about).toBe('mine')
})

test('the secret is made once, and stays', () => {
  const secret = ownSecret(cache)
  expect(secret).toMatch(/^[0-9a-f]{32}$/)
  expect(ownSecret(cache)).toBe(secret)
  expect(readFileSync(join(cache, 'own-secret'), 'utf8')).toBe(secret)
  writeFileSync(join(base, 'a-file'), '')
  expect(ownSecret(join(base, 'a-file'))).toBeUndefined()
})

test('a cache in the vault that leads elsewhere is none', () => {
  const root = join(base, 'vault')
  mkdirSync(join(root, '.wend'), { recursive: true })
  expect(folderInVault(root)).toBe(join(root, '.wend', 'cache'))
  symlinkSync(base, join(root, '.wend', 'cache'))
  expect(folderInVault(root)).toBeUndefined()
  expect(existsSync(join(base, 'index'))).toBe(false)
})
