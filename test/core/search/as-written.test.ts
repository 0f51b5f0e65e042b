import { describe, expect, test } from '@jest/globals'
import { searchNotes } from '../../../src/core/search/search-notes.ts'
import { searchSourceOf } from '../../support/search-source-of.ts'

const source = searchSourceOf({
  'link.md':
    '# A page to keep\n\nSee https://www.example.org/articles/quantum-foam?id=7 and [this](https://zebrafish.dev/guide).\n',
  'sums.md': '# Budget\n\nRent 1,000 and 12 500; ISBN 978-3-16-148410-0.\n',
  'words.md': '# Waiting\n\nThe time-out is long, and Jean-Luc said it is not re-used.\n',
  'tex.md': '# Space\n\n$x \\in \\mathbb{R}^n$, the loss $\\mathcal{L}$ and $\\frac{QK}{2}$\n',
  'other.md': '# Another\n\nA note about something else, $P(A|B)$ in it.\n',
})
const found = async (query: string, asWritten = true): Promise<readonly string[]> =>
  (await searchNotes(source, query, { filters: [], limit: 3, asWritten })).hits.map(({ path }) => path)

describe('what the index knows nothing of is looked for as it is written', () => {
  test.each([
    ['zebrafish', 'link.md'],
    ['Zebrafish', 'link.md'],
    ['quantum foam', 'link.md'],
    ['"quantum foam"', 'link.md'],
    ['example.org/articles', 'link.md'],
    ['1000', 'sums.md'],
    ['12500', 'sums.md'],
    ['9783161484100', 'sums.md'],
    ['timeout', 'words.md'],
    ['jeanluc', 'words.md'],
    ['P(A|B)', 'other.md'],
  ])('%s finds %s', async (query, path) => {
    expect(await found(query)).toEqual([path])
  })

  test.each(['zebra', 'foam quantum', '100', 'zebrafish -guide', 'title:zebrafish', '"zebra fish"'])(
    '%s finds nothing',
    async (query) => {
      expect(await found(query)).toEqual([])
    },
  )

  test('only where that is asked', async () => {
    expect(await found('zebrafish', false)).toEqual([])
  })

  test('with the line where it stands', async () => {
    const { hits, band, missing } = await searchNotes(source, 'quantum foam', {
      filters: [],
      limit: 3,
      asWritten: true,
    })
    expect([band, missing]).toEqual(['full', []])
    expect(hits[0]?.matches.map(({ field, line, ranges }) => [field, line, ranges])).toEqual([['body', 3, [[37, 49]]]])
  })
})

test.each([
  ['waiting zebrafish', [], ['zebrafish']],
  ['waiting 12500 xyzzy', ['xyzzy'], ['12500']],
  ['xyzzy zebrafish', ['xyzzy'], ['zebrafish']],
  ['waiting xyzzy', ['xyzzy'], []],
  ['xyzzy', ['xyzzy'], []],
])('%s: no note holds %j, and %j only where words do not count', async (query, missing, uncounted) => {
  const found = await searchNotes(source, query, { filters: [], limit: 3, asWritten: true })
  expect([found.missing, found.uncounted]).toEqual([missing, uncounted])
})

test('texts are read for words that the index lacks alone, once for a single one', async () => {
  let reads = 0
  const counting = {
    ...source,
    ranksByTexts: false,
    readText: (path: string) => (reads++, source.readText(path)),
  }
  const readsOf = async (query: string): Promise<number> => {
    reads = 0
    await searchNotes(counting, query, { filters: [], limit: 0, asWritten: true })
    return reads
  }
  expect(await readsOf('waiting')).toBe(0)
  expect(await readsOf('wating')).toBe(0)
  expect(await readsOf('xyzzy')).toBe(source.vault.notes.length)
  expect(await readsOf('waiting xyzzy')).toBe(source.vault.notes.length)
})

describe('what TeX says of looks is no word of a query, as it is none of notes', () => {
  test.each([
    ['\\mathbb{R}^n', 'tex.md'],
    ['"\\mathbb{R}^n"', 'tex.md'],
    ['\\frac{QK}{2}', 'tex.md'],
    ['\\mathcal{L}', 'tex.md'],
  ])('%s finds %s', async (query, path) => {
    const { hits, missing } = await searchNotes(source, query, { filters: [], limit: 3, asWritten: true })
    expect([hits[0]?.path, missing]).toEqual([path, []])
  })
})
