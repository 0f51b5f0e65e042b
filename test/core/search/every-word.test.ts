import { expect, test } from '@jest/globals'
import { FailureError } from '../../../src/core/model/failure.ts'
import { exactMatches } from '../../../src/core/search/exact-matches.ts'
import { keywordsOf } from '../../../src/core/search/keywords.ts'
import { editCost } from '../../../src/core/search/ranking/edit-cost.ts'
import { comparableName, exactness } from '../../../src/core/search/ranking/names.ts'
import { acronymsOf, shortFormsIn } from '../../../src/core/search/ranking/short-forms.ts'
import { formsOf } from '../../../src/core/search/words/parts.ts'
import { wordsIn } from '../../../src/core/search/words/words-in.ts'
import { noteAt, vaultOf } from '../../support/vault-of.ts'

test.each<[string, string, readonly string[]]>([
  ['name', "it's don't we're I'll x'tra", ['it 0-2', 'don 5-8', 'we 11-13', 'i 17-18', 'x 22-23', 'tra 24-27']],
  ['name', 'a.b 1.2.3 v1.2 v1.x 1.', ['a 0-1', 'b 2-3', '1.2.3 4-9', '1.2 10-14', 'v1 15-17', 'x 18-19', '1 20-21']],
  [
    'name',
    'C++ C++x C+ C# CC# CCC# A* a* AB* ABC*',
    [
      'c 0-1',
      'c++ 0-3',
      'c 4-5',
      'x 7-8',
      'c 9-10',
      'c 12-13',
      'c# 12-14',
      'cc 15-17',
      'cc# 15-18',
      'ccc 19-22',
      'a 24-25',
      'a* 24-26',
      'a 27-28',
      'ab 30-32',
      'ab* 30-33',
      'abc 34-37',
    ],
  ],
  [
    'name',
    '.NET a.NET (.NET .net',
    ['net 1-4', '.net 0-4', 'a 5-6', 'net 7-10', 'net 13-16', '.net 12-16', 'net 18-21'],
  ],
  ['name', 'https://e.org/x y', ['https 0-5', 'e 8-9', 'org 10-13', 'x 14-15', 'y 16-17']],
  ['name', 'a://b c', ['a 0-1', 'b 4-5', 'c 6-7']],
  [
    'name',
    '[x](y z) [x](y "t") [x](<a b>) [x](a(b)c) w',
    [
      'x 1-2',
      'y 4-5',
      'z 6-7',
      'x 10-11',
      'y 13-14',
      't 16-17',
      'x 21-22',
      'a 25-26',
      'b 27-28',
      'x 32-33',
      'a 35-36',
      'b 37-38',
      'c 39-40',
      'w 42-43',
    ],
  ],
  [
    'name',
    '<b>x</b> <foo> a<b <3 <!-- c --> d',
    ['b 1-2', 'x 3-4', 'b 6-7', 'foo 10-13', 'a 15-16', 'b 17-18', '3 20-21', 'c 27-28', 'd 33-34'],
  ],
  ['name', '%% a %% b % c %%d', ['a 3-4', 'b 8-9', 'c 12-13', 'd 16-17']],
  ['name', 'x ^id\ny ^id z', ['x 0-1', 'id 3-5', 'y 6-7', 'id 9-11', 'z 12-13']],
  ['name', '\\frac{a}{b} \\alpha \\left( \\x', ['frac 1-5', 'a 6-7', 'b 9-10', 'alpha 13-18', 'left 20-24', 'x 27-28']],
  ['name', '日本 한국 ไทย 𠮷', ['日本 0-2', '한국 3-5', 'ไท 6-8', 'ทย 7-9', '𠮷 10-12']],
  ['name', 'a_b-c/d', ['a 0-1', 'b 2-3', 'c 4-5', 'd 6-7']],
  ['name', 'x² é', ['x2 0-2', 'e 3-4']],
  ['name', 'naïve', ['naive 0-5']],
  ['name', '', []],
  ['name', '  ', []],
  ['name', 'a’s b’', ['a 0-1', 'b 4-5']],
  ['name', '100% 5%%', ['100 0-3', '5 5-6']],
  ['name', '😀a', ['a 2-3']],
  ['markdown', "it's don't we're I'll x'tra", ['it 0-2', 'don 5-8', 'we 11-13', 'i 17-18', 'x 22-23', 'tra 24-27']],
  [
    'markdown',
    'a.b 1.2.3 v1.2 v1.x 1.',
    ['a 0-1', 'b 2-3', '1.2.3 4-9', '1.2 10-14', 'v1 15-17', 'x 18-19', '1 20-21'],
  ],
  [
    'markdown',
    'C++ C++x C+ C# CC# CCC# A* a* AB* ABC*',
    [
      'c 0-1',
      'c++ 0-3',
      'c 4-5',
      'x 7-8',
      'c 9-10',
      'c 12-13',
      'c# 12-14',
      'cc 15-17',
      'cc# 15-18',
      'ccc 19-22',
      'a 24-25',
      'a 27-28',
      'ab 30-32',
      'abc 34-37',
    ],
  ],
  [
    'markdown',
    '.NET a.NET (.NET .net',
    ['net 1-4', '.net 0-4', 'a 5-6', 'net 7-10', 'net 13-16', '.net 12-16', 'net 18-21'],
  ],
  ['markdown', 'https://e.org/x y', ['y 16-17']],
  ['markdown', 'a://b c', ['c 6-7']],
  [
    'markdown',
    '[x](y z) [x](y "t") [x](<a b>) [x](a(b)c) w',
    ['x 1-2', 'y 4-5', 'z 6-7', 'x 10-11', 'x 21-22', 'x 32-33', 'w 42-43'],
  ],
  [
    'markdown',
    '<b>x</b> <foo> a<b <3 <!-- c --> d',
    ['x 3-4', 'foo 10-13', 'a 15-16', 'b 17-18', '3 20-21', 'd 33-34'],
  ],
  ['markdown', '%% a %% b % c %%d', ['b 8-9', 'c 12-13', 'd 16-17']],
  ['markdown', 'x ^id\ny ^id z', ['x 0-1', 'y 6-7', 'id 9-11', 'z 12-13']],
  ['markdown', '\\frac{a}{b} \\alpha \\left( \\x', ['a 6-7', 'b 9-10', 'alpha 13-18', 'x 27-28']],
  ['markdown', '日本 한국 ไทย 𠮷', ['日本 0-2', '한국 3-5', 'ไท 6-8', 'ทย 7-9', '𠮷 10-12']],
  ['markdown', 'a_b-c/d', ['a 0-1', 'b 2-3', 'c 4-5', 'd 6-7']],
  ['markdown', 'x² é', ['x2 0-2', 'e 3-4']],
  ['markdown', 'naïve', ['naive 0-5']],
  ['markdown', '', []],
  ['markdown', '  ', []],
  ['markdown', 'a’s b’', ['a 0-1', 'b 4-5']],
  ['markdown', '100% 5%%', ['100 0-3', '5 5-6']],
  ['markdown', '😀a', ['a 2-3']],
])('words of the %s %j, and where they stand', (kind, text, expected) => {
  const words = wordsIn(text, kind === 'name' ? 'name' : 'markdown')
  expect(words.map(({ text: word, start, end }) => `${word} ${start}-${end}`)).toEqual(expected)
})

test.each<[string, object]>([
  ['aB', { words: ['ab'], short: false }],
  ['AB', { words: ['ab'], short: true }],
  ['ABc', { words: ['abc', 'bc'], short: false }],
  ['HTTPServer2', { words: ['httpserver2', 'http', 'server'], short: false }],
  ['v1.2.3', { words: ['1.2.3', '1', '1.2'], short: false }],
  ['1.2', { words: ['1.2', '1'], short: false }],
  ['LLMs', { words: ['llm'], short: true }],
  ['As', { words: ['as'], short: false }],
  ['iOS', { words: ['ios', 'os'], short: false }],
  ['abc123', { words: ['abc123', 'abc', '123'], short: false }],
  ['a1b2', { words: ['a1b2'], short: false }],
  ['parseHTTP', { words: ['parsehttp', 'parse', 'http'], short: false }],
  ['XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX', { words: ['xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'], short: false }],
  ['XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX', { words: [], short: false }],
  ['GPUs', { words: ['gpu'], short: true }],
  ['GPT4', { words: ['gpt4'], short: true }],
  ['don', { words: ['don'], short: false }],
  ['ÉCOLE', { words: ['ecole'], short: true }],
])('the forms of %s', (raw, expected) => {
  expect(formsOf(raw)).toEqual(expected)
})

test.each<[string, string, number, number | string]>([
  ['a', 'a', 0, 0],
  ['', '', 1, 0],
  ['', 'a', 1, 1],
  ['a', '', 1, 1],
  ['ab', 'ba', 1, 0.8],
  ['abc', 'acb', 1, 0.8],
  ['abc', 'abd', 1, 1],
  ['abc', 'abd', 0.9, 'far'],
  ['cat', 'kat', 0.6, 0.6],
  ['ise', 'ize', 1, 0.6],
  ['abc', 'abbc', 1, 0.6],
  ['abbc', 'abc', 1, 0.6],
  ['abc', 'abxc', 1, 1],
  ['abcd', 'badc', 2, 1.6],
  ['kitten', 'sitting', 3, 2.6],
  ['kitten', 'sitting', 2, 'far'],
  ['abc', 'xyz', 3, 2.6],
  ['aaaa', 'a', 2, 1.8],
  ['aaaa', 'a', 1, 'far'],
  ['ca', 'abc', 3, 3],
  ['gif', 'jif', 1, 0.6],
  ['date', 'data', 1, 0.6],
  ['fault', 'vault', 1, 0.6],
])('%s and %s, at most %d apart', (a, b, most, expected) => {
  const cost = editCost(a, b, most)
  expect(cost === Infinity ? 'far' : Number(cost.toFixed(4))).toBe(expected)
})

test.each<[string, readonly (readonly [string, number])[]]>([
  ['Monte Carlo', [['mc', 1]]],
  [
    'Mixture of Experts',
    [
      ['mo', 0.433],
      ['moe', 1],
      ['oe', 0.267],
      ['me', 1],
    ],
  ],
  [
    'PPO - Proximal Policy',
    [
      ['ppo', 1],
      ['pp', 1],
    ],
  ],
  ['Focal Loss (FL)', [['fl', 1]]],
  ['A', []],
  [
    'one two three',
    [
      ['ot', 0.433],
      ['ott', 1],
      ['tt', 1],
    ],
  ],
  [
    'Partially Observable MDP',
    [
      ['mdp', 1],
      ['po', 0.433],
      ['pomdp', 1],
      ['omdp', 0.267],
    ],
  ],
  [
    'iPhone GPT4 ABc',
    [
      ['iphone', 1],
      ['gpt4', 1],
      ['abc', 1],
      ['ig', 0.433],
      ['iga', 1],
      ['ga', 0.267],
    ],
  ],
  [
    'a b c d e f g h i',
    [
      ['bc', 0.243],
      ['bcd', 0.314],
      ['bcde', 0.386],
      ['bcdef', 0.457],
      ['bcdefg', 0.529],
      ['bcdefgh', 1],
      ['cd', 0.114],
      ['cde', 0.171],
      ['cdef', 0.229],
      ['cdefg', 0.286],
      ['cdefgh', 0.343],
      ['de', 0.114],
      ['def', 0.171],
      ['defg', 0.229],
      ['defgh', 0.286],
      ['ef', 0.114],
      ['efg', 0.171],
      ['efgh', 0.229],
      ['fg', 0.114],
      ['fgh', 0.171],
      ['gh', 0.114],
    ],
  ],
  [
    'a b c d e f g h',
    [
      ['ab', 0.225],
      ['abc', 0.287],
      ['abcd', 0.35],
      ['abcde', 0.412],
      ['abcdef', 0.475],
      ['abcdefg', 0.537],
      ['abcdefgh', 1],
      ['bc', 0.243],
      ['bcd', 0.314],
      ['bcde', 0.386],
      ['bcdef', 0.457],
      ['bcdefg', 0.529],
      ['bcdefgh', 1],
      ['cd', 0.114],
      ['cde', 0.171],
      ['cdef', 0.229],
      ['cdefg', 0.286],
      ['cdefgh', 0.343],
      ['de', 0.114],
      ['def', 0.171],
      ['defg', 0.229],
      ['defgh', 0.286],
      ['ef', 0.114],
      ['efg', 0.171],
      ['efgh', 0.229],
      ['fg', 0.114],
      ['fgh', 0.171],
      ['gh', 0.114],
    ],
  ],
  ['Über Äpfel', [['ua', 1]]],
  ['The Cat, Dog', [['tc', 1]]],
  ['K8s', [['k8s', 1]]],
  ['ABCDEFGHI', []],
])('the short forms of %s', (name, expected) => {
  expect([...acronymsOf(name)].map(([short, weight]) => [short, Number(weight.toFixed(3))])).toEqual(expected)
})

test.each<[string, number, readonly (readonly [string, string])[]]>([
  ['temporal difference (TD) x', 0, [['td', 'temporal difference']]],
  ['mixture of experts (MoE)', 0, [['moe', 'mixture of experts']]],
  ['(NASA)', 0, []],
  ['large language models (LLMs)', 0, [['llm', 'large language models']]],
  ['a temporal difference (TD', 0, []],
  ['temporal difference (td)', 0, []],
  ['temporal difference (TD) and mean square (MS)', 23, []],
  ['other words (TD)', 0, []],
  ['temporal big difference (TD)', 0, []],
  ['x (T)', 0, []],
  ['état central (EC)', 0, [['ec', 'etat central']]],
])('the short forms that %j explains from %i on', (text, from, expected) => {
  expect(shortFormsIn(text, from)).toEqual(expected)
})

test.each<[string, readonly string[]]>([
  ['keywords: [a, b, a]', ['a', 'b']],
  ['keywords: a, b', ['a', 'b']],
  ['keyword: x', ['x']],
  ['k: v', []],
  ['Keywords: [a]', ['a']],
  ['keywords: []', []],
])('keywords of %s', (front, expected) => {
  expect(keywordsOf(noteAt(vaultOf({ 'a.md': `---\n${front}\n---\n` }), 'a.md'))).toEqual(expected)
})

test.each<[string, number, string]>([
  ['Café Noir', 1, 'cafe noir'],
  ['cafe noir', 0.98, 'cafe noir'],
  ['CAFÉ NOIR', 0.98, 'cafe noir'],
  [' Café   Noir ', 1, 'cafe noir'],
  ['Other Name', 0.99, 'other name'],
  ['other name', 0.97, 'other name'],
  ['my-file', 0.99, 'my-file'],
  ['My-File', 0.97, 'my-file'],
  ['my-file.md', 0.99, 'my-file.md'],
  ['my file', 0.99, 'my file'],
  ['x', 0, 'x'],
  ['', 0, ''],
])('how exactly a note is called %j', (typed, expected, compared) => {
  const text = '---\ntitle: "Café  Noir"\naliases: [Other Name]\n---\n'
  expect(exactness(noteAt(vaultOf({ 'my-file.md': text }), 'my-file.md'), typed)).toBe(expected)
  expect(comparableName(typed)).toBe(compared)
})

test.each<[string, number, number, unknown]>([
  [
    'foo',
    0,
    10,
    [
      ['a.md', 'line 2 k: foo [[3,6]]', 'line 5 Foo bar [[0,3]]', 'line 8 baz foo foo [[4,7],[8,11]]'],
      ['b.md', 'line 1 foo [[0,3]]', 'line 5 FOO [[0,3]]'],
    ],
  ],
  ['Foo', 0, 10, [['a.md', 'line 5 Foo bar [[0,3]]']]],
  [
    'foo',
    1,
    10,
    [
      [
        'a.md',
        'context 1 --- ""',
        'line 2 k: foo [[3,6]]',
        'context 3 --- ""',
        'context 4  ""',
        'line 5 Foo bar [[0,3]]',
        'context 6 bar ""',
        'context 7  ""',
        'line 8 baz foo foo [[4,7],[8,11]]',
      ],
      ['b.md', 'line 1 foo [[0,3]]', 'context 2 x ""', 'context 4 z ""', 'line 5 FOO [[0,3]]'],
    ],
  ],
  ['foo', 0, 1, [['a.md', 'line 2 k: foo [[3,6]]', 'line 5 Foo bar [[0,3]]', 'line 8 baz foo foo [[4,7],[8,11]]']]],
  [
    '/fo+\\s/i',
    0,
    10,
    [
      ['a.md', 'line 2 k: foo [[3,6]]', 'line 5 Foo bar [[0,4]]', 'line 8 baz foo foo [[4,8]]'],
      ['b.md', 'line 1 foo [[0,3]]', 'line 5 FOO [[0,3]]'],
    ],
  ],
  ['foo  bar', 0, 10, [['a.md', 'line 5 Foo bar [[0,7]]']]],
  ['/(/', 0, 10, "the pattern can't be read: unterminated group"],
  ['a.b', 0, 10, []],
  ['bar', 1, 10, [['a.md', 'context 4  ""', 'line 5 Foo bar [[4,7]]', 'line 6 bar [[0,3]]', 'context 7  ""']]],
  ['FOO', 2, 10, [['b.md', 'context 3 y ""', 'context 4 z ""', 'line 5 FOO [[0,3]]']]],
  ['long', 0, 1, 'what is looked for has more than 4000 characters'],
])('lines with %s, %i around each, of %i notes', async (said, context, limit, expected) => {
  const texts: Readonly<Record<string, string>> = {
    'a.md': '---\nk: foo\n---\n\nFoo bar\nbar\n\nbaz foo foo',
    'b.md': 'foo\r\nx\r\ny\r\nz\r\nFOO\r\n',
    'c.md': 'none',
  }
  const source = {
    notes: vaultOf(texts).notes,
    readText: (path: string) => Promise.resolve(texts[path] ?? ''),
    findPattern: (pattern: { readonly source: string; readonly flags: string }, all: readonly string[]) =>
      Promise.resolve(
        all.map((text) =>
          [...text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].map(
            ({ index, 0: found }) => [index, index + found.length] as const,
          ),
        ),
      ),
  }
  const found = exactMatches(source, said === 'long' ? 'x'.repeat(4001) : said, { context, limit })
  const hits = await found.then(
    (all) =>
      all.map(({ path, matches }) => [
        path,
        ...matches.map(({ field, line, text, ranges }) => `${field} ${line} ${text} ${JSON.stringify(ranges ?? '')}`),
      ]),
    (error: unknown) => (error instanceof FailureError && 'message' in error.failure ? error.failure.message : error),
  )
  expect(hits).toEqual(expected)
})
