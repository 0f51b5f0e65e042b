import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildIndex } from '../../../src/core/search/index/build-index.ts'
import { searchNotes } from '../../../src/core/search/search-notes.ts'
import { readVault } from '../../../src/io/vault/read-vault.ts'
import type { SiteBuild } from '../../../src/servers/web/site-build.ts'
import { type PageIndex, pageIndex } from '../../../src/web-client/find/page-index.ts'
import type { SiteData } from '../../../src/web-client/page/site-data.ts'
import { inputsIn, siteIn, siteOf, textAt } from '../../support/site-of.ts'

const notes = resolve('notes')
const vault = readVault(notes, { ignore: ['/README.md'], follow: false })

/** Queries of every kind, and of words in conditions. */
const queries = [
  ...['shipped-held-out', 'shipped-given', 'shipped-tune'].flatMap((name) =>
    readFileSync(`test/eval/${name}.tsv`, 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => line.split('\t')[1] ?? [])
      .filter((_, order) => order % 4 === 0),
  ),
  'attention -kernel',
  'tag:nothing',
  'bayes OR markov',
  'kl',
].slice(-64)

/** The index of a site as a page loads it, and the names of the files that were. */
async function indexOf(build: SiteBuild): Promise<PageIndex & { readonly loaded: string[] }> {
  const loaded: string[] = []
  const load = async (name: string): Promise<unknown> => {
    loaded.push(name)
    const script = await textAt(build, `wend/${name}.js`)
    let held: unknown
    new Function('wendData', 'window', script)((_: string, data: unknown) => (held = data), {
      wendData: (_: string, data: unknown) => (held = data),
    })
    return held
  }
  const site = (await load('notes')) as SiteData
  return Object.assign(await pageIndex(load, site), { loaded })
}

async function hitsOf(page: PageIndex, query: string, readText: (path: string) => Promise<string>): Promise<string[]> {
  const { notes: all, index, synonyms } = page
  const findPattern = (): Promise<undefined> => Promise.resolve(undefined)
  const source = { vault: { notes: all }, index, synonyms, readText, ranksByTexts: false, findPattern }
  const { hits } = await page.whenLoaded(() => searchNotes(source, query, { filters: [], limit: 10 }))
  return hits.map(({ path }) => path)
}

const textOf = (path: string): string => readFileSync(resolve(notes, path), 'utf8')
const readText = async (path: string): Promise<string> => textOf(path)
const whole = {
  vault: { notes: vault.notes },
  index: buildIndex(vault, textOf),
  synonyms: [],
  readText,
  ranksByTexts: true,
  findPattern: async () => undefined,
}

test.each([
  ['in one piece', {}],
  ['in pieces', { searchPieceSize: 60_000 }],
])('an index %s finds what the command line finds, in its order', async (_, more) => {
  expect(queries.length).toBeGreaterThanOrEqual(60)
  const page = await indexOf(siteIn(notes, { vault, ...more }))
  for (const query of queries) {
    const { hits } = await searchNotes(whole, query, { filters: [], limit: 10 })
    expect([query, ...(await hitsOf(page, query, readText))]).toEqual([query, ...hits.map(({ path }) => path)])
  }
})

test('of an index in pieces a query loads those it needs', async () => {
  const build = siteIn(notes, { vault, searchPieceSize: 60_000 })
  const files = [...build.files.keys()].filter((address) => /^wend\/(?:postings|fields)-\d+\.js$/.test(address))
  expect(files.length).toBe(2 * Math.ceil(vault.notes.reduce((sum, { file }) => sum + file.size, 0) / 60_000))
  const page = await indexOf(build)
  await hitsOf(page, 'perceptron', async () => '')
  expect(new Set(page.loaded).size).toBe(page.loaded.length)
  expect(page.loaded.filter((name) => name.startsWith('postings')).length).toBeLessThan(files.length / 4)
})

test('two letters of Chinese or Japanese are found inside a sentence', async () => {
  const build = siteOf({ 'a.md': '# A\n\n我们研究机器学习的数学基础。', 'b.md': '# B\n\n東京都に住んでいます' })
  const page = await indexOf(build)
  expect(await hitsOf(page, '数学', async () => '')).toEqual(['a.md'])
  expect(await hitsOf(page, '東京', async () => '')).toEqual(['b.md'])
})

test('a vault without notes has an index', async () => {
  expect(await hitsOf(await indexOf(siteOf({})), 'x', async () => '')).toEqual([])
  expect(inputsIn(notes).searchPieceSize).toBeUndefined()
})
