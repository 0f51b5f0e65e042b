import { afterAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { SearchIndex } from '../../../../src/core/search/index/search-index.ts'
import { DamagedIndex } from '../../../../src/core/search/index/segment.ts'
import { readCachedSearch, readSearchIndex } from '../../../../src/io/cache/search/read-cached-search.ts'
import { KeptFolder } from '../../../../src/io/cache/kept-folder.ts'
import { readCachedVault } from '../../../../src/io/cache/notes/read-cached-vault.ts'
import { readVault } from '../../../../src/io/vault/read-vault.ts'
import { expectSame } from '../../../support/expect-same.ts'
import { edit, files } from '../../../support/random-vault.ts'
import { searchAnswers } from '../../../support/search-answers.ts'

const root = mkdtempSync(join(tmpdir(), 'wend-words-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const options = { ignore: [], follow: false }
const settle = () => new Promise((resolve) => setTimeout(resolve, 60))

function inFolder(name: string) {
  const [vaultFolder, cacheFolder] = [join(root, name, 'vault'), join(root, name, 'cache')]
  mkdirSync(vaultFolder, { recursive: true })
  return {
    words: join(cacheFolder, 'words'),
    vaultFolder,
    write: (path: string, text: string) => {
      mkdirSync(dirname(join(vaultFolder, path)), { recursive: true })
      writeFileSync(join(vaultFolder, path), text)
    },
    cached: (anew = false) => {
      const kept = new KeptFolder(cacheFolder, 'one', vaultFolder)
      const { vault, cache } = readCachedVault(vaultFolder, options, kept)
      if (cache === undefined) throw new Error('no cache')
      return readCachedSearch(cache, vault, { anew })
    },
    read: () => readSearchIndex(vaultFolder, readVault(vaultFolder, options)),
  }
}

test('a search index out of the cache equals one built anew, after edits and damage', async () => {
  const { vaultFolder, words, cached, read } = inFolder('damage')
  writeFileSync(join(vaultFolder, 'a.md'), '# Apples\n\nRed fruit, see [[b]].\n')
  writeFileSync(join(vaultFolder, 'b.md'), '# Bread\n\nBaked, goes with [[a|apples]].\n')
  for (let note = 0; note < 64; note++) writeFileSync(join(vaultFolder, `c${note}.md`), keptText(note))
  const same = async () => {
    expectSame(searchAnswers(await cached()), searchAnswers(await read()))
  }
  await settle()
  await same()
  await same()
  appendFileSync(join(vaultFolder, 'a.md'), '\nOr green fruit, never blue. [[gone]]\n')
  await same()
  await settle()
  await same()
  await same()
  rmSync(join(vaultFolder, 'b.md'))
  await same()
  await settle()
  appendFileSync(join(vaultFolder, 'a.md'), '\nYellow, too.\n')
  for (const name of [words, `${words}-later`]) {
    await same()
    const expected = searchAnswers(await read())
    const bytes = readFileSync(name)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (place, mask) => {
        const damaged = Buffer.from(bytes)
        damaged[place] = (damaged[place] ?? 0) ^ mask
        writeFileSync(name, damaged)
        expectSame(await answersOrDamage(cached), expected)
      }),
    )
    writeFileSync(name, bytes)
  }
})

/** What an index says; what a query finds damaged is made anew, as the command does. */
async function answersOrDamage(cached: (anew?: boolean) => Promise<SearchIndex>): Promise<unknown> {
  try {
    return searchAnswers(await cached())
  } catch (error) {
    expect(error).toBeInstanceOf(DamagedIndex)
    return searchAnswers(await cached(true))
  }
}

test('after any edits the index says of words and names what one built anew says', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.array(edit, { minLength: 1, maxLength: 4 }), async (start, edits) => {
      const { vaultFolder, write, cached, read } = inFolder('edits')
      for (const [path, text] of start) write(path, text)
      for (let note = 0; note < 64; note++) write(`kept-${note}.md`, keptText(note))
      await settle()
      await cached()
      for (const { path, text } of edits) {
        if (text !== null) write(path, text)
        else rmSync(join(vaultFolder, path), { force: true })
        expectSame(searchAnswers(await cached(), 'loosely'), searchAnswers(await read(), 'loosely'))
      }
      rmSync(join(vaultFolder), { recursive: true })
    }),
    { numRuns: 20 },
  )
}, 60_000)

/**
 * Notes that stay, so that edits concern a small part of the vault. "alias" stands in them, so that it is no short form however often
 * links write ALIAS: whether a word is one, and so what its stem is, is that of the day when the first layer was made.
 */
function keptText(note: number): string {
  const links =
    note % 3 === 0 ? 'See [[alpha]] for plain proof and [[Title of beta]].' : `See [[kept-${note - 1}|fruit]].`
  return `# Kept ${note}\n\nAn area under the curve (AUC) of apples, an alias of an alias.\n\n${links}\n`
}

test('one changed note leaves the large file as it is', async () => {
  const { write, cached, words } = inFolder('large')
  for (let note = 0; note < 70; note++)
    write(`n${note}.md`, `# Note ${note}\n\nSome words about matter ${note % 7}, see [[n${(note * 7) % 70}]].\n`)
  await settle()
  await cached()
  const before = readFileSync(words)
  write('n3.md', '# Note 3\n\nOther words about matter, see [[n8]].\n\nZebra.\n\n')
  const index = await cached()
  expect(readFileSync(words).equals(before)).toBe(true)
  expect(existsSync(`${words}-later`)).toBe(true)
  expect(index.postings('zebra')?.notes).toHaveLength(1)
})
