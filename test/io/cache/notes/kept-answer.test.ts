import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KeptFolder } from '../../../../src/io/cache/kept-folder.ts'
import { keptAnswer } from '../../../../src/io/cache/notes/kept-answer.ts'
import { readCachedVault } from '../../../../src/io/cache/notes/read-cached-vault.ts'

const base = mkdtempSync(join(tmpdir(), 'wend-answer-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

let root = ''
let made = 0
let count = 0

beforeEach(() => {
  root = join(base, `vault-${count++}`)
  made = 0
  mkdirSync(join(root, 'notes'), { recursive: true })
  write('a.md', 'See [[b]], [c](c.md) and [out](../../outside.md).\n')
  write('b.md', '# B\n')
})

/** Notes are given a time long past, so that their stamps count as settled. */
function write(path: string, text: string, day = 1): void {
  writeFileSync(join(root, 'notes', path), text)
  utimesSync(join(root, 'notes', path), new Date(2020, 1, day), new Date(2020, 1, day))
}

/** What the links of a.md lead to, through the cache. */
async function statuses(question = 'links', place?: string): Promise<readonly string[]> {
  await new Promise((resolve) => setTimeout(resolve, 60))
  const files = new KeptFolder(join(root, 'cache'), 'one', root)
  const { vault, cache } = readCachedVault(join(root, 'notes'), { ignore: [], follow: false }, files)
  if (cache === undefined) throw new Error('nothing is kept')
  const make = (): Promise<readonly string[]> => {
    made++
    const links = vault.notes.flatMap(({ path }) => vault.linksFrom(path))
    return Promise.resolve(links.map(({ resolution }) => resolution.status))
  }
  return keptAnswer(cache, { question, make, ...(place === undefined ? {} : { place }) })
}

async function keepOther(question: string): Promise<void> {
  const files = new KeptFolder(join(root, 'cache'), 'one', root)
  const { cache } = readCachedVault(join(root, 'notes'), { ignore: [], follow: false }, files)
  if (cache !== undefined) await keptAnswer(cache, { question, make: () => Promise.resolve(question) })
}

describe('an answer kept in the cache', () => {
  test('is made once for one state of the vault', async () => {
    const first = await statuses()
    expect(await statuses()).toEqual(first)
    expect(made).toBe(1)
  })

  test('is made anew when a note changes, appears or goes', async () => {
    await statuses()
    write('b.md', '# B\n\n[[nowhere]]\n', 2)
    expect(await statuses()).toContain('broken')
    write('c.md', '# C\n')
    const withC = await statuses()
    rmSync(join(root, 'notes', 'c.md'))
    expect(await statuses()).not.toEqual(withC)
    expect(made).toBe(4)
  })

  test('is made anew when a file outside the vault that a link leads to appears', async () => {
    const before = await statuses()
    await statuses()
    expect(made).toBe(1)
    writeFileSync(join(base, 'outside.md'), '')
    const after = await statuses()
    rmSync(join(base, 'outside.md'))
    expect([made, after]).not.toEqual([1, before])
  })

  test('that has a place of its own stays beside any number of others', async () => {
    await statuses('check', 'check')
    for (let other = 0; other < 200; other++) await keepOther(`other ${other}`)
    await statuses('check', 'check')
    expect(made).toBe(1)
  })

  test('is made anew for another question, and when its file is damaged', async () => {
    const first = await statuses()
    await statuses('others')
    expect(made).toBe(2)
    await statuses('others of many words'.repeat(100))
    await statuses('others of many words'.repeat(100))
    expect(made).toBe(3)
    await statuses()
    const names = readdirSync(join(root, 'cache')).filter((name) => name.startsWith('answer-'))
    for (const name of names) {
      const file = join(root, 'cache', name)
      writeFileSync(file, readFileSync(file, 'latin1').replace(/"ok"/, '"no"'), 'latin1')
    }
    expect(await statuses()).toEqual(first)
    expect(made).toBe(4)
  })
})
