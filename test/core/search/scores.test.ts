import { expect, test } from '@jest/globals'
import { searchNotes, type SearchResult } from '../../../src/core/search/search-notes.ts'
import { searchSourceOf } from '../../support/search-source-of.ts'

const filler = Array.from({ length: 12 }, (_, at): [string, string] => [
  `f/n${at}.md`,
  `# Filler ${'abcdefghijkl'.charAt(at)}\n\nNothing much stands here, but the tide and the moon.\n`,
])
const source = searchSourceOf({
  ...Object.fromEntries(filler),
  'reef.md':
    '---\ntitle: Taking a Reef\naliases: [Shorten Sail]\ntags: [wind]\n---\n\nWhen it blows, tie the luff down.\n',
  'luff.md': '# Luff\n\nThe front edge of a sail, which flutters first.\n',
  'trim.md': '# Trim\n\nLook at the luff, then at the leech.\n\n## Halyard\n\nTight.\n',
  'long.md': `# Passage\n\n${'The sea and the sky and the watch and the sleep. '.repeat(60)}A luff once.\n`,
})
const search = (query: string, more: object = {}): Promise<SearchResult> =>
  searchNotes(source, query, { filters: [], limit: 50, ...more })
const paths = async (query: string, more: object = {}): Promise<readonly string[]> =>
  (await search(query, more)).hits.map(({ path }) => path)

test.each([
  ['a title as written', 'Taking a Reef', 98, 100],
  ['a title in other letters', 'taking a reef', 96, 98],
  ['an alias as written', 'Shorten Sail', 97, 99],
  ['an alias in other letters', 'shorten  sail', 95, 97],
])('%s has a score of %i or more: %s', async (_, query, least, most) => {
  const [hit, ...others] = (await search(query, { explain: true })).hits
  expect([hit?.path, hit?.reasons?.[0]]).toEqual(['reef.md', 'it is what the note is called'])
  expect(hit?.score).toBeGreaterThanOrEqual(least)
  expect(hit?.score).toBeLessThanOrEqual(most)
  for (const { score } of others) expect(score).toBeLessThanOrEqual(94)
})

test('what no note is called has 94 at most', async () => {
  const { hits } = await search('luff front edge')
  expect(hits[0]?.path).toBe('luff.md')
  expect(hits[0]?.score).toBeLessThanOrEqual(94)
  expect(hits[0]?.score).toBeGreaterThan(50)
})

test('hits far behind the best are counted, and shown where all or some more are asked for', async () => {
  const few = await search('luff')
  const all = await search('luff', { all: true })
  expect(few.hits[0]?.path).toBe('luff.md')
  expect(all.hits.map(({ path }) => path).sort()).toEqual(['long.md', 'luff.md', 'reef.md', 'trim.md'])
  const best = all.hits[0]?.score ?? 0
  const near = all.hits.filter(({ score }) => 2 * score >= best)
  expect([few.hits.length, few.more]).toEqual([near.length, 4 - near.length])
  expect(await paths('luff', { atLeast: 3 })).toHaveLength(near.length)
  expect((await search('luff', { limit: 1, all: true })).more).toBe(3)
})

test.each<[string, string, readonly string[]]>([
  ['luff edge', 'full', []],
  ['leech quarterdecks', 'partial', ['quarterdecks']],
  ['quarterdecks', 'none', ['quarterdecks']],
  ['xylophone bassoonist', 'none', ['xylophone', 'bassoonist']],
])('%s is answered in %s', async (query, band, missing) => {
  const found = await search(query)
  expect([found.band, found.missing]).toEqual([band, missing])
  expect(found.hits.length > 0).toBe(band !== 'none')
})

test.each<[string, readonly string[]]>([
  ['title:reef', ['reef.md']],
  ['title:shorten', ['reef.md']],
  ['alias:shorten', ['reef.md']],
  ['alias:taking', []],
  ['section:halyard', ['trim.md']],
  ['heading:halyard', ['trim.md']],
  ['content:leech', ['trim.md']],
  ['content:halyard', ['trim.md']],
  ['tag:wind', ['reef.md']],
  ['path:f/n3', ['f/n3.md']],
  ['file:n3', ['f/n3.md']],
  ['luff -edge', ['reef.md', 'trim.md', 'long.md']],
  ['luff -title:luff -file:long', ['reef.md', 'trim.md']],
  ['title:luff OR title:trim', ['luff.md', 'trim.md']],
  ['luff AND leech', ['trim.md']],
  ['"luff down"', ['reef.md']],
  ['/l[eu]+ch/', ['trim.md']],
])('%s finds %s', async (query, expected) => {
  expect([...(await paths(query, { all: true }))].sort()).toEqual([...expected].sort())
})

test('a title asked for ranks by its words, a path does not', async () => {
  const [titled] = (await search('title:luff')).hits
  const [placed] = (await search('path:luff')).hits
  expect([titled?.path, placed?.path]).toEqual(['luff.md', 'luff.md'])
  expect(titled?.score).toBeGreaterThan(placed?.score ?? 100)
  expect(placed?.score).toBe(50)
})
