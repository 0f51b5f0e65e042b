import { expect, test } from '@jest/globals'
import { FailureError } from '../../../src/core/model/failure.ts'
import { complain } from '../../../src/core/search/expression/complain.ts'
import { askedWordsOf } from '../../../src/core/search/ranking/asked-words.ts'
import { conceptsOf } from '../../../src/core/search/ranking/concepts.ts'
import { toolsFor } from '../../../src/core/search/ranking/tools.ts'
import {
  pathsFound,
  searchNotes,
  type SearchOptions,
  type SearchResult,
} from '../../../src/core/search/search-notes.ts'
import { searchSourceOf } from '../../support/search-source-of.ts'

const source = searchSourceOf({
  'a.md': '---\ntags: [wind]\nrating: 5\n---\n# Luff\n\nThe luff and the leech of a sail.\n',
  'b.md': '---\ntags: [wind]\n---\n# Reef\n\nThe luff, once. A reef in the sail when it blows.\n',
  'c.md': '# Anchor\n\nChain and rope; a reef of coral.\n',
  'd.md': '# Galley\n\nBread.\n',
})
const ask = (query: string, more: Partial<SearchOptions> = {}): Promise<SearchResult> =>
  searchNotes(source, query, { filters: [], limit: 10, all: true, ...more })

/** The notes that are found, without their order; how far the query is answered; whether something was excluded; what the vault lacks. */
test.each<[string, string, string, boolean, readonly string[]]>([
  ['luff leech', 'a b', 'full', false, []],
  ['leech xylophone bassoonist', 'a', 'partial', false, ['xylophone', 'bassoonist']],
  ['xylophone', '', 'none', false, ['xylophone']],
  // What must hold says what is meant: all notes with it are found, and answer.
  ['tag:wind', 'a b', 'full', false, []],
  ['tag:wind xylophone bassoonist', '', 'none', false, ['xylophone', 'bassoonist']],
  ['tag:wind luff xylophone bassoonist', 'a b', 'full', false, ['xylophone', 'bassoonist']],
  ['tag:wind leech xylophone bassoonist', 'a', 'full', false, ['xylophone', 'bassoonist']],
  ['tag:wind anchor', '', 'none', false, []],
  ['tag:wind title:luff', 'a', 'full', false, []],
  ['tag:wind title:luff anchor', 'a', 'full', false, []],
  ['rating>=5 [rating] anchor chain', '', 'none', false, []],
  ['tag:never', '', 'none', false, []],
  ['rating>=5', 'a', 'full', false, []],
  ['"luff and"', 'a', 'full', false, []],
  ['"luff xylophone"', '', 'none', false, ['xylophone']],
  ['/b[r]ead/i', 'd', 'full', false, []],
  ['/zz/', '', 'none', false, []],
  ['luff AND reef', 'b', 'full', false, []],
  ['luff AND bread', '', 'none', false, []],
  ['luff AND xylophone', '', 'none', false, ['xylophone']],
  // What is excluded alone tells nothing of how far the rest is answered.
  ['luff -reef', 'a', 'full', true, []],
  ['leech -reef xylophone bassoonist', 'a', 'partial', true, ['xylophone', 'bassoonist']],
  ['!luff', 'c d', 'full', true, []],
  ['NOT tag:wind', 'c d', 'full', true, []],
  ['NOT tag:wind OR luff', 'a b c d', 'full', true, []],
  ['xylophone OR bread', 'd', 'full', false, ['xylophone']],
  ['(luff OR bread) AND (leech OR xylophone)', 'a', 'full', false, ['xylophone']],
  ['title:luff', 'a', 'full', false, []],
  ['content:chain', 'c', 'full', false, []],
  ['Galley', 'd', 'full', false, []],
  ['', '', 'none', false, []],
])('%j finds %s: %s', async (query, paths, band, excluded, missing) => {
  const found = await ask(query)
  expect(found.hits.map(({ path }) => path.charAt(0)).sort()).toEqual(paths === '' ? [] : paths.split(' '))
  expect([found.band, found.excluded, found.missing]).toEqual([band, excluded, missing])
  // The same of notes that a filter lets through, one at a time.
  for (const path of ['a.md', 'd.md']) {
    const { hits } = await ask(query, { filters: [(note) => note.path === path] })
    const isHit = paths.includes(path.charAt(0))
    if (hits.length > 0 || band === 'full') expect(hits.map((one) => one.path)).toEqual(isHit ? [path] : [])
  }
})

test('notes that only a condition chose have half of all points, and come in their order', async () => {
  expect((await ask('tag:wind')).hits.map(({ path, score, missing }) => [path, score, missing])).toEqual([
    ['a.md', 50, undefined],
    ['b.md', 50, undefined],
  ])
  const [first, second] = (await ask('tag:wind luff reef')).hits
  expect([first?.path, first?.missing, second?.path, second?.missing]).toEqual(['b.md', undefined, 'a.md', ['reef']])
})

test('what a hit says of itself, and how many are quoted', async () => {
  const { hits } = await ask('luff', { quoted: 1 })
  expect(hits.map(({ path, matches }) => [path, matches.length > 0])).toEqual([
    ['a.md', true],
    ['b.md', false],
  ])
  expect(hits[0]).toMatchObject({ title: 'Luff', topics: [] })
  expect(hits.every((hit) => !('reasons' in hit))).toBe(true)
  expect((await ask('luff', { explain: true })).hits.map(({ reasons }) => reasons?.length)).toEqual([2, 1])
})

test('hits far behind are counted, and shown where a condition chose them or more are wanted', async () => {
  const texts = Object.fromEntries(
    Array.from({ length: 9 }, (_, at) => [
      `n${at}.md`,
      at === 0
        ? '---\nkeywords: [luff]\nsummary: luff\n---\n# Luff\n\nluff luff\n'
        : `# N${'abcdefghi'.charAt(at)}\n\nluff ${'other words and '.repeat(60)}\n`,
    ]),
  )
  const far = searchSourceOf(texts)
  const options = { filters: [], limit: 50 }
  const few = await searchNotes(far, 'luff', options)
  expect([few.hits.map(({ path }) => path), few.more]).toEqual([['n0.md'], 8])
  expect(await pathsFound(far, 'luff', options)).toEqual(['n0.md'])
  expect(await pathsFound(far, 'luff', { ...options, all: true })).toHaveLength(9)
  expect(await pathsFound(far, 'luff', { ...options, all: true, limit: 4 })).toHaveLength(4)
  expect((await searchNotes(far, 'luff', { ...options, all: true })).more).toBe(0)
  expect(await pathsFound(far, 'luff path:n*', options)).toHaveLength(9)
})

test.each(['on', 'off', 'in', 'out', 'over', 'under', 'up', 'down', 'no', 'not'])(
  '%s makes an opposite of a word where a note is called so',
  async (prefix) => {
    const opposite = prefix === 'on' ? 'off' : 'on'
    const named = searchSourceOf({
      'a.md': `# ${prefix} policy\n\nx\n`,
      'b.md': `# ${opposite} policy\n\nx\n`,
      'c.md': '# The policy\n\nx\n',
    })
    expect((await pathsFound(named, `${prefix} policy`, { filters: [], limit: 1 }))[0]).toBe('a.md')
    const conceptsIn = async (query: string): Promise<readonly string[]> => {
      const tools = await toolsFor(named, query)
      return conceptsOf(named.index, askedWordsOf(named.index, [query], tools), tools).map(({ word }) => word)
    }
    expect(await conceptsIn(`${prefix} policy`)).toEqual(['policy', `${prefix} policy`])
    // Not where nothing comes behind, nor for other small words, nor where no note is called by it.
    expect(await conceptsIn(`policy ${prefix}`)).toEqual(['policy'])
    expect(await conceptsIn('the policy')).toEqual(['policy'])
  },
)

test.each<[string, number, string, string]>([
  ['sail tag:', 6, 'sail tag:', '     ^'],
  ['sail', 1, 'sail', '^'],
  ['日本 tag:', 4, '日本 tag:', '\u3000\u3000 ^'],
  ['한ﾊ！ x', 5, '한ﾊ！ x', '\u3000 \u3000 ^'],
  ['a\nb\tc', 5, 'a b c', '    ^'],
  [`${'x'.repeat(39)}y${'z'.repeat(90)}`, 40, `${'x'.repeat(39)}y${'z'.repeat(30)}`, `${' '.repeat(39)}^`],
  [
    `${'x'.repeat(60)}y${'z'.repeat(90)}`,
    61,
    `${'x'.repeat(39)}y${'z'.repeat(30)}`.replace(/^x/, 'x'),
    `${' '.repeat(39)}^`,
  ],
])('what is wrong is pointed at: %j at %i', (text, column, line, mark) => {
  const failure = (() => {
    try {
      return complain({ text, called: 'the query' }, column, 'no')
    } catch (error) {
      return error instanceof FailureError ? error.failure : error
    }
  })()
  expect(failure).toEqual({ kind: 'usage', message: 'no', lines: [line, mark], hint: `column ${column} of the query` })
})
