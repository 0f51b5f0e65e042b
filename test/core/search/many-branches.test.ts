import { expect, test } from '@jest/globals'
import { readQuery } from '../../../src/core/search/query.ts'
import { searchNotes } from '../../../src/core/search/search-notes.ts'
import { searchSourceOf } from '../../support/search-source-of.ts'

const words = (many: number, of: (at: number) => string): string => Array.from({ length: many }, (_, at) => of(at)).join(' OR ') // prettier-ignore
const branches = (query: string) => readQuery(query, () => new Set(['status']))

test('up to 32 ways to satisfy a query are kept apart, each with its words', () => {
  const all = branches(words(32, (at) => `w${at}`))
  expect(all.map(({ texts }) => texts)).toEqual(Array.from({ length: 32 }, (_, at) => [`w${at}`]))
  expect(branches('(a OR b) (c OR d)').map(({ texts }) => texts.join(''))).toEqual(['ac', 'ad', 'bc', 'bd'])
})

test.each([
  [words(33, (at) => `w${at}`), Array.from({ length: 33 }, (_, at) => `w${at}`)],
  [
    `title:one OR tag:two OR "three four" OR NOT five OR /six/ OR status:seven OR (eight nine) OR ${words(30, () => 'x')}`,
    ['one', 'three four', 'eight', 'nine', ...Array.from({ length: 30 }, () => 'x')],
  ],
  [
    `(${words(6, (at) => `a${at}`)}) (${words(6, (at) => `b${at}`)})`,
    [...'012345'].map((at) => `a${at}`).concat([...'012345'].map((at) => `b${at}`)),
  ],
])('more of them are one way, ranked by all words that say what a note is about: %#', (query, texts) => {
  const [one, ...others] = branches(query)
  expect(others).toEqual([])
  expect(one?.texts).toEqual(texts)
  expect(one?.conditions).toHaveLength(1)
})

test('the notes that a query of many ways finds are those that hold it', async () => {
  const source = searchSourceOf({
    'a.md': '# A\n\nw1 v4\n',
    'b.md': '# B\n\nw1\n',
    'c.md': '# C\n\nv5 w40\n',
    'd.md': '# D\n',
  })
  const found = async (query: string): Promise<string> =>
    (await searchNotes(source, query, { filters: [], limit: 9 })).hits.map(({ title }) => title).sort().join('') // prettier-ignore
  expect(await found(words(41, (at) => `w${at}`))).toBe('ABC')
  expect(await found(`(${words(41, (at) => `w${at}`)}) (${words(9, (at) => `v${at}`)})`)).toBe('AC')
  expect(await found(`NOT (${words(41, (at) => `w${at}`)})`)).toBe('D')
})
