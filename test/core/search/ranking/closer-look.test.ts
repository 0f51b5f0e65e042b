import { describe, expect, test } from '@jest/globals'
import { searchNotes } from '../../../../src/core/search/search-notes.ts'
import { searchSourceOf } from '../../../support/search-source-of.ts'

const titles = async (texts: Readonly<Record<string, string>>, query: string): Promise<readonly string[]> => {
  const { hits } = await searchNotes(searchSourceOf(texts), query, { filters: [], limit: 10, all: true })
  return hits.map(({ title }) => title)
}

describe('a closer look at the best notes', () => {
  const near = {
    'a.md':
      '# A\n\nThe hive stood in the garden. Bread needs time and salt and flour and water and a hot oven. A swarm came in June.',
    'b.md':
      '# B\n\nThe garden is wet. Bread needs time and salt and flour and water and a hot oven. A swarm left the hive in June.',
  }

  test('words of the query that stand near each other count more than words apart', async () => {
    expect(await titles(near, 'swarm hive')).toEqual(['B', 'A'])
  })

  test('where notes have keywords these decide, not places of the text', async () => {
    const described = Object.fromEntries(
      Object.entries(near).map(([path, text]) => [path, `---\nkeywords: [garden]\n---\n${text}`]),
    )
    expect(await titles(described, 'swarm hive')).toEqual(['A', 'B'])
  })

  test('a reason says that a place of the text says much of the query', async () => {
    const { hits } = await searchNotes(searchSourceOf(near), 'swarm hive', { filters: [], limit: 1, explain: true })
    expect(hits[0]?.reasons).toEqual([
      '"swarm" in the summary and the text',
      '"hive" in the summary and the text',
      'a place of its text says much of it',
    ])
  })
})

describe('signs without a word', () => {
  const vault = { 'a.md': '# A\n\nThe first line is `#!/bin/sh`.', 'b.md': '# B\n\nMap with `x => y`; then <<EOF.' }

  test.each([
    ['#!', ['A']],
    ['=>', ['B']],
    ['<<', ['B']],
    ['#! =>', []],
    ['%%', []],
    ['map "=>"', ['B']],
    ['line "=>"', []],
    ['"#!" line', ['A']],
    ['content:"<<" map', ['B']],
  ])('%s is looked for as it is written', async (query, expected) => {
    expect(await titles(vault, query)).toEqual(expected)
  })
})

test('a hit shows the line where signs or a pattern stand', async () => {
  const vault = { 'a.md': '# A\n\nText.\n\nThe first line is `#!/bin/sh`.' }
  for (const [query, range] of [
    ['#!', [19, 21]],
    ['/b[aeiou]n/', [22, 25]],
  ] as const) {
    const { hits } = await searchNotes(searchSourceOf(vault), query, { filters: [], limit: 1 })
    expect(hits[0]?.matches).toEqual([
      { field: 'body', line: 5, text: 'The first line is `#!/bin/sh`.', ranges: [range] },
    ])
  }
})

test('people are shown three notes at least, unless the best is surely what they meant', async () => {
  const vault = {
    'gate.md': '# Gate\n\nThe gate of the garden squeaks; oil the gate.',
    'b.md':
      '# Bees\n\nClose the gate when the bees swarm, and keep the dog in. Many other words stand here, of honey and frames.',
    'c.md':
      '# Cows\n\nThe cows came through the gate. Many other words stand here, of milk and meadows, of hay and of the barn.',
  }
  const paths = async (query: string): Promise<readonly string[]> =>
    (await searchNotes(searchSourceOf(vault), query, { filters: [], limit: 10, atLeast: 3 })).hits.map(
      ({ path }) => path,
    )
  expect(await paths('oil meadows frames garden')).toEqual(['gate.md', 'b.md', 'c.md'])
  expect(await paths('Gate')).toEqual(['gate.md'])
})

test('what is known of a query is answered, however much of it is not', async () => {
  const vault = { 'a.md': '# Cornwall\n\nThe best pasty is in St Just.', 'b.md': '# Other\n\nText.' }
  const found = await searchNotes(searchSourceOf(vault), 'qwyxz zzkrw vvbnm pasty', { filters: [], limit: 5 })
  expect(found).toMatchObject({ band: 'partial', hits: [{ title: 'Cornwall' }] })
})
