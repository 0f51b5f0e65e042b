import { describe, expect, test } from '@jest/globals'
import { exactMatches } from '../../../src/core/search/exact-matches.ts'
import { editCost } from '../../../src/core/search/ranking/edit-cost.ts'
import { acronymsOf, shortFormsIn } from '../../../src/core/search/ranking/short-forms.ts'
import { searchNotes } from '../../../src/core/search/search-notes.ts'
import { wordsIn } from '../../../src/core/search/words/words-in.ts'
import { searchSourceOf } from '../../support/search-source-of.ts'

test.each<[string, 'name' | 'markdown', readonly string[]]>([
  ['z[ {a@b `c/d:e', 'name', ['z', 'a', 'b', 'c', 'd', 'e']],
  ['A* a* Ab* Abc* x*y', 'name', ['a', 'a*', 'a', 'ab', 'ab*', 'abc', 'x', 'y']],
  ['A* B', 'markdown', ['a', 'b']],
  ['C# Ab# abc# c#x', 'name', ['c', 'c#', 'ab', 'ab#', 'abc', 'c', 'x']],
  ['x++ ++ a++b c+d', 'name', ['x', 'x++', 'a', 'b', 'c', 'd']],
  [
    'x .Net (.NET a.Net .net\n.Go f.Go',
    'name',
    ['x', 'net', '.net', 'net', '.net', 'a', 'net', 'net', 'go', '.go', 'f', 'go'],
  ],
  ['v1.2 V1.3 1.2.x 1.2. v v.1 2..3 1.a', 'name', ['1.2', '1.3', '1.2', 'x', '1.2', 'v', 'v', '1', '2', '3', '1', 'a']],
  [
    "it's its' I'm we've you'll o'clock d'or he'd 'tis can’t x's.",
    'name',
    ['it', 'its', 'i', 'we', 'you', 'o', 'clock', 'd', 'or', 'he', 'tis', 'can', 'x'],
  ],
  ['http://a.b/c) x ftp://y z://', 'markdown', ['x']],
  ['http://a.b', 'name', ['http', 'a', 'b']],
  ['<br>x</br> <a1> <3 </b> <B >y', 'markdown', ['x', 'a1', '3', 'y']],
  ['%%a%% b% %%c', 'markdown', ['b', 'c']],
  ['x ^id\ny ^id z ^a', 'markdown', ['x', 'y', 'id', 'z']],
  ['\\left( \\alpha \\frac12 \\,x \\text{a}', 'markdown', ['alpha', '12', 'x', 'a']],
  ['[q](a(b)c "t") x [r](<b c>) y [s](a b) z [t] (u)', 'markdown', ['q', 'x', 'r', 'y', 's', 'a', 'b', 'z', 't', 'u']],
  ['𝒜b 日本2024年 x日', 'name', ['ab', '日本', '2024', '年', 'x', '日']],
  ['parseHTTPResponse GPUs NLP x2y i18n', 'name', ['parsehttpresponse', 'gpu', 'nlp', 'x2y', 'i18n']],
  ['a_b-c.d', 'name', ['a', 'b', 'c', 'd']],
  ['~a~ !b ?c', 'markdown', ['a', 'b', 'c']],
  // Code holds no comments, tags or links, whatever looks like one.
  ['```r\na %% b\nc %% d\n```\n%%e%%', 'markdown', ['r', 'a', 'b', 'c', 'd']],
  ['~~~\n<b x>\n```\n<!-- y -->\n~~~\n<b z>', 'markdown', ['b', 'x', 'y']],
  ['> - ````\n> f[i](x)\n> ```\n> g[i](y)\n> ````\n[q](z)', 'markdown', ['f', 'i', 'x', 'g', 'i', 'y', 'q']],
  ['```\n%% a\n%% b', 'markdown', ['a', 'b']],
  ['`<b x>` <b y> ``%%a`%%`` %%c%% d', 'markdown', ['b', 'x', 'a', 'd']],
  ['\\`<b x>\\` a', 'markdown', ['a']],
  // These begin no code: nothing closes them in their paragraph, or they are no fence.
  ['` <b x>\n\n` a', 'markdown', ['a']],
  ['`` <b x>` a', 'markdown', ['a']],
  ['```a``` <b x>\n%%c%% d', 'markdown', ['a', 'd']],
  ['a ~~~\n<b x>\n~~~', 'markdown', ['a']],
])('words of %j as %s', (text, kind, expected) => {
  expect(wordsIn(text, kind).map((word) => word.text)).toEqual(expected)
})

/** Each short form with its weight. */
test.each<[string, readonly string[]]>([
  ['Support Vector Machine', ['sv 0.43', 'svm 1.00', 'vm 0.27']],
  ['Partially Observable MDP', ['mdp 1.00', 'omdp 0.27', 'po 0.43', 'pomdp 1.00']],
  ['the Bag of Words', ['bo 0.20', 'bow 0.30', 'bw 1.00', 'ow 0.20', 'tb 0.35', 'tbo 0.47', 'tbow 1.00']],
  ['TD error', ['td 1.00', 'tde 1.00']],
  ['A', []],
  ['ab', []],
  ['Long Short-Term Memory', ['ls 0.35', 'lst 0.47', 'lstm 1.00', 'st 0.20', 'stm 0.30', 'tm 0.20']],
  ['Principal Component Analysis (PCA)', ['ca 0.27', 'pc 0.43', 'pca 1.00']],
  ['k-Nearest Neighbours: a Survey', ['as 1.00', 'kn 0.43', 'knn 1.00', 'nn 0.27']],
  ['iPhone', ['iphone 1.00']],
  ['GPUs', ['gpus 1.00']],
  ['Ünïcode Türkçe', ['ut 1.00']],
])('short forms of the name %s', (name, expected) => {
  expect([...acronymsOf(name)].map(([short, weight]) => `${short} ${weight.toFixed(2)}`).sort()).toEqual(expected)
})

test.each<[string, readonly (readonly [string, string])[]]>([
  ['temporal difference (TD) error', [['td', 'temporal difference']]],
  ['a Markov chain of Monte Carlo (MCMC)', [['mcmc', 'markov chain of monte carlo']]],
  ['bag of words (BOW)', [['bow', 'bag of words']]],
  ['support vector machines (SVMs)', [['svm', 'support vector machines']]],
  ['nothing (AB)', []],
  ['x (A)', []],
  ['one (two)', []],
  ['Über Maß (UM)', [['um', 'uber mass']]],
  ['(TD)', []],
  [
    'a b c (BC) d e (DE)',
    [
      ['bc', 'b c'],
      ['de', 'd e'],
    ],
  ],
])('short forms that are explained in %j', (text, expected) => {
  expect(shortFormsIn(text)).toEqual(expected)
})

test.each<[string, string, number, number]>([
  ['abc', 'abc', 2, 0],
  ['abc', 'abd', 2, 1],
  ['ab', 'ba', 2, 0.8],
  ['scent', 'sent', 2, 1],
  ['cat', 'kat', 2, 0.6],
  ['kat', 'cat', 2, 0.6],
  ['leter', 'letter', 2, 0.6],
  ['letter', 'leter', 2, 0.6],
  ['abc', 'xyz', 2, Infinity],
  ['abc', 'abcdef', 1, Infinity],
  ['phone', 'fone', 2, 2],
  ['sity', 'city', 2, 0.6],
  ['city', 'sity', 2, 0.6],
  ['nomber', 'number', 2, 0.6],
  ['dat', 'tat', 2, 0.6],
  ['abcd', 'acbd', 2, 0.8],
  ['a', '', 2, 1],
  ['', '', 0, 0],
  ['abx', 'aby', 0.5, Infinity],
  ['recieve', 'receive', 2, 0.8],
])('from %j to %j, at most %d, costs %d', (a, b, most, cost) => {
  expect(editCost(a, b, most)).toBeCloseTo(cost)
})

test('letters that sound alike cost less either way round', () => {
  for (const [a = '', b = ''] of [
    'ck',
    'cs',
    'sz',
    'cz',
    'iy',
    'ie',
    'ae',
    'ei',
    'oa',
    'ou',
    'gj',
    'kq',
    'fv',
    'mn',
    'td',
    'ao',
  ])
    expect([editCost(`x${a}y`, `x${b}y`, 1), editCost(`x${b}y`, `x${a}y`, 1)]).toEqual([0.6, 0.6])
  expect(editCost('xby', 'xpy', 1)).toBe(1)
})

describe('a word is found wherever it stands in a note', () => {
  const source = searchSourceOf({
    'title.md': '# Zebra\n\nother text',
    'alias.md': '---\naliases: [Yak]\n---\n# A',
    'keyword.md': '---\nkeywords: [walrus]\n---\n# K',
    'summary.md': '---\nsummary: About vipers.\n---\n# S',
    'heading.md': '# H\n\ntext\n\n## Urchins\n\nmore',
    'tag.md': '---\ntags: [toad]\n---\n# T',
    'topic.md': '---\ntopics: [squid]\n---\n# P',
    'prop.md': '---\nauthor: Raven\nnested: [[quail]]\ndeep: [[[[[pike]]]]]\n---\n# R',
    'body.md': '# B\n\nAn otter swims.',
    'newt/folder.md': '# F',
    'my-lynx_file.md': '# L',
    'acro.md': '# Kangaroo Joey Island',
  })

  test.each<[string, readonly string[]]>([
    ['zebra', ['title.md title']],
    ['yak', ['alias.md alias']],
    ['walrus', ['keyword.md keyword']],
    ['viper', ['summary.md summary']],
    ['urchins', ['heading.md heading']],
    ['toad', ['tag.md tag']],
    ['squid', ['topic.md topic']],
    ['raven', ['prop.md ']],
    ['quail', ['prop.md ']],
    ['pike', []],
    ['otter', ['body.md summary,body']],
    ['newt', ['newt/folder.md ']],
    ['lynx', ['my-lynx_file.md ']],
    ['kji', ['acro.md ']],
  ])('%s', async (query, expected) => {
    const { hits } = await searchNotes(source, query, { filters: [], limit: 5 })
    const [first] = hits.map(({ path, matches }) => `${path} ${(matches ?? []).map(({ field }) => field).join()}`)
    expect(first === undefined ? [] : [first]).toEqual(expected)
  })
})

describe('lines that hold a text as it is written', () => {
  const source = searchSourceOf({
    'a.md': 'one\ntwo\nthree two\nfour\nfive\nsix two\n',
    'b.md': 'Two\r\nlast',
    'c.md': 'nothing',
  })

  /** Line numbers with the ranges that match, `-` for those around them. */
  test.each<[string, number, number, readonly string[]]>([
    ['two', 0, 9, ['a.md: 2[0,3] 3[6,9] 6[4,7]', 'b.md: 1[0,3]']],
    ['two', 1, 9, ['a.md: 1- 2[0,3] 3[6,9] 4- 5- 6[4,7]', 'b.md: 1[0,3] 2-']],
    ['Two', 0, 9, ['b.md: 1[0,3]']],
    ['/t.o/', 0, 9, ['a.md: 2[0,3] 3[6,9] 6[4,7]']],
    ['/T.O/i', 0, 1, ['a.md: 2[0,3] 3[6,9] 6[4,7]']],
    ['two three', 0, 9, ['a.md: 2[0,3]']],
    ['three  two\nfour', 1, 9, ['a.md: 2- 3[0,9] 4-']],
    ['four.', 0, 9, []],
    ['last', 3, 9, ['b.md: 1- 2[0,4]']],
  ])('%j with %d lines around, %d notes at most', async (query, context, limit, expected) => {
    const hits = await exactMatches({ ...source, notes: source.vault.notes }, query, { context, limit })
    const said = hits.map(({ path, matches }) => {
      const lines = matches?.map(
        ({ line, ranges }) => `${line ?? ''}${ranges?.map(([from, to]) => `[${from},${to}]`).join('') ?? '-'}`,
      )
      return `${path}: ${lines?.join(' ') ?? ''}`
    })
    expect(said).toEqual(expected)
  })
})
