import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { editCost } from '../../../../src/core/search/ranking/edit-cost.ts'
import { acronymsOf, shortFormsIn } from '../../../../src/core/search/ranking/short-forms.ts'
import { beginningOf, stemOf } from '../../../../src/core/search/ranking/stem.ts'
import { camelParts, joinedCompounds, wordsIn, wordTexts } from '../../../../src/core/search/ranking/words.ts'
import { summaryParts } from '../../../../src/core/search/index/note-terms.ts'
import { proseOf } from '../../../../src/core/search/ranking/prose.ts'

test.each([
  ['Jensen’s inequality', ['jensen', 'inequality']],
  ['Gödel', ['godel']],
  ['multi-armed', ['multi', 'armed']],
  ['機械学習', ['機械', '械学', '学習']],
])('words of %s', (text, words) => {
  expect(wordsIn(text).map((word) => word.text)).toEqual(words)
})

test('the fast way finds the same words, and places slice back', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40, unit: 'binary' }), (text) => {
      const words = wordsIn(text)
      expect(wordTexts(text)).toEqual(words.map((word) => word.text))
      for (const { start, end } of words) expect(text.slice(start, end).length).toBe(end - start)
    }),
  )
})

test('names written in one word, and compounds', () => {
  expect(camelParts('PixelRNN and CapsNet')).toEqual(['pixel', 'rnn', 'caps', 'net'])
  expect(joinedCompounds('Monte-Carlo')).toEqual(['montecarlo'])
})

test.each([
  ['distributions', 'distribution'],
  ['normalise', 'normalize'],
  ['modelling', 'model'],
  ['behaviour', 'behavior'],
])('%s and %s have one stem', (a, b) => {
  expect(stemOf(a)).toBe(stemOf(b))
})

test('a stem begins as its word does, so that a word can be ruled out unstemmed', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'aeiouyabcdegilnrstuwxz'), minLength: 1, maxLength: 9 })
  const ends = fc.constantFrom(
    '',
    'ing',
    'ying',
    'ed',
    'ies',
    'ied',
    'y',
    's',
    'isation',
    'our',
    'ely',
    'ally',
    'ational',
  )
  fc.assert(
    fc.property(letters, ends, (head, end) => {
      const word = head + end
      const stem = stemOf(word)
      expect(stem.length > 1 ? stem.slice(0, 2) : stem).toBe(stem.length > 1 ? beginningOf(word) : word.charAt(0))
    }),
    { numRuns: 3000 },
  )
  for (const word of ['dying', 'lying', 'tying', 'skies', 'centre'])
    expect(stemOf(word).slice(0, 2)).toBe(beginningOf(word))
})

test.each(['off-policy-learning - no', '-a-b c-', 'x-\u2011y', 'self–play, e-mail-', 'a--b-c'])(
  'compounds of %s are those that a pattern finds',
  (text) => {
    const compounds = [...text.matchAll(/[\p{L}\p{N}]+(?:[-‐‑–][\p{L}\p{N}]+)+/gu)].map(([found]) => found)
    expect(joinedCompounds(text)).toEqual(compounds.map((compound) => compound.replace(/[-‐‑–]/g, '')))
  },
)

describe('acronyms', () => {
  test.each([
    ['Grouped Query Attention (GQA)', 'gqa'],
    ['Monte-Carlo Tree Search', 'mcts'],
    ['Partially Observable MDP', 'pomdp'],
    ['Mixture of Experts', 'moe'],
    ['PPO - Proximal Policy Optimization', 'ppo'],
  ])('%s is called %s', (name, acronym) => {
    expect(acronymsOf(name).get(acronym)).toBe(1)
  })

  test('short forms that a text explains', () => {
    expect(shortFormsIn('by temporal difference (TD) learning (see below) and (NASA)')).toEqual([
      ['td', 'temporal difference'],
    ])
  })
})

test.each([
  ['capsule', 'kapsule', 0.6],
  ['tree', 'tere', 0.8],
  ['piece', 'peice', 0.8],
  ['corner', 'cornner', 0.6],
])('%s and %s differ by %d', (a, b, cost) => {
  expect(editCost(a, b, 3)).toBeCloseTo(cost)
  expect(editCost(a, b, cost / 2)).toBe(Infinity)
})

test('a summary parts into problem and idea', () => {
  expect(summaryParts('It is too slow here: cache what was computed.')).toEqual([
    'It is too slow here',
    'cache what was computed.',
  ])
  expect(summaryParts('Why is it slow? Nobody knows. Cache what was computed.')[1]).toBe('Cache what was computed.')
  expect(summaryParts('One idea.')).toEqual(['', 'One idea.'])
})

test('prose has no mathematics, comments or addresses', () => {
  expect(proseOf('a $x^2$ b <!-- c --> [d](https://e.org) %% f %% $5').split(/\s+/).join(' ')).toBe('a b [d] $5')
})
