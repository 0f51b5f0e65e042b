import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { baselines } from './baselines.ts'
import { evaluate, type JudgedQuery, readLines, readQueries, type Searcher } from './evaluate.ts'
import { searchNotes, type SearchSource } from '../../src/core/search/search-notes.ts'
import { ownVault, readFileQueries, searchable, wendSearch } from './vaults.ts'

/** A vault, and its search, which looks for the same words once: most queries are asked by two tests or three. */
function searchOf(root: string): { readonly source: SearchSource; readonly search: Searcher } {
  const source = searchable(root)
  const found = new Map<string, ReturnType<Searcher>>()
  const search: Searcher = (query) => {
    const titles = found.get(query) ?? wendSearch(source)(query)
    found.set(query, titles)
    return titles
  }
  return { source, search }
}

const { source, search } = searchOf('notes')

describe('search finds the right note of the shipped vault', () => {
  test.each([
    ['shipped-given.tsv', 97, 97],
    ['shipped-tune.tsv', 88, 97],
    ['shipped-held-out.tsv', 94, 97],
    ['shipped-fresh-tune.tsv', 93, 97],
    ['shipped-sealed.tsv', 90, 97],
    ['shipped-sealed-2.tsv', 92, 95],
  ])('%s: first for at least %d %%, among three for at least %d %%', async (name, first, three) => {
    const figures = (await evaluate(readQueries(name), search)).get('all')
    expect(figures?.hit1).toBeGreaterThanOrEqual(first)
    expect(figures?.hit3).toBeGreaterThanOrEqual(three)
  })

  test('more often than what others use', async () => {
    const queries = readQueries('shipped-given.tsv')
    const own = (await evaluate(queries, search)).get('all')?.hit1 ?? 0
    for (const [, other] of baselines(source.vault.notes))
      expect((await evaluate(queries, other)).get('all')?.hit1).toBeLessThan(own)
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

describe.each([
  ['journal', [53, 80], [63, 76]],
  ['handbuch', [80, 86], [80, 80]],
  ['teacher', [80, 83], [60, 66]],
])('search finds the right note of %s, which nobody wrote for it', (name, tune, heldOut) => {
  const { source, search } = searchOf(ownVault(name))
  const queriesOf = (half: string): readonly JudgedQuery[] => readFileQueries(`${name}-${half}.tsv`, source)

  test.each([
    ['tune', tune],
    ['held-out', heldOut],
  ])('%s: first and among three for at least %j %%', async (half, [first = 100, three = 100]) => {
    const figures = (await evaluate(queriesOf(half), search)).get('all')
    expect(figures?.hit1).toBeGreaterThanOrEqual(first)
    expect(figures?.hit3).toBeGreaterThanOrEqual(three)
  })

  test('at least as often as SQLite, and hardly ever nothing', async () => {
    const queries = ['tune', 'held-out'].flatMap(queriesOf)
    const sqlite = baselines(source.vault.notes, (path) => readFileSync(join(ownVault(name), path), 'utf8'))
    const their = await evaluate(queries, sqlite.get('SQLite FTS5, any word') ?? search)
    const figures = (await evaluate(queries, search)).get('all')
    expect(figures?.hit1).toBeGreaterThanOrEqual(their.get('all')?.hit1 ?? 0)
    expect(figures?.hit3).toBeGreaterThanOrEqual(their.get('all')?.hit3 ?? 0)
    const silent = await Promise.all(queries.map(async ({ query }) => (await search(query)).length === 0))
    expect(silent.filter(Boolean).length).toBeLessThanOrEqual(2)
  })
})
