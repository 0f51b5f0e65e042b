import { expect, test } from '@jest/globals'
import { FailureError } from '../../../src/core/model/failure.ts'
import { searchFields } from '../../../src/core/search/fields.ts'
import { readQuery } from '../../../src/core/search/query.ts'
import { searchNotes } from '../../../src/core/search/search-notes.ts'
import { searchSourceOf } from '../../support/search-source-of.ts'

const others = 'and many other words of the sea, of the sky and of the watch '
const source = searchSourceOf({
  'luff.md': '---\nkeywords: [luff]\n---\n# Luff\n\nThe luff is the front of it.\n',
  'a.md': `# A\n\nThe keel. ${others.repeat(2)}\n\nA luff.\n`,
  'b.md': `# B\n\nThe keel. ${others.repeat(9)}\n\nA luff and the reef.\n`,
  'c.md': `# C\n\nA reef. ${others.repeat(20)}\n\nThe leech once, and the luff.\n`,
  'd.md': `# Deck\n\nThe deck is wet, and the leech.\n`,
  'e.md': `# E\n\nNothing of it, but the deck and the crane, the deck and the reef.\n`,
})

const queries = [
  'luff',
  'deck',
  'keel',
  'reef',
  'luff keel',
  'deck luff',
  'leech reef',
  'crane leech',
  'deck crane reef',
]
test('hits have half of the points of the best; three where the best has less than 70', async () => {
  const kinds = new Set<string>()
  for (const query of queries) {
    const options = { filters: [], limit: 10 }
    const all = await searchNotes(source, query, { ...options, all: true })
    const near = await searchNotes(source, query, options)
    const three = await searchNotes(source, query, { ...options, atLeast: 3 })
    const scores = all.hits.map(({ score }) => score)
    const [best = 0] = scores
    // Scores are rounded: one at the limit may be on either side of it.
    const least = scores.filter((score) => score > best / 2 + 1).length
    const most = scores.filter((score) => score >= best / 2 - 1).length
    expect([query, near.hits.length >= least, near.hits.length <= most]).toEqual([query, true, true])
    expect([query, near.more]).toEqual([query, scores.length - near.hits.length])
    const wanted = best >= 70 ? near.hits.length : Math.min(scores.length, Math.max(near.hits.length, 3))
    expect([query, best, three.hits.length]).toEqual([query, best, wanted])
    if (scores.length >= 3 && near.hits.length < 3) kinds.add(best >= 70 ? 'surely meant' : 'perhaps')
  }
  expect([...kinds].sort()).toEqual(['perhaps', 'surely meant'])
})

test.each<[string, string, readonly string[]]>([
  ['words that no note holds, each once', 'luff zebra xyzzyx zebra', ['zebra', 'xyzzyx']],
  ['as they were typed', 'luff ZebraXyzzyx', ['ZebraXyzzyx']],
  ['not small ones', 'the luff of', []],
  ['those of any way to satisfy the query', 'luff qwyzq OR deck zebrax', ['qwyzq', 'zebrax']],
  ['not those of a field that holds', 'luff path:luff', []],
])('%s are told: %s', async (_, query, expected) => {
  const { missing } = await searchNotes(source, query, { filters: [], limit: 10 })
  expect(missing).toEqual(expected)
})

test('each hit tells which words it has nothing for', async () => {
  const { hits } = await searchNotes(source, 'luff keel deck', { filters: [], limit: 10, all: true })
  expect(Object.fromEntries(hits.map(({ path, missing }) => [path.charAt(0), missing?.join(' ')]))).toEqual({
    l: 'keel deck',
    a: 'deck',
    b: 'deck',
    c: 'keel deck',
    d: 'luff keel',
    e: 'luff keel',
  })
})

test('a note whose name reads as a query is found as both', async () => {
  const { hits } = await searchNotes(
    searchSourceOf({
      'a.md': '# Luff -reef\n\nx\n',
      'b.md': '# B\n\nThe luff and the reef.\n',
      'c.md': '# C\n\nThe luff.\n',
    }),
    'Luff -reef',
    { filters: [], limit: 10, all: true, explain: true },
  )
  expect(hits.map(({ path }) => path)).toEqual(['a.md', 'b.md', 'c.md'])
  expect(hits[0]?.reasons?.slice(0, 2)).toEqual(['it is what the note is called', '"Luff" in the title and the text'])
})

/** What front matter says in fields of its own is not held as a property as well. */
test.each([
  ['title', 'crane', 'title'],
  ['aliases', '[crane]', 'alias'],
  ['alias', 'crane', 'alias'],
  ['summary', 'crane', 'summary'],
  ['description', 'crane', 'summary'],
  ['keywords', '[crane]', 'keyword'],
  ['topics', '[crane]', 'place'],
  ['tags', '[crane]', 'place'],
  ['author', 'crane', 'place'],
  ['rigs', '[boom, [crane]]', 'place'],
  ['created', 'crane', ''],
  ['date', 'crane', ''],
  ['updated', 'crane', ''],
  ['modified', 'crane', ''],
  ['cssclasses', 'crane', ''],
  ['Cssclass', 'crane', ''],
])('the %s %s is held as %s', (key, value, field) => {
  const { index } = searchSourceOf({ 'a.md': `---\n${key}: ${value}\n---\nText of it.\n` })
  const mask = index.postings('crane')?.fields[0] ?? 0
  expect(searchFields.filter((_, bit) => (mask & (1 << bit)) !== 0)).toEqual(field === '' ? [] : [field])
})

/** What is said of a query that names a field there is not. */
test.each<[string, readonly string[], string]>([
  ['titel:x', [], 'no field is named "titel"; did you mean "title:"? | column 1'],
  ['x tilte:x', [], 'no field is named "tilte"; did you mean "title:"? | column 3'],
  ['tga:x', ['tag-of'], 'no field is named "tga"; fields are'],
  ['tat:x', [], 'no field is named "tat"; did you mean "tag:"? | column 1'],
  ['rateng:x', ['rating'], 'no field is named "rateng"; did you mean "rating:"? | column 1'],
  ['zzzzzz:x', [], 'summary, keyword; put quotes around it to look for the text | column 1'],
  ['zzzzzz:x', ['b', 'a', 'tags'], 'keyword; keys of front matter here: a, b; put quotes'],
  ['zzzzzz:x', [...'abcdefgh'], 'here: a, b, c, d, e, f, g, h; put'],
  ['zzzzzz:x', [...'abcdefghi'], 'here: a, b, c, d, e, f, g, h, …; put'],
  [
    'line:x',
    [],
    'line: is no field here; words of one line are a phrase, "one two", or a pattern, /one.*two/ | column 1',
  ],
  ['task-todo:x', [], 'task-todo: is no field here; tasks to be done are listed by wend tasks | column 1'],
  ['x due>today', ['due'], "days in words are for --where 'due>today' | column 7"],
  ['due:<=-3d', ['due'], "days in words are for --where 'due<=-3d' | column 7"],
  ['due>=last', ['due'], "days in words are for --where 'due>=last' | column 6"],
  ['tag:', [], 'there is nothing to look for here | column 1'],
  ['x due:>=', ['due'], 'there is nothing to compare with here | column 7'],
  ['due>', ['due'], 'there is nothing to compare with here | column 4'],
  ['[due:>]', ['due'], 'there is nothing to compare with here | column 6'],
])('%s with the keys %j: %s', (query, keys, expected) => {
  const told = ((): string => {
    try {
      return JSON.stringify(readQuery(query, () => new Set(keys)))
    } catch (error) {
      if (!(error instanceof FailureError) || error.failure.kind !== 'usage') throw error
      return `${error.failure.message} | ${error.failure.hint?.replace(' of the query', '') ?? ''}`
    }
  })()
  expect(told).toContain(expected)
})

/** What only looks like a field is text. */
test.each<[string, readonly string[]]>([
  ['Note:this', []],
  ['std::vector', []],
  ['ratio:3', []],
  ['a:b', []],
  ['Tag:', []],
  ['due>', []],
  ['due:', ['due']],
  ['due>=3', ['other']],
  ['x:>=3', []],
])('%s is text', (query, keys) => {
  expect(readQuery(query, () => new Set(keys))).toEqual([{ texts: [query], conditions: [] }])
})
