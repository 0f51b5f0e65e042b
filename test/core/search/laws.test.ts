import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Concept } from '../../../src/core/search/ranking/concepts.ts'
import { lookCloser } from '../../../src/core/search/ranking/closer-look.ts'
import { Matcher } from '../../../src/core/search/ranking/matcher.ts'
import { likenessOfNames, phraseLikeness } from '../../../src/core/search/ranking/names.ts'
import { rankByWords } from '../../../src/core/search/ranking/rank-notes.ts'
import {
  pathsFound,
  searchNotes,
  type SearchOptions,
  type SearchResult,
} from '../../../src/core/search/search-notes.ts'
import { noteAt, vaultOf } from '../../support/vault-of.ts'
import { searchSourceOf } from '../../support/search-source-of.ts'

/** What a score must do whatever the weights are: docs/search.md, and the axioms of Fang, Tao and Zhai (2004). */

const filler = Object.fromEntries(
  Array.from({ length: 8 }, (_, at) => [`f${at}.md`, `# Other ${'abcdefgh'.charAt(at)}\n\nplain words of no matter\n`]),
)
type Texts = Readonly<Record<string, string>>
const everything: SearchOptions = { filters: [], limit: 100, all: true }
const search = (texts: Texts, query: string, options: Partial<SearchOptions> = {}): Promise<SearchResult> =>
  searchNotes(searchSourceOf({ ...filler, ...texts }), query, { ...everything, ...options })
const scores = async (texts: Texts, query: string): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries((await search(texts, query)).hits.map(({ path, score }) => [path, score]))

/** Of two notes with the same words but one thing, the first is before the other for a query. */
test.each<[string, string, string, string]>([
  ['a title counts more than a text', 'luff', '# Luff\n\nkeel\n', '# Keel\n\nluff\n'],
  [
    'an alias counts more than a text',
    'luff',
    '---\naliases: [luff]\n---\n# A\n\nkeel\n',
    '---\naliases: [keel]\n---\n# A\n\nluff\n',
  ],
  [
    'a keyword counts more than a text',
    'luff reef',
    '---\nkeywords: [luff]\n---\n# A\n\nkeel\n',
    '---\nkeywords: [keel]\n---\n# A\n\nluff\n',
  ],
  [
    'a summary counts more than a text',
    'luff reef',
    '---\nsummary: luff\n---\n# A\n\nkeel\n',
    '---\nsummary: keel\n---\n# A\n\nluff\n',
  ],
  [
    'a title counts more than a keyword',
    'luff',
    '---\ntitle: luff\nkeywords: [keel]\n---\nx\n',
    '---\ntitle: keel\nkeywords: [luff]\n---\nx\n',
  ],
  ['a word that stands more often counts more', 'luff', '# A\n\nluff luff keel keel\n', '# A\n\nluff keel keel keel\n'],
  [
    'a word counts more in a short text than in a long one',
    'luff',
    '# A\n\nluff keel\n',
    `# A\n\nluff ${'keel '.repeat(40)}\n`,
  ],
  ['two words of the query are better than one of them twice', 'luff reef', '# A\n\nluff reef\n', '# A\n\nluff luff\n'],
  [
    'words near each other count more',
    'luff reef',
    `# A\n\nluff reef ${'keel '.repeat(30)}\n`,
    `# A\n\nluff ${'keel '.repeat(30)}reef\n`,
  ],
  ['the name that says all of the query is best', 'luff reef', '# Luff reef\n\nx\n', '# Luff reef of the keel\n\nx\n'],
  ['the word counts more than a slip of it', 'lufftackle', '# A\n\nlufftackle\n', '# A\n\nlufftakcle\n'],
  ['the word counts more than what it begins', 'tackl', '# A\n\ntackl\n', '# A\n\ntacklebox\n'],
  [
    'initials of a whole name count more than some of them',
    'lrk',
    '# Luff Reef Keel\n\nx\n',
    '# Luff Reef Keel of Tackle and Boom\n\nx\n',
  ],
  [
    'initials of a title count more than those of an alias',
    'lrk',
    '---\ntitle: Luff Reef Keel\naliases: [A]\n---\nx\n',
    '---\ntitle: A\naliases: [Luff Reef Keel]\n---\nx\n',
  ],
  ['a name as typed is before one in other letters', 'Luff', '# Luff\n\nx\n', '# LUFF\n\nluff luff\n'],
  ['a title is before an alias', 'Luff', '# Luff\n\nx\n', '---\naliases: [Luff]\n---\n# A\n\nluff luff\n'],
])('%s: %s', async (_, query, better, worse) => {
  // Whichever comes first by path.
  for (const [one, other] of [
    ['a.md', 'b.md'],
    ['b.md', 'a.md'],
  ] as const) {
    const { hits } = await search({ [one]: better, [other]: worse }, query)
    const [first, second] = hits.map(({ path }) => path)
    expect([first, second ?? other]).toEqual([one, other])
    if (hits[1] !== undefined) expect(hits[0]?.score).toBeGreaterThanOrEqual(hits[1].score)
  }
})

test('of two words the rarer one counts more', async () => {
  const texts = {
    'a.md': '# A\n\nluff\n',
    'b.md': '# B\n\nreef\n',
    'c.md': '# C\n\nreef keel\n',
    'd.md': '# D\n\nreef keel\n',
  }
  const found = await scores(texts, 'luff reef')
  expect(Object.keys(found)[0]).toBe('a.md')
  expect(found['a.md']).toBeGreaterThan(found['b.md'] ?? 100)
})

const word = fc.constantFrom(...'luff reef keel boom tackle sheet'.split(' '))
const note = fc
  .record({ title: fc.array(word, { maxLength: 2 }), body: fc.array(word, { minLength: 1, maxLength: 10 }) })
  .map(({ title, body }) => `# T ${title.join(' ')}\n\n${body.join(' ')}\n`)
const vault = fc.dictionary(fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md'), note, {
  minKeys: 2,
  noNullPrototype: true,
})

test('hits come best first with scores of 0 to 100, and fewer are the first of more', async () => {
  await fc.assert(
    fc.asyncProperty(
      vault,
      fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 3 }),
      async (texts, words, limit) => {
        const query = words.join(' ')
        const source = searchSourceOf(texts)
        const all = await searchNotes(source, query, everything)
        const order = all.hits.map(({ score }) => score)
        expect(order).toEqual(order.toSorted((a, b) => b - a))
        expect(order.every((score) => score >= 0 && score <= 100)).toBe(true)
        const paths = all.hits.map(({ path }) => path)
        expect(await pathsFound(source, query, everything)).toEqual(paths)
        const few = await searchNotes(source, query, { ...everything, limit })
        expect(few.hits).toEqual(all.hits.slice(0, limit))
        expect(few.more).toBe(all.hits.length - few.hits.length)
        // Every note that holds a word is a hit, and of those that a filter lets through the same.
        const holding = Object.keys(texts).filter((path) => words.some((one) => texts[path]?.includes(one)))
        if (all.band !== 'none') expect([...paths].sort()).toEqual(holding.sort())
        const filtered = await searchNotes(source, query, { ...everything, filters: [({ path }) => path !== 'a.md'] })
        if (filtered.band !== 'none')
          expect(filtered.hits.map(({ path }) => path).sort()).toEqual(holding.filter((path) => path !== 'a.md'))
      },
    ),
    { numRuns: 10, seed: 20269, endOnFailure: true },
  )
})

test('a word more that a note holds never lowers what it gets of the words of a query', () => {
  fc.assert(
    fc.property(vault, word, fc.array(word, { minLength: 1, maxLength: 3 }), (texts, more, words) => {
      const { index, vault: notes } = searchSourceOf(texts)
      const conceptOf = (one: string): Concept => ({
        word: one,
        matter: 1,
        rarity: 1,
        alternatives: [{ terms: [index.termOf(one) ?? one], weight: 1, way: 'same', as: one }],
      })
      const before = rankByWords(index, words.map(conceptOf))
      const after = rankByWords(index, [...words, more].map(conceptOf))
      const sums = (of: typeof before, count: number): Map<number, number> =>
        new Map(of.map(({ note: number, score }) => [number, count * score]))
      const [then, now] = [sums(before, words.length), sums(after, words.length + 1)]
      for (let number = 0; number < notes.size; number++)
        expect(now.get(number) ?? 0).toBeGreaterThanOrEqual((then.get(number) ?? 0) - 1e-9)
    }),
    { numRuns: 30, seed: 20270, endOnFailure: true },
  )
})

const named = searchSourceOf({
  'a.md': '# Luff Reef - Keel Boom (LRKB)\n\nthe tackle\n',
  'b.md': '---\naliases: [Tackle Box]\nkeywords: [sheet of reef, boom]\n---\n# Sheet\n\nluff\n',
  'sheet-boom.md': '---\ntitle: On the Tackle\n---\nkeel\n',
})
const matcherOf = (words: readonly string[], small: readonly string[] = []): Matcher =>
  new Matcher(
    named.index,
    words.map((one): Concept => ({
      word: one,
      matter: 0.1,
      rarity: 1,
      alternatives: [{ terms: [named.index.termOf(one) ?? one], weight: 1, way: 'same', as: one }],
    })),
    { words: new Set(small), isSmall: (one) => ['the', 'of', 'on', 'off'].includes(one) },
  )

test('a phrase is like a query by what it says of it, and by what of it the query says', () => {
  const like = (words: string, phrase: string, small: readonly string[] = []): number =>
    phraseLikeness(matcherOf(words.split(' '), small), phrase)
  expect(like('luff reef', 'Luff Reef')).toBeCloseTo(like('reef luff', 'reef, luff'))
  const laws: readonly (readonly [string, number, number])[] = [
    ['both of it is more than one', like('luff reef', 'luff reef'), like('luff reef', 'luff')],
    ['no more than was asked is more than more', like('luff reef', 'luff reef'), like('luff reef', 'luff reef keel')],
    ['one word more is better than two', like('luff', 'luff reef'), like('luff', 'luff reef keel')],
    ['small words hardly count', like('luff', 'luff of the'), like('luff', 'luff reef')],
    ['but do not count for nothing', like('luff', 'luff'), like('luff', 'on the luff')],
    ['a small word that was typed is said', like('luff', 'on luff', ['on']), like('luff', 'off luff', ['on'])],
    [
      'a word that no note holds counts less than one that some hold',
      like('luff', 'luff zebra'),
      like('luff', 'luff reef'),
    ],
    ['but more than nothing', like('luff', 'luff'), like('luff', 'luff zebra')],
    [
      'a word that stands twice counts once',
      like('luff reef', 'luff reef reef') + 1e-9,
      like('luff reef', 'luff reef'),
    ],
  ]
  for (const [law, more, less] of laws) expect([law, more > less]).toEqual([law, true])
  expect([like('luff', 'reef'), like('luff', ''), like('luff', 'the')]).toEqual([0, 0, 0])
  // No word says more than all of what was asked, however little that matters beside it.
  expect(
    [like('luff', 'luff'), matcherOf(['luff', 'never']).shareOf('luff'), matcherOf(['luff']).worthOf('luff')].map(
      (share) => share.toFixed(2),
    ),
  ).toEqual(['1.00', '0.50', '1.00'])
})

test('a note is called by its title, the parts of it, its aliases, its file, keywords and initials', () => {
  const names = (words: string, path: string): string => {
    const { likeness, named: whole } = likenessOfNames(matcherOf(words.split(' ')), noteAt(named.vault, path))
    return `${likeness > 0.99 ? 'all' : likeness > 0 ? 'part' : 'none'} ${whole ? 'whole' : 'no'}`
  }
  expect(names('luff reef', 'a.md')).toBe('all whole')
  expect(names('keel boom', 'a.md')).toBe('all whole')
  expect(names('luff keel', 'a.md')).toBe('part no')
  expect(names('luff reef keel boom lrkb', 'a.md')).toBe('all whole')
  expect(names('lrkb', 'a.md')).toBe('all whole')
  expect(names('tackle box', 'b.md')).toBe('all whole')
  expect(names('sheet boom', 'sheet-boom.md')).toBe('all whole')
  expect(names('boom', 'b.md')).toBe('all no')
  expect(names('sheet', 'a.md')).toBe('none no')
  // Small words of a name need not be typed, all others must.
  expect(names('tackle', 'sheet-boom.md')).toBe('part whole')
  expect(names('box', 'b.md')).toBe('part no')
})

test('a closer look puts no score above 1, keeps every note, and leaves out what it is told to', async () => {
  const source = searchSourceOf({
    'a.md': '# Luff reef\n\nkeel\n',
    'b.md': `# B\n\nluff ${'keel '.repeat(20)} reef\n`,
    'c.md': '# C\n\nluff reef\n',
  })
  const matcher = new Matcher(
    source.index,
    ['luff', 'reef'].map((one): Concept => ({
      word: one,
      matter: 0.1,
      rarity: 1,
      alternatives: [{ terms: [one], weight: 1, way: 'same', as: one }],
    })),
    { words: new Set(), isSmall: () => false },
  )
  const ranked = [2, 1, 0].map((number) => ({ note: number, score: 0.5, coverage: 1, sureness: 1 }))
  const look = async (without: readonly string[] = [], ranksByTexts = true): Promise<readonly string[]> =>
    (await lookCloser({ ...source, matcher, ranksByTexts, without: new Set(without) }, ranked)).map(
      ({ note: number, near, holdsName }) =>
        `${number}${near === undefined ? '' : ` near ${near.toFixed(1)}`}${holdsName === true ? ' named' : ''}`,
    )
  expect(await look()).toEqual(['0 near 1.0 named', '2 near 1.0', '1 near 0.5'])
  expect(await look(['names'])).toEqual(['0 near 1.0', '2 near 1.0', '1 near 0.5'])
  expect(await look(['nearness'])).toEqual(['0 named', '1', '2'])
  expect(await look([], false)).toEqual(['0 named', '1', '2'])
  expect(await look(['names', 'nearness'])).toEqual(['2', '1', '0'])
  const full = await lookCloser({ ...source, matcher, ranksByTexts: true }, [
    { note: 0, score: 1, coverage: 1, sureness: 1 },
  ])
  expect(full.map(({ score }) => score)).toEqual([1])
  // Of many notes the best have their names and texts looked at, and the others come behind in their order.
  const many = Array.from({ length: 60 }, (_, at) => ({
    note: at === 59 ? 0 : 1,
    score: 0.9 - at / 100,
    coverage: 1,
    sureness: 1,
  }))
  const looked = await lookCloser({ ...source, matcher, ranksByTexts: true }, many)
  expect([looked.length, looked.filter(({ near }) => near !== undefined).length]).toEqual([60, 20])
  expect(looked.slice(40).map(({ holdsName }) => holdsName)).toEqual(Array.from({ length: 20 }, () => undefined))
  for (const [at, one] of looked.slice(1).entries()) expect(looked[at]?.score).toBeGreaterThanOrEqual(one.score)
})

test('what a note is called, typed whole, has 95 or more, and nothing else has', async () => {
  const texts = {
    'a.md': '# C* (x) - Łódź\n\nx\n',
    'b.md': '---\naliases: ["to be", "#!"]\n---\n# B\n\nlodz\n',
    'my_file-name.md': '# C\n\nlodz\n',
  }
  for (const [query, path] of [
    ['C* (x) - Łódź', 'a.md'],
    ['c* (X) -  lodz', 'a.md'],
    ['to be', 'b.md'],
    ['TO BE', 'b.md'],
    ['my file name', 'my_file-name.md'],
    ['#!', 'b.md'],
  ] as const) {
    const { hits, band } = await search(texts, query, { explain: true })
    expect([hits[0]?.path, hits[0]?.reasons?.[0], band]).toEqual([path, 'it is what the note is called', 'full'])
    expect(hits[0]?.score).toBeGreaterThanOrEqual(95)
    for (const { score } of hits.slice(1)) expect(score).toBeLessThan(95)
  }
  for (const { score } of (await search(texts, 'lodz')).hits) expect(score).toBeLessThan(95)
  expect(vaultOf(texts).size).toBe(3)
})
