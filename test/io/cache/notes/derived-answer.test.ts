import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NotePath } from '../../../../src/core/model/note-path.ts'
import { derivedAnswer, updatedAnswer } from '../../../../src/io/cache/notes/derived-answer.ts'
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
async function statuses(question = 'links'): Promise<readonly string[]> {
  await new Promise((resolve) => setTimeout(resolve, 60))
  const file = join(root, 'cache')
  const {
    vault,
    state = '',
    asked = new Map(),
  } = readCachedVault(join(root, 'notes'), { ignore: [], follow: false }, { file, build: 'one' })
  return derivedAnswer(
    { file: `${file}-answer`, build: 'one', root: join(root, 'notes'), state, asked },
    question,
    async () => {
      made++
      return vault.notes.flatMap(({ path }) => vault.linksFrom(path)).map(({ resolution }) => resolution.status)
    },
  )
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

  test('is made anew for another question, and when its file is damaged', async () => {
    const first = await statuses()
    await statuses('others')
    expect(made).toBe(2)
    await statuses()
    const file = join(root, 'cache-answer')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"ok"/, '"no"'))
    expect(await statuses()).toEqual(first)
    expect(made).toBe(4)
  })
})

describe('an answer that is brought up to date', () => {
  let updated = 0
  beforeEach(() => void (updated = 0))

  /** The numbers of links by note, through the cache. */
  async function counts(): Promise<readonly number[]> {
    await new Promise((resolve) => setTimeout(resolve, 60))
    const file = join(root, 'cache')
    const walk = { ignore: [], follow: false }
    const read = readCachedVault(join(root, 'notes'), walk, { file, build: 'one' })
    const { vault, state = '', asked = new Map(), since = () => undefined } = read
    const count = (path: string): number => vault.linksFrom(vault.note(path)?.path ?? ('' as NotePath)).length
    const choice = { file: `${file}-counts`, build: 'one', root: join(root, 'notes'), state, asked, since }
    return updatedAnswer<readonly number[], string>(choice, 'counts', {
      make: () => {
        made++
        const notes = vault.notes.map(({ path }) => JSON.stringify(path))
        return Promise.resolve({ answer: vault.notes.map(({ path }) => count(path)), memory: 'kept', notes })
      },
      update: ({ answer, memory, since: { notes }, noteAt }) => {
        expect(memory).toBe('kept')
        const places = notes.map((path) => vault.numberOf(path) ?? -1)
        if (places.some((place) => noteAt(place) !== JSON.stringify(vault.notes[place]?.path)))
          return Promise.resolve(undefined)
        updated++
        return Promise.resolve({
          answer: answer.map((n, place) => (places.includes(place) ? count(vault.notes[place]?.path ?? '') : n)),
          memory,
        })
      },
    })
  }

  test('takes what changed alone, also after runs that asked for something else', async () => {
    expect(await counts()).toEqual([3, 0])
    write('b.md', '# B\n\n[[a]]\n', 2)
    await statuses()
    write('a.md', 'See [[b]] and [out](../../outside.md).\n', 3)
    expect([await counts(), await counts(), made, updated]).toEqual([[2, 1], [2, 1], 2, 1])
    write('b.md', '# B\n\n[[a]] [[a]]\n', 4)
    expect([await counts(), made, updated]).toEqual([[2, 2], 2, 2])
  })

  test('is made anew when names change, a file outside appears, or what was written of the notes is damaged', async () => {
    await counts()
    write('b.md', '# Another\n', 2)
    expect([await counts(), made]).toEqual([[3, 0], 2])
    writeFileSync(join(base, 'outside.md'), '')
    await counts()
    rmSync(join(base, 'outside.md'))
    expect(made).toBe(3)
    await counts()
    const file = join(root, 'cache-counts-notes')
    writeFileSync(file, readFileSync(file, 'latin1').replace('a.md', 'x.md'), 'latin1')
    write('a.md', '[[b]]\n', 3)
    expect([await counts(), made, updated]).toEqual([[1, 0], 5, 0])
  })

  test('is made anew when another process changed the index in the meantime', async () => {
    await counts()
    const delta = join(root, 'cache-delta')
    write('b.md', '# B\n\n[[a]]\n', 2)
    await counts()
    rmSync(delta)
    expect([await counts(), made, updated]).toEqual([[3, 1], 2, 1])
  })
})
