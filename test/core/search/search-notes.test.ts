import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { closeNotes } from '../../../src/core/query/graph/close-notes.ts'
import { exactMatches } from '../../../src/core/search/exact-matches.ts'
import { linesNaming } from '../../../src/core/query/links/lines-naming.ts'
import { fuzzyNames } from '../../../src/core/query/names/fuzzy-names.ts'
import { searchNotes } from '../../../src/core/search/search-notes.ts'
import { searchSourceOf } from '../../support/search-source-of.ts'

const texts = {
  'sails.md': `---
title: Sail Trim
aliases: [sheeting]
summary: The boat heels and slows down. Ease the sheet until the telltales stream.
topics: [sailing]
tags: [wind]
---

Trim for the apparent wind. See [[anchors]] for stopping.

## Telltales

A telltale is a strip of wool.
`,
  'anchors.md': `---
title: Anchoring
summary: A light wind and a strong tide drag the boat. Let out more chain than seems needed.
topics: [seamanship]
---

Five times the depth, more at night. A snubber spares the chain.
`,
  'chart-reading.md': `---
title: Estimated Time of Arrival (ETA)
summary: When will we be there? Divide distance by speed over ground.
topics: [navigation]
---

Add the tide. The estimated time of arrival changes with every tack. Sail trim matters too.
`,
  'knots.md': '# Bowline\n\nA loop that holds and is easy to undo.\n',
}
const source = searchSourceOf(texts)
const all = { filters: [], limit: 10 }
const titles = async (query: string, from = source): Promise<readonly string[]> =>
  (await searchNotes(from, query, all)).hits.map(({ title }) => title)

describe('keywords of front matter', () => {
  const withKeywords = searchSourceOf({
    ...texts,
    'stove.md': '---\ntitle: Galley\nkeywords: [hot supper underway, cooking afloat]\n---\n\nGas and a gimbal.\n',
    'pump.md':
      '---\ntitle: Bilge\nKeywords: water below deck, Emptying Hull\n---\n\nA hand pump and an electric one.\n',
  })

  test.each([
    ['supper', 'Galley'],
    ['cook afloat', 'Galley'],
    ['empty the hull', 'Bilge'],
  ])('%s finds %s by them', async (query, title) => {
    expect((await titles(query, withKeywords))[0]).toBe(title)
  })

  test('the best one is among the matches, and explained', async () => {
    const {
      hits: [hit],
    } = await searchNotes(withKeywords, 'hot supper', { ...all, explain: true })
    expect(hit?.matches.filter(({ field }) => field === 'keyword')).toEqual([
      {
        field: 'keyword',
        text: 'hot supper underway',
        ranges: [
          [0, 3],
          [4, 10],
        ],
      },
    ])
    expect(hit?.reasons?.[0]).toContain('in a keyword')
    expect(hit?.reasons?.at(-1)).toBe('the keyword "hot supper underway" says much of it')
  })

  test('they are no names: their initials find nothing, and nothing links by them', async () => {
    expect(await titles('hsu', withKeywords)).toEqual([])
    expect(withKeywords.vault.notes.every(({ aliases }) => !aliases.includes('cooking afloat'))).toBe(true)
  })
})

describe('search by concept', () => {
  test.each([
    ['sail trim', 'Sail Trim'],
    ['trim sail', 'Sail Trim'],
    ['sial trim', 'Sail Trim'],
    ['sailtrim', 'Sail Trim'],
    ['bowl', 'Bowline'],
    ['eta', 'Estimated Time of Arrival (ETA)'],
    ['sheeting', 'Sail Trim'],
    ['boat drags', 'Anchoring'],
    ['snubber', 'Anchoring'],
    ['bowlein', 'Bowline'],
    ['simple to undo', 'Bowline'],
  ])('%s finds %s', async (query, title) => {
    expect((await titles(query))[0]).toBe(title)
  })

  test.each(['asdkjh', 'pizza dough', '', '   ', '!!!'])('nothing answers %j', async (query) => {
    expect(await titles(query)).toEqual([])
  })

  test('a word that occurs is not corrected', async () => {
    const {
      hits: [hit],
    } = await searchNotes(source, 'tack', { ...all, explain: true })
    expect(hit?.title).toBe('Estimated Time of Arrival (ETA)')
    expect(hit?.reasons).toEqual(['"tack" in the text'])
  })

  test('a synonym of a word that the vault lacks is worth nearly as much as the word', async () => {
    const source = searchSourceOf({
      'a.md': '# Water\n\nThe stopcock is under the sink.\n',
      'b.md': '# Kitchen\n\nThe sink is white, and so is the sink of the guests.\n',
      'c.md': '# Garden\n\nThe shed.\n',
    })
    const { hits } = await searchNotes(source, 'faucet sink', { filters: [], limit: 3 })
    expect(hits[0]?.path).toBe('a.md')
  })

  test.each(['how to shut off the water', 'call off the wedding'])(
    'a phrase finds its synonyms with the small words that are part of it: %s',
    async (query) => {
      const source = searchSourceOf({
        'a.md': '# A\n\nStop the supply here; the visit was cancelled.\n',
        'b.md': '# B\n\nSomething else about the same.\n',
        'c.md': '# C\n\nMore of it.\n',
      })
      const { hits } = await searchNotes(source, query, { filters: [], limit: 3 })
      expect(hits.map(({ path }) => path)).toEqual(['a.md'])
    },
  )

  test.each([
    ['nodejs', 'a.md'],
    ['tcpip', 'b.md'],
    ['wifi', 'c.md'],
    ['data base', 'd.md'],
    ['זהב', 'e.md'],
  ])('what people write in one word, or in two, is found: %s', async (query, path) => {
    const source = searchSourceOf({
      'a.md': '# Node.js\n\nA runtime.\n',
      'b.md': '# TCP/IP\n\nPackets.\n',
      'c.md': '# Wi-Fi at home\n\nThe router.\n',
      'd.md': '# Database\n\nRows.\n',
      'e.md': '# ספר\n\nספר הזהב\n',
    })
    const { hits } = await searchNotes(source, query, { filters: [], limit: 3 })
    expect(hits[0]?.path).toBe(path)
  })

  test('synonyms of the configuration count', async () => {
    expect(await titles('halyard')).toEqual([])
    expect((await titles('halyard', searchSourceOf(texts, [['halyard', 'telltale']])))[0]).toBe('Sail Trim')
  })

  test('says where it matched, with the line', async () => {
    const {
      hits: [hit],
    } = await searchNotes(source, 'telltale wool', all)
    const body = hit?.matches.find(({ field }) => field === 'body')
    expect(body).toMatchObject({ line: 13, text: 'A telltale is a strip of wool.' })
    expect(body?.ranges?.map(([from, to]) => body.text.slice(from, to))).toEqual(['telltale', 'wool'])
  })

  test('explains typos, initials and what is missing', async () => {
    const {
      hits: [typo],
    } = await searchNotes(source, 'anchorign chain zebra', { ...all, explain: true })
    expect(typo?.reasons?.[0]).toContain('"anchorign" read as "anchoring" in the title')
    expect(typo?.reasons?.[2]).toBe('nothing for "zebra"')
  })
})

describe('the query language', () => {
  test.each(['chain', 'wind boat', 'tide chain boat'])(
    'what no note holds lowers the scores of %s, and keeps their order',
    async (query) => {
      const plain = await searchNotes(source, query, { ...all, all: true })
      const more = await searchNotes(source, `${query} zebra`, { ...all, all: true })
      expect(more.hits.map(({ title }) => title)).toEqual(plain.hits.map(({ title }) => title))
      for (const [at, { score }] of more.hits.entries()) expect(score).toBeLessThan(plain.hits[at]?.score ?? 0)
      expect([more.missing, more.band]).toEqual([['zebra'], 'partial'])
    },
  )

  test('words that no note holds do not crowd out those that some do', async () => {
    const strange = Array.from(
      { length: 40 },
      (_, number) => `qzx${'abcdefghij'.charAt(number % 10)}${String.fromCharCode(97 + number / 2)}vw`,
    )
    expect(await titles(`${strange.join(' ')} snubber`)).toEqual(['Anchoring'])
  })

  test('conditions keep every note that satisfies them and holds a word, however far behind the best', async () => {
    const far = searchSourceOf({
      ...texts,
      'wind.md': '---\ntitle: Wind\naliases: [breeze]\nsummary: Wind from afar.\n---\n\nWind is wind, wind and wind.\n',
    })
    expect([...(await titles('wind /./', far))].sort()).toEqual(['Anchoring', 'Sail Trim', 'Wind'])
    expect([...(await titles('wind path:anchor*', far))]).toEqual(['Anchoring'])
  })

  test.each([
    ['"apparent wind"', ['Sail Trim']],
    ['"wind apparent"', []],
    ['boat -chain', ['Sail Trim']],
    ['!boat -loop', ['Estimated Time of Arrival (ETA)']],
    ['boat NOT chain', ['Sail Trim']],
    ['(snubber OR telltales) -chain', ['Sail Trim']],
    ['boat AND snubber', ['Anchoring']],
    ['alias:sheeting', ['Sail Trim']],
    ['section:telltales', ['Sail Trim']],
    ['content:snubber', ['Anchoring']],
    ['topics:seamanship', ['Anchoring']],
    ['tag:wind', ['Sail Trim']],
    ['topic:seamanship boat', ['Anchoring']],
    ['path:chart', ['Estimated Time of Arrival (ETA)']],
    ['path:k*.md', ['Bowline']],
    ['path:**/k*.md', ['Bowline']],
    ['title:bowline', ['Bowline']],
    ['/sn[aou]bber/', ['Anchoring']],
    ['-/[aeiou]n/ bowline', []],
    ['snubber OR telltales', ['Anchoring', 'Sail Trim']],
    ['std::vector', []],
  ])('%s', async (query, expected) => {
    expect([...(await titles(query))].sort()).toEqual(expected)
  })

  test.each([
    ['titel:x', 1, 'did you mean "title:"?'],
    ['sail "trim', 6, 'never closed'],
    ['sail tag:', 6, 'nothing to look for'],
    ['OR sail', 1, 'OR needs something before it'],
    ['sail OR', 6, 'OR needs something after it'],
    ['sail /(/', 6, "can't be read"],
    ['/a/g', 4, 'flags'],
    ['fild:x', 1, 'no field is named "fild"'],
    ['title:>', 7, 'there is nothing to compare with here'],
    ['anchor title>=', 13, 'there is nothing to compare with here'],
    ['title:!=', 7, 'there is nothing to compare with here'],
    ['title:=', 7, 'there is nothing to compare with here'],
    ['[title:<]', 8, 'there is nothing to compare with here'],
    ['colour:red', 1, 'fields are title, alias, file'],
  ])('%s is refused at its column', async (query, column, message) => {
    await expect(titles(query)).rejects.toMatchObject({
      failure: {
        kind: 'usage',
        message: expect.stringContaining(message),
        lines: [query, `${' '.repeat(column - 1)}^`],
      },
    })
  })

  test('a pattern that backtracks without end is refused', async () => {
    const slow = searchSourceOf({ 'a.md': `# A\n\n${'a'.repeat(60)}!\n` })
    await expect(titles('/a+!$/', slow)).resolves.toEqual(['A'])
    await expect(titles('/(a+)+b$/', slow)).rejects.toMatchObject({ failure: { kind: 'refused' } })
  })

  test('no query throws anything but a failure', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60, unit: 'grapheme' }), async (query) => {
        try {
          const { hits } = await searchNotes(source, query, all)
          for (const { score } of hits) expect(score >= 0 && score <= 100).toBe(true)
        } catch (error) {
          expect(error).toHaveProperty('failure.kind')
        }
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['x'.repeat(10_000)],
    [Array.from({ length: 1000 }, (_, at) => `word${at}x`).join(' ')],
    ['sail '.repeat(2000)],
  ])('a hostile query is answered', async (query) => {
    expect(await titles(query)).toBeInstanceOf(Array)
  })
})

test('--exact finds every line as written, with lines around it', async () => {
  const { vault } = source
  const hits = await exactMatches({ ...source, notes: vault.notes }, 'chain', { context: 1, limit: 10 })
  expect(hits.map(({ path }) => path)).toEqual(['anchors.md'])
  expect(hits[0]?.matches.map(({ field, line }) => `${line}${field}`)).toEqual([
    '2context',
    '3line',
    '4context',
    '6context',
    '7line',
  ])
  expect(await exactMatches({ ...source, notes: vault.notes }, 'CHAIN', { context: 0, limit: 10 })).toEqual([])
})

test('--fuzzy compares letters of names', () => {
  expect(fuzzyNames(source.vault.notes, 'bwline', 'names')[0]?.title).toBe('Bowline')
})

test('mentions are where a name stands without a link', async () => {
  const { vault, readText } = source
  const note = vault.note('sails.md')
  const found = note === undefined ? [] : await linesNaming(vault, note, readText)
  expect(found.map(({ path, matches }) => [path, matches.map(({ line }) => line)])).toEqual([['chart-reading.md', [7]]])
})

test('related notes are close and not linked yet', () => {
  const { vault, index } = searchSourceOf({
    'a.md': '# A\n\nTide and moon pull water. [[hub]]',
    'b.md': '# B\n\nTide tables list water and moon. [[hub]]',
    'c.md': '# C\n\nBread needs yeast and flour.',
    'hub.md': '# Hub\n\nAll of it.',
  })
  const note = vault.note('a.md')
  const found = note === undefined ? [] : closeNotes(vault, index, note, 5)
  expect(found.map(({ path }) => path)).toEqual(['b.md'])
  expect(found[0]?.reasons?.at(-1)).toBe('both are linked with "Hub"')
})
