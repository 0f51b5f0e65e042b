import { describe, expect, test } from '@jest/globals'
import { baselines } from './baselines.ts'
import { evaluate, readLines, readQueries } from './evaluate.ts'
import { searchable, wendSearch } from './vaults.ts'

const source = searchable('notes')

describe('search finds the right note of the shipped vault', () => {
  test.each([
    ['shipped-given.tsv', 97, 100],
    ['shipped-tune.tsv', 91, 99],
    ['shipped-held-out.tsv', 95, 99],
    ['shipped-fresh-tune.tsv', 97, 99],
    ['shipped-sealed.tsv', 92, 96],
    ['shipped-sealed-2.tsv', 91, 95],
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

  test('hardly anything answers queries about other things', async () => {
    const queries = readLines('off-topic.txt')
    const found = await Promise.all(queries.map(wendSearch(source)))
    expect(found.filter((titles) => titles.length > 0).length).toBeLessThanOrEqual(1)
  })

  test.each(readLines('nonsense.txt'))('nothing answers %s', async (query) => {
    expect(await wendSearch(source)(query)).toEqual([])
  })
})
