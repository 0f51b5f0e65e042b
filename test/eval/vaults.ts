import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leastShown, pathsFound, type SearchLayer, type SearchSource } from '../../src/core/search/search-notes.ts'
import { patternFinder } from '../../src/io/files/find-pattern.ts'
import { buildIndex } from '../../src/core/search/index/build-index.ts'
import { readVault } from '../../src/io/vault/read-vault.ts'
import { type JudgedQuery, readQueries, type Searcher } from './evaluate.ts'

/** A folder of notes, ready to be searched. */
export function searchable(root: string): SearchSource {
  const vault = readVault(root, { ignore: ['/README.md'], follow: false })
  const texts = new Map<string, string>()
  const readText = (path: string): string => {
    const text = texts.get(path) ?? readFileSync(join(root, path), 'utf8')
    texts.set(path, text)
    return text
  }
  return {
    vault,
    index: buildIndex(vault, readText),
    synonyms: [],
    readText: (path) => Promise.resolve(readText(path)),
    ranksByTexts: true,
    findPattern: (pattern, found) => Promise.resolve(patternFinder()(pattern, found)),
  }
}

/** Runs something on a folder of notes as it would be without the keywords of their front matter. */
export async function onNotesWithoutKeywords(
  root: string,
  run: (source: SearchSource) => Promise<void>,
): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'wend-eval-'))
  for (const name of readdirSync(root).filter((one) => one.endsWith('.md')))
    writeFileSync(join(copy, name), readFileSync(join(root, name), 'utf8').replace(/^keywords:.*\n/m, ''))
  await run(searchable(copy)).finally(() => {
    rmSync(copy, { recursive: true, force: true })
  })
}

/** Titles that wend's own search finds, with layers switched off. */
export function wendSearch(source: SearchSource, without: readonly SearchLayer[] = []): Searcher {
  return async (query) => {
    const options = { filters: [], limit: Infinity, atLeast: leastShown, without: new Set(without) }
    const paths = await pathsFound(source, query, options)
    return paths.map((path) => source.vault.note(path)?.title ?? path)
  }
}

/** A small vault of its own kind, with queries written before anything was tuned: half to tune by, half held out. */
export const ownVaults = ['journal', 'handbuch', 'teacher'] as const

/** Where one of the vaults kept beside this file lies. */
export function ownVault(name: string): string {
  return new URL(`vaults/${name}`, import.meta.url).pathname
}

/** Reads a table whose right answers are names of files, as the titles of these. */
export function readFileQueries(table: string, source: SearchSource): readonly JudgedQuery[] {
  const titles = new Map(source.vault.notes.map(({ path, title }) => [path.replace(/^.*\/|\.[^.]*$/g, ''), title]))
  return readQueries(table).map((judged) => ({
    ...judged,
    expected: judged.expected.map((file) => titles.get(file) ?? file),
  }))
}
