import { expect, test } from '@jest/globals'
import { type Concept, matter } from '../../../../src/core/search/ranking/concepts.ts'
import { Matcher } from '../../../../src/core/search/ranking/matcher.ts'
import { exactness, likenessOfNames, notesCalled, phraseLikeness } from '../../../../src/core/search/ranking/names.ts'
import { noteAt } from '../../../support/vault-of.ts'
import { nearbyWords } from '../../../../src/core/search/ranking/nearby-words.ts'
import { searchSourceOf } from '../../../support/search-source-of.ts'

const source = searchSourceOf({
  'a.md': '# Luff Reef Keel\n\nThe sheet.\n',
  'b.md': '---\naliases: [Boom Tackle Deck]\nkeywords: [reef and boom]\n---\n# Sheet\n\nThe reef and the luff.\n',
  'c.md': '# Reef - of the boom (tackle)\n\nThe reef and the sheet.\n',
})
const { index } = source
const m = (term: string): number => matter(index, term)

/** Asks for words, each as much worth as its alternative's weight says: `luff`, `reef*0.5`. */
function matcherOf(words: string): Matcher {
  const small = ['of', 'the', 'and']
  const asked = words.split(' ').map((one) => one.split('*'))
  const concepts = asked
    .filter(([word = '']) => !small.includes(word))
    .map(([word = '', weight = '1']): Concept => {
      const term = index.termOf(word) ?? word
      const alternatives = [{ terms: [term], weight: Number(weight), way: 'same' as const, as: word }]
      return { word, matter: m(term), rarity: 1, alternatives }
    })
  return new Matcher(index, concepts, {
    words: new Set(asked.map(([word = '']) => word)),
    isSmall: (word) => small.includes(word),
  })
}

/** The share of the query that a phrase says, times the root of the share of the phrase that the query says, each word by what it matters. */
test.each<[string, string, number]>([
  ['luff reef', 'reef, luff', 1],
  ['luff reef', 'luff', m('luff') / (m('luff') + m('reef'))],
  ['luff', 'luff reef', Math.sqrt(m('luff') / (m('luff') + m('reef')))],
  ['luff', 'luff reef reef luff', Math.sqrt(m('luff') / (m('luff') + m('reef')))],
  ['luff keel', 'luff reef', (m('luff') / (m('luff') + m('keel'))) * Math.sqrt(m('luff') / (m('luff') + m('reef')))],
  // A small word has 0.15, one that no note holds 0.1.
  ['luff', 'the luff of the', Math.sqrt(m('luff') / (m('luff') + 0.3))],
  ['luff of', 'the luff of the', Math.sqrt((m('luff') + 0.15) / (m('luff') + 0.3))],
  ['luff', 'luff zebra', Math.sqrt(m('luff') / (m('luff') + 0.1))],
  // What is worth less than the word says less of both, and nothing of the phrase from 0.4 down.
  ['luff*0.6', 'luff', 0.6 * Math.sqrt(0.6)],
  ['luff*0.4', 'luff', 0],
  ['luff', 'zebra', 0],
  ['luff', 'the', 0],
  ['luff', '', 0],
])('%s is like the phrase %s', (words, phrase, expected) => {
  expect(phraseLikeness(matcherOf(words), phrase)).toBeCloseTo(expected, 9)
})

/** The share of `luff reef keel` where luff is worth so much. */
const lessLuff = (worth: number): number =>
  (worth * m('luff') + m('reef') + m('keel')) / (m('luff') + m('reef') + m('keel'))

/** The best of names, their parts, keywords and initials; whether the query holds a whole name. */
test.each<[string, string, number, boolean]>([
  ['luff reef keel', 'a.md', 1, true],
  ['luff*0.99 reef keel', 'a.md', lessLuff(0.99) ** 1.5, true],
  ['luff*0.98 reef keel', 'a.md', lessLuff(0.98) ** 1.5, false],
  ['boom deck tackle', 'b.md', 1, true],
  ['reef boom', 'b.md', Math.sqrt((m('reef') + m('boom')) / (m('reef') + m('boom') + 0.15)), false],
  ['reef', 'c.md', 1, true],
  ['boom', 'c.md', Math.sqrt(m('boom') / (m('boom') + 0.3)), true],
  ['tackle', 'c.md', 1, true],
  ['luff reef', 'c.md', m('reef') / (m('luff') + m('reef')), true],
  ['lrk', 'a.md', 1, false],
  // Of the initials the first two have 0.1 and half of their share, others 0.4 of it; those of an alias 0.85 of all.
  ['lr', 'a.md', (0.1 + 0.5 * (2 / 3)) ** 1.5, false],
  ['rk', 'a.md', (0.4 * (2 / 3)) ** 1.5, false],
  ['btd', 'b.md', 0.85, false],
])('%s is like the names of %s', (words, path, likeness, named) => {
  const found = likenessOfNames(matcherOf(words), noteAt(source.vault, path))
  expect(found.named).toBe(named)
  expect(found.likeness).toBeCloseTo(likeness, 9)
})

const called = searchSourceOf({
  'sub/my-file_name.md': '---\naliases: [Café  au lait, taking a reef]\n---\n# Taking a Reef\n',
  'node.js.md': '# Server\n',
})

/** As written 1, in other letters 0.98; 0.01 less for what is no title. */
test.each<[string, number, number]>([
  ['Taking a Reef', 1, 0],
  ['  Taking  a Reef ', 1, 0],
  ['Taking a reef', 0.98, 0],
  ['taking a reef', 0.99, 0],
  ['Café au lait', 0.99, 0],
  ['Cafe\u0301 au lait', 0.99, 0],
  ['cafe au lait', 0.97, 0],
  ['my-file_name', 0.99, 0],
  ['my-file_name.md', 0.99, 0],
  ['sub/my-file_name', 0.99, 0],
  ['sub/my-file_name.md', 0.99, 0],
  ['Sub/My-File_Name', 0.97, 0],
  ['Taking a', 0, 0],
  ['Server', 0, 1],
  ['node.js', 0, 0.99],
  ['node.js.md', 0, 0.99],
  ['Node.js', 0, 0.97],
  ['', 0, 0],
])('%j is what notes are called', (typed, ofFirst, ofSecond) => {
  const worth = (path: string): number => exactness(noteAt(called.vault, path), typed)
  expect([worth('sub/my-file_name.md'), worth('node.js.md')].map((one) => Number(one.toFixed(9)))).toEqual([
    ofFirst,
    ofSecond,
  ])
  const found = notesCalled(called, typed)
  expect([...found.values()].map((one) => Number(one.toFixed(9)))).toEqual([ofFirst, ofSecond].filter((one) => one > 0))
})

/** The most of a query that eight words of a text say; the first 20,000 characters count. */
test('words are near that stand among eight', () => {
  const both = matcherOf('luff reef')
  const [luff, reef] = [both.shareOf('luff'), both.shareOf('reef')]
  const most = Math.max(luff, reef)
  const near = (text: string, from = 0): number => both.nearness(text, from)
  expect(luff + reef).toBeCloseTo(1, 9)
  expect(near('luff reef')).toBeCloseTo(1, 9)
  expect(near(`reef ${'x '.repeat(6)}luff`)).toBeCloseTo(1, 9)
  expect(near(`reef ${'x '.repeat(7)}luff`)).toBeCloseTo(most, 9)
  expect(near(`reef ${'x '.repeat(9)}luff luff reef`)).toBeCloseTo(1, 9)
  expect(near(`luff reef ${'x '.repeat(9)}luff`)).toBeCloseTo(1, 9)
  expect(near('luff reef', 4)).toBeCloseTo(reef, 9)
  expect(near('nothing')).toBe(0)
  expect(near('')).toBe(0)
  expect(near(`${'x '.repeat(9_998)}reef`)).toBeCloseTo(reef, 9)
  expect(near(`${'x '.repeat(9_998)}.reef`)).toBe(0)
  expect(near(`   ${'x '.repeat(9_998)}.reef`, 3)).toBe(0)
  expect(near(`   ${'x '.repeat(9_998)}reef`, 3)).toBeCloseTo(reef, 9)
})

test('the words of a query are marked in a text, small ones and others are not', () => {
  const ranges = (words: string, text: string): string =>
    matcherOf(words)
      .rangesIn(text)
      .map(([from, to]) => text.slice(from, to))
      .join(' ')
  expect(ranges('luff reef', 'The Luff, a reef')).toBe('Luff reef')
  expect(ranges('the luff', 'the keel')).toBe('')
  expect(ranges('luff', 'luffReef and luff-reef')).toBe('luffReef luff')
})

test('words that stand for one together are marked, and count where all of them are', () => {
  const alternatives = (terms: readonly string[]): Concept['alternatives'] => [
    { terms, weight: 1, way: 'parted', as: 'x' },
  ]
  const both = { word: 'x', matter: 1, rarity: 1, alternatives: alternatives(['luff', 'reef']) }
  const reef = { word: 'reef', matter: 1, rarity: 1, alternatives: alternatives(['reef']) }
  const small = { words: new Set<string>(), isSmall: () => false }
  for (const concepts of [
    [reef, both],
    [both, reef],
  ]) {
    const matcher = new Matcher(index, concepts, small)
    const shares = ['reef', 'luff', 'luff reef'].map((text) => matcher.shareOf(text))
    expect(shares[0]).toBeGreaterThan(0)
    expect(shares[1]).toBe(0)
    expect(shares[2]).toBeGreaterThan(shares[0] ?? 1)
  }
  expect(new Matcher(index, [both], small).rangesIn('luff keel reef')).toEqual([
    [0, 4],
    [10, 14],
  ])
  expect(new Matcher(index, [], small).shareOf('luff')).toBe(0)
})

test.each(['ck', 'cs', 'sz', 'gj', 'iy', 'ei', 'ae', 'kq', 'fp', 'bx', 'mt'])('the first letter %s', (pair) => {
  // Letters that sound alike are 0.6 of an edit, another first letter is 0.7 more, one that sounds alike 0.1.
  const edits = pair === 'fp' ? 1.1 : ['bx', 'mt'].includes(pair) ? 1.7 : 0.7
  const [one = '', other = ''] = pair
  for (const [typed, held] of [
    [one, other],
    [other, one],
  ] as const) {
    const { index: ofWord } = searchSourceOf({ 'a.md': `# T\n\n${held}ultramob\n` })
    const found = nearbyWords(ofWord, `${typed}ultramob`).map(({ word, likeness }) => `${word} ${likeness.toFixed(6)}`)
    expect(found).toEqual([`${held}ultramob ${(1 - edits / 10).toFixed(6)}`])
  }
})

test.each([1, 100])('terms are found in words with other letters, signs and endings; %i words asked for', (count) => {
  const written = ['Réef', 'LUFFs', 'v3.14', 'C++', '.NET', 'parseKeelText', '帆船', 'sheet’s']
  const others = Array.from(
    { length: count },
    (_, at) => `other${'abcdefghij'[at % 10]}${'klmnopqrst'[Math.floor(at / 10)]}`,
  )
  const own = searchSourceOf({ 'a.md': `# A\n\n${written.join(' and ')} 3.14\n\n${others.join(' ')}\n` })
  const terms = ['reef', 'luff', '3.14', 'c++', '.net', 'keel', '帆船', 'sheet', ...others].map(
    (word) => own.index.termOf(word) ?? word,
  )
  const alternatives = terms.map((term) => ({ terms: [term], weight: 1, way: 'same' as const, as: term }))
  const matcher = new Matcher(own.index, [{ word: 'x', matter: 1, rarity: 1, alternatives }], {
    words: new Set(),
    isSmall: () => false,
  })
  expect(written.map((word) => [...matcher.termsIn(`so ${word} it`)])).toEqual(terms.slice(0, 8).map((term) => [term]))
  expect([...matcher.termsIn('so it is')]).toEqual([])
})
