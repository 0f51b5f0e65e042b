import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Comparison, Expression } from '../../../../src/core/search/expression/expression.ts'
import { satisfying } from '../../../../src/core/search/ranking/conditions.ts'
import { asWritten, phrasePattern } from '../../../../src/core/search/written-patterns.ts'
import { searchSourceOf } from '../../../support/search-source-of.ts'

const texts = {
  'log/2024-01.md':
    '---\ntitle: Sail Trim\naliases: [Sheeting, Ätna]\nrating: 4\nstatus: done\ntags: [wind/apparent, Sea]\n---\n\nEase the sheet. It was over-trimmed.\n\n## Telltale wool\n',
  'log/2024-02.md':
    '---\ntitle: Reef\nsummary: When it blows.\nrating: 10\nStatus: [draft, "In Progress"]\ntopics: [sailing craft]\nkeywords: [shorten sail]\n---\n\nTie the luff; ease the sheet first.\n',
  'sails/reef.md':
    '---\nrating: 2.5\nstatus: DONE\ndue: 2024-03-01\ntags: [windy]\n---\n# Halyard\n\nThe sheet ease.\n',
  'a.md':
    '---\nempty:\nnone: []\ndeep: [[[x]]]\ndeeper: [[[[x]]]]\nmap: {k: v}\nflag: true\n---\n# A*\n\nNothing => here, 日本語 and C++.\n',
}
const source = searchSourceOf(texts)
const paths = source.vault.notes.map(({ path }): string => path)
const reads: string[] = []
const asked = {
  notes: source.vault.notes,
  index: source.index,
  findPattern: source.findPattern,
  stemsOf: (word: string): readonly string[] => [word],
  isSmall: (word: string): boolean => ['the', 'was', 'it'].includes(word),
  readText: (path: string): Promise<string> => {
    reads.push(path)
    return source.readText(path)
  },
}
const found = async (conditions: readonly Expression[], among = paths.keys()): Promise<readonly string[]> =>
  [...(await satisfying(asked, conditions, new Set(among)))].map((number) => paths[number] ?? '').sort()

const field = (name: string, operator: Comparison['operator'], value = '', quoted = false): Comparison => ({
  kind: 'field',
  name,
  operator,
  value,
  quoted,
  column: 1,
  valueColumn: 1,
})
const word = (text: string): Expression => ({ kind: 'word', text, column: 1 })
const phrase = (text: string): Expression => ({ kind: 'phrase', text, column: 1 })
const pattern = (source: string, flags = ''): Expression => ({ kind: 'pattern', source, flags, column: 1 })
const [trim, reef, halyard, a] = ['log/2024-01.md', 'log/2024-02.md', 'sails/reef.md', 'a.md']

test.each<[string, Expression, readonly string[]]>([
  ['a title, or an alias', field('title', ':', 'SHEET'), [trim]],
  ['a name without its accents', field('title', ':', 'atna'), [trim]],
  ['a title by another name of the field', field('name', ':', 'reef'), [reef]],
  ['an alias alone', field('aliases', ':', 'trim'), []],
  ['an alias', field('alias', ':', 'sheeting'), [trim]],
  ['the name of the file, not the folder', field('file', ':', '2024'), [trim, reef]],
  ['no folder', field('file', ':', 'log'), []],
  ['the path', field('path', ':', 'log/'), [trim, reef]],
  ['the path by another name', field('folder', ':', 'SAILS'), [halyard]],
  ['parts of a path in order', field('path', ':', 'log*-02'), [reef]],
  ['and not in another', field('path', ':', '-02*log'), []],
  ['a star for nothing', field('file', ':', 'reef*.md'), [halyard]],
  ['any folder', field('path', ':', '**/reef'), [halyard]],
  ['or none', field('path', ':', '**/a.md'), [a]],
  ['a part that is there only once', field('path', ':', 'reef*reef'), []],
  ['a tag with those below it', field('tag', ':', 'wind'), [trim]],
  ['the tag below', field('tags', ':', '#wind/apparent'), [trim]],
  ['a tag in any case', field('tag', ':', 'SEA'), [trim]],
  ['no part of a tag', field('tag', ':', 'win'), []],
  ['a part of a topic', field('topic', ':', 'sailing'), [reef]],
  ['a topic by another name', field('topics', ':', 'craft'), [reef]],
  ['a heading', field('section', ':', 'wool'), [trim]],
  ['a heading by another name', field('heading', ':', 'halyard'), [halyard]],
  ['a summary', field('summary', ':', 'blows'), [reef]],
  ['a summary by another name', field('description', ':', 'blows'), [reef]],
  ['a keyword', field('keyword', ':', 'shorten'), [reef]],
  ['a keyword by another name', field('keywords', ':', 'sail'), [reef]],
  ['a text', field('content', ':', 'sheet'), [trim, reef, halyard]],
  ['all words of a text', field('body', ':', 'first sheet'), [reef]],
  ['a phrase of a text', field('text', ':', 'ease the sheet', true), [trim, reef]],
  ['no phrase in another order', field('content', ':', 'sheet ease', true), [halyard]],
  ['no title in a text', field('content', ':', 'reef'), []],
  ['the text as a list of nothing', field('content', 'set'), []],
  ['a key, part of its value', field('status', ':', 'do'), [trim, halyard]],
  ['a key in any case', field('STATUS', ':', 'draft'), [reef]],
  ['an item of a list', field('status', ':', 'progress'), [reef]],
  ['a value', field('status', '=', 'done'), [trim, halyard]],
  ['no part of a value', field('status', '=', 'do'), []],
  ['another value, or none', field('status', '!=', 'done'), [reef, a]],
  ['part of a value, by its sign', field('status', '~', 'ogr'), [reef]],
  ['part of a list', field('status', 'has', 'draft'), [reef]],
  ['less', field('rating', '<', '4'), [halyard]],
  ['less or as much', field('rating', '<=', '4'), [trim, halyard]],
  ['more, as numbers', field('rating', '>', '4'), [reef]],
  ['more or as much', field('rating', '>=', '4'), [trim, reef]],
  ['earlier', field('due', '<', '2024-03-02'), [halyard]],
  ['not earlier than the same day', field('due', '<', '2024-03-01'), []],
  ['later or the same day', field('due', '>=', '2024-03-01'), [halyard]],
  ['later, by letters', field('status', '>', 'donc'), [trim, reef, halyard]],
  ['set', field('status', 'set'), [trim, reef, halyard]],
  ['set to nothing is not set', field('empty', 'set'), []],
  ['an empty list is not set', field('none', 'set'), []],
  ['a list within three lists', field('deep', ':', 'x'), [a]],
  ['no list deeper than that', field('deeper', 'set'), []],
  ['a map holds no value', field('map', 'set'), []],
  ['true', field('flag', '=', 'true'), [a]],
  ['a key that no note has', field('never', ':', 'x'), []],
  ['a word', word('ease'), [trim, reef, halyard]],
  ['a word in another form of it', word('Eases'), []],
  ['all words', word('ease-first'), [reef]],
  ['small words beside others do not count', word('the luff'), [reef]],
  ['small words alone do, and no text holds them', word('was'), []],
  ['a name with its signs', word('c++'), [a]],
  ['a phrase of a text', phrase('ease the sheet'), [trim, reef]],
  ['with any sign between', phrase('luff ease'), [reef]],
  ['of a name', phrase('sail trim'), [trim]],
  ['of a summary', phrase('it blows'), [reef]],
  ['in another order', phrase('trim sail'), []],
  ['across names', phrase('trim sheeting'), []],
  ['one word', phrase('halyard'), [halyard]],
  ['one small word', phrase('was'), []],
  ['a name with signs', phrase('C++'), [a]],
  ['signs alone', phrase('=>'), [a]],
  ['a run without blanks', phrase('日本'), [a]],
  ['a pattern', pattern('sh.et\\.'), [trim]],
  ['a pattern in any case', pattern('TIE', 'i'), [reef]],
  ['a pattern sees front matter, line by line', pattern('^rating: 2', ''), [halyard]],
])('%s', async (_, condition, expected) => {
  expect(await found([condition])).toEqual([...expected].sort())
  // What is excluded is what is left, and of some notes the same are found as of all.
  const others = paths.filter((path) => !expected.includes(path))
  expect(await found([{ kind: 'not', of: condition, column: 1 }])).toEqual([...others].sort())
  const some = [0, 2]
  expect(await found([condition], some.values())).toEqual(
    expected.filter((path) => some.includes(paths.indexOf(path))).sort(),
  )
})

test('conditions and groups of them hold as their parts do', async () => {
  const parts = [
    field('status', ':', 'done'),
    field('rating', '>', '3'),
    field('content', ':', 'sheet'),
    word('luff'),
    phrase('ease the sheet'),
    pattern('sheet'),
    field('path', ':', 'log'),
  ]
  const tree = fc.letrec<{ expression: Expression }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constantFrom<Expression>(...parts),
      fc
        .array(tie('expression'), { minLength: 1, maxLength: 3 })
        .map((of): Expression => ({ kind: 'and', of, spelled: true, column: 1 })),
      fc
        .array(tie('expression'), { minLength: 1, maxLength: 3 })
        .map((of): Expression => ({ kind: 'or', of, column: 1 })),
      tie('expression').map((of): Expression => ({ kind: 'not', of, column: 1 })),
    ),
  })).expression
  const single = new Map(
    await Promise.all(parts.map(async (part) => [part as Expression, await found([part])] as const)),
  )
  const holds = (path: string, expression: Expression): boolean => {
    if (expression.kind === 'and') return expression.of.every((part) => holds(path, part))
    if (expression.kind === 'or') return expression.of.some((part) => holds(path, part))
    if (expression.kind === 'not') return !holds(path, expression.of)
    return single.get(expression)?.includes(path) === true
  }
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { maxLength: 3 }), async (conditions) => {
      expect(await found(conditions)).toEqual(
        paths.filter((path) => conditions.every((one) => holds(path, one))).sort(),
      )
    }),
    { numRuns: 60, seed: 20266, endOnFailure: true },
  )
})

test('texts are read of those notes alone that all cheaper conditions leave', async () => {
  for (const dear of [
    pattern('sheet'),
    phrase('ease the sheet'),
    field('content', ':', 'sheet'),
    { kind: 'or', of: [word('luff'), pattern('sheet')], column: 1 } as const,
  ])
    for (const cheap of [
      field('rating', '>', '4'),
      word('first'),
      { kind: 'not', of: field('rating', '<', '5'), column: 1 } as const,
    ]) {
      reads.length = 0
      const left = await found([dear, cheap, field('path', ':', 'log')])
      expect(left).toEqual([reef])
      expect(reads.filter((path) => path !== reef)).toEqual([])
    }
  reads.length = 0
  // A phrase is looked for before a pattern, which may take long; the word before the phrase.
  await found([pattern('nothing'), phrase('luff ease')])
  expect(new Set(reads)).toEqual(new Set([reef]))
})

test('a pattern that takes too long is refused by its name', async () => {
  const slow = { ...asked, findPattern: () => Promise.resolve(undefined) }
  await expect(satisfying(slow, [pattern('(a+)+')], new Set([0]))).rejects.toMatchObject({
    failure: { kind: 'refused', message: 'the pattern /(a+)+/ is too large or takes too long' },
  })
  expect(await satisfying(slow, [pattern('(a+)+')], new Set())).toEqual(new Set())
})

test('a pattern is looked for in every one of very many notes', async () => {
  const many = Array.from({ length: 1100 }, (_, at) => `n${at}.md`)
  const [note] = source.vault.notes
  if (note === undefined) throw new Error('no note')
  const holding = await satisfying(
    {
      ...asked,
      notes: many.map((path) => ({ ...note, path: path as typeof note.path })),
      readText: (path) => Promise.resolve(path),
    },
    [pattern('99\\.md')],
    new Set(many.keys()),
  )
  expect([...holding]).toEqual([99, 199, 299, 399, 499, 599, 699, 799, 899, 999, 1099])
})

test.each<[string, readonly string[], readonly string[]]>([
  [
    'grid search',
    ['grid search', 'a grid  search.', 'grid-search', 'grid: search'],
    ['grids search', 'grid searches', 'agrid search', 'grid a search', 'search grid', `grid${'-'.repeat(21)}search`],
  ],
  ['Café', ['cafe'], ['cafes', 'ecafe']],
  ['日本', ['x日本語', '日本'], ['日 本', '本日']],
  ['a 日', ['a 日本'], ['a本日', 'ba 日']],
  ['日 a', ['x日 a'], ['日 ab']],
  ['=>', ['x=>y'], ['= >', '>=']],
  ['a|b', ['a|b', 'a b'], ['a', 'b']],
  ['$.*', ['x $.* y'], ['$ab']],
])('the phrase %s', (phrase, texts, others) => {
  const one = phrasePattern(phrase)
  expect([texts.filter((text) => one.test(text)), others.filter((text) => one.test(text))]).toEqual([texts, []])
})

test('every sign of a pattern is as written where a text is looked for', () => {
  const signs = '\\^$.*+?()[]{}|/ab-'
  for (const sign of signs) {
    const one = new RegExp(`^${asWritten(sign)}$`, 'u')
    expect([...signs].filter((other) => one.test(other))).toEqual([sign])
  }
})
