import { expect, test } from '@jest/globals'
import type { Alternative } from '../../../../src/core/search/ranking/alternative.ts'
import { type Concept, matter } from '../../../../src/core/search/ranking/concepts.ts'
import { type Ranked, rankByWords } from '../../../../src/core/search/ranking/rank-notes.ts'
import { searchSourceOf } from '../../../support/search-source-of.ts'

const { index } = searchSourceOf({
  'a.md': '# A\n\nThe luff and the reef.\n',
  'b.md': '# B\n\nThe luff and the reef, the keel and the boom; the keel.\n',
  'c.md': '# C\n\nThe boom of it.\n',
  'd.md': '# D\n\nThe other.\n',
})
const one = (terms: string, weight: number, more: Partial<Alternative> = {}): Alternative => ({
  terms: terms.split(' '),
  weight,
  way: 'same',
  as: terms,
  ...more,
})
const concept = (alternatives: readonly Alternative[], more: Partial<Concept> = {}): Concept => ({
  word: 'x',
  matter: 10,
  rarity: 2,
  alternatives,
  ...more,
})
const of = (ranked: readonly Ranked[], note: number): Ranked | undefined => ranked.find((found) => found.note === note)

/** How sure it is that a word was meant: a synonym by the square of its likeness, a typo by what lacks to the word, two and a half times. */
test.each<[string, Alternative, number]>([
  ['the word', one('luff', 1), 1],
  ['a beginning', one('luff', 0.8, { way: 'beginning' }), 0.8],
  ['a spelling', one('luff', 0.9, { way: 'spelling' }), 0.9],
  ['a synonym', one('luff', 0.6, { way: 'synonym' }), 0.36],
  ['a synonym of what the vault lacks', one('luff', 0.94, { way: 'synonym', likeness: 0.8 }), 0.64],
  ['a typo', one('luff', 0.9, { way: 'typo' }), 0.75],
  ['a typo far from the word', one('luff', 0.5, { way: 'typo' }), 0],
  ['two words', one('luff reef', 0.9, { way: 'parted' }), 0.9],
])('%s is sure', (_, alternative, sure) => {
  const alone = of(rankByWords(index, [concept([alternative])]), 0)
  expect([alone?.sureness, alone?.coverage].map((value) => value?.toFixed(9))).toEqual([
    sure.toFixed(9),
    sure.toFixed(9),
  ])
  // Beside a word three times as rare that nothing stands for, a quarter of the query is covered.
  const beside = of(rankByWords(index, [concept([alternative]), concept([], { rarity: 6 })]), 0)
  expect([beside?.sureness.toFixed(9), beside?.coverage.toFixed(9)]).toEqual([sure.toFixed(9), (sure / 4).toFixed(9)])
})

test('what a note gets is the best of what stands for each word, by its worth, of what all words matter', () => {
  const score = (note: number, ...concepts: readonly Concept[]): number =>
    of(rankByWords(index, concepts), note)?.score ?? 0
  const [luff, reef, boom] = ['luff', 'reef', 'boom'].map((term) => concept([one(term, 1)])) as [
    Concept,
    Concept,
    Concept,
  ]
  const all = score(0, luff)
  expect(all).toBeGreaterThan(0)
  expect(score(0, concept([one('luff', 0.6)]))).toBeCloseTo(0.6 * all, 9)
  expect(score(0, concept([one('luff', 0.6), one('luff', 0.9), one('luff', 0.3)]))).toBeCloseTo(0.9 * all, 9)
  expect(score(0, luff, boom)).toBeCloseTo(all / 2, 9)
  expect(score(0, luff, reef)).toBeCloseTo((all + score(0, reef)) / 2, 9)
  expect(score(0, luff, concept([one('boom', 1)], { matter: 30 }))).toBeCloseTo(all / 4, 9)
  // Several words need all of themselves, and give their mean.
  expect(score(0, concept([one('luff reef', 1)]))).toBeCloseTo((all + score(0, reef)) / 2, 9)
  expect(score(0, concept([one('luff keel', 1)]))).toBe(0)
  expect(score(0, concept([one('luff never', 1)]))).toBe(0)
  // A word is worth no more than the one typed: a share of a smaller whole is as large.
  const most = matter(index, 'luff')
  const share = (10 * all) / most
  expect(score(0, concept([one('luff', 1)], { matter: most }))).toBeCloseTo(share, 9)
  expect(score(0, concept([one('luff', 1)], { matter: most / 4 }))).toBeCloseTo(share, 9)
  expect(score(0, concept([one('luff', 1)], { matter: 4 * most }))).toBeCloseTo(share / 4, 9)
})

test('notes come best first, then by their numbers; nothing is found where nothing matters', () => {
  const order = (...concepts: readonly Concept[]): readonly number[] =>
    rankByWords(index, concepts).map(({ note }) => note)
  expect(order(concept([one('boom', 1)]))).toEqual([2, 1])
  expect(order(concept([one('luff', 0)]))).toEqual([0, 1])
  expect(order(concept([one('never', 1)]))).toEqual([])
  expect(order(concept([one('luff', 1)], { matter: 0 }))).toEqual([])
  expect(order()).toEqual([])
  expect(rankByWords(index, [concept([one('luff', 1)], { rarity: 0 })]).map(({ coverage }) => coverage)).toEqual([0, 0])
})
