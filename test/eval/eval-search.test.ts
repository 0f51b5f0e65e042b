import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { baselines } from './baselines.ts'
import { evaluate, readLines, readQueries } from './evaluate.ts'
import { searchNotes } from '../../src/core/search/search-notes.ts'
import { ownVault, ownVaults, readFileQueries, searchable, wendSearch } from './vaults.ts'

const source = searchable('notes')

describe('search finds the right note of the shipped vault', () => {
  test.each([
    ['shipped-given.tsv', 97, 97],
    ['shipped-tune.tsv', 88, 97],
    ['shipped-held-out.tsv', 94, 97],
    ['shipped-fresh-tune.tsv', 93, 97],
    ['shipped-sealed.tsv', 90, 97],
    ['shipped-sealed-2.tsv', 92, 95],
  ])('%s: first for at least %d %%, among three for at least %d %%', async (name, first, three) => {
    const figures = (await evaluate(readQueries(name), wendSearch(source))).get('all')
    expect(figures?.hit1).toBeGreaterThanOrEqual(first)
    expect(figures?.hit3).toBeGreaterThanOrEqual(three)
  })

  test('more often than what others use', async () => {
    const queries = readQueries('shipped-given.tsv')
    const own = (await evaluate(queries, wendSearch(source))).get('all')?.hit1 ?? 0
    for (const [, search] of baselines(source.vault.notes))
      expect((await evaluate(queries, search)).get('all')?.hit1).toBeLessThan(own)
  })

  test('hardly anything answers queries about other things in full, and nothing nonsense', async () => {
    const bands = async (name: string): Promise<readonly string[]> =>
      Promise.all(
        readLines(name).map(async (query) => (await searchNotes(source, query, { filters: [], limit: 1 })).band),
      )
    expect((await bands('off-topic.txt')).filter((band) => band === 'full').length).toBeLessThanOrEqual(2)
    expect((await bands('nonsense.txt')).filter((band) => band === 'full').length).toBeLessThanOrEqual(1)
  })
})

describe('search finds the right note of vaults that nobody wrote for it', () => {
  test.each([
    ['journal', 'tune', 53, 80],
    ['journal', 'held-out', 63, 76],
    ['handbuch', 'tune', 80, 86],
    ['handbuch', 'held-out', 80, 80],
    ['teacher', 'tune', 80, 83],
    ['teacher', 'held-out', 60, 66],
  ])('%s-%s: first for at least %d %%, among three for at least %d %%', async (name, half, first, three) => {
    const own = searchable(ownVault(name))
    const figures = (await evaluate(readFileQueries(`${name}-${half}.tsv`, own), wendSearch(own))).get('all')
    expect(figures?.hit1).toBeGreaterThanOrEqual(first)
    expect(figures?.hit3).toBeGreaterThanOrEqual(three)
  })

  test.each(ownVaults)('%s: at least as often as SQLite, and hardly ever nothing', async (name) => {
    const own = searchable(ownVault(name))
    const queries = ['tune', 'held-out'].flatMap((half) => readFileQueries(`${name}-${half}.tsv`, own))
    const search = wendSearch(own)
    const sqlite = baselines(own.vault.notes, (path) => readFileSync(join(ownVault(name), path), 'utf8'))
    const their = await evaluate(queries, sqlite.get('SQLite FTS5, any word') ?? search)
    const figures = (await evaluate(queries, search)).get('all')
    expect(figures?.hit1).toBeGreaterThanOrEqual(their.get('all')?.hit1 ?? 0)
    expect(figures?.hit3).toBeGreaterThanOrEqual(their.get('all')?.hit3 ?? 0)
    const silent = await Promise.all(queries.map(async ({ query }) => (await search(query)).length === 0))
    expect(silent.filter(Boolean).length).toBeLessThanOrEqual(2)
  })
})
