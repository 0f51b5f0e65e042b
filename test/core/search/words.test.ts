import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { editCost } from '../../../src/core/search/ranking/edit-cost.ts'
import { acronymsOf, shortFormsIn } from '../../../src/core/search/ranking/short-forms.ts'
import { stemOf } from '../../../src/core/search/words/english-stem.ts'
import { foldText } from '../../../src/core/search/words/fold.ts'
import { languages } from '../../../src/core/search/words/languages.ts'
import { formsOf } from '../../../src/core/search/words/parts.ts'
import { wordsIn } from '../../../src/core/search/words/words-in.ts'

const texts = (text: string, kind: 'name' | 'markdown' = 'name'): readonly string[] =>
  wordsIn(text, kind).map((word) => word.text)

test.each([
  ['Jensen’s inequality', ['jensen', 'inequality']],
  ["don't l'amour qu'est-ce", ['don', 'l', 'amour', 'qu', 'est', 'ce']],
  ['Gödel', ['godel']],
  ['multi-armed snake_case', ['multi', 'armed', 'snake', 'case']],
  ['機械学習', ['机械', '械学', '学习']],
  ['铁路12306抢票', ['铁路', '12306', '抢票']],
  ['使用GPU训练', ['使用', 'gpu', '训练']],
  ['猫', ['猫']],
  ['학습을', ['학습', '습을']],
  ['ＧＰＵ訓練', ['gpu', '训练']],
  ['C++ and C#', ['c', 'c++', 'and', 'c', 'c#']],
  ['the .NET runtime', ['the', 'net', '.net', 'runtime']],
  ['v18.2.1 of 3.14', ['18.2.1', 'of', '3.14']],
  ['𠮷野家', ['𠮷野', '野家']],
])('words of %s', (text, words) => {
  expect(texts(text)).toEqual(words)
})

test.each([
  ['see [text](https://example.org/path "title") and https://example.org/x.', ['see', 'text', 'and']],
  ['<b class="x">bold</b> and vector<int>', ['bold', 'and', 'vector', 'int']],
  ['a <!-- hidden --> b %% hidden %% c', ['a', 'b', 'c']],
  ['$\\frac{QK^T}{\\sqrt{d}}$', ['qk', 't', 'sqrt', 'd']],
  ['a block ^id-1\nmore', ['a', 'block', 'more']],
  ['[[note|shown]] ![[image.png]]', ['note', 'shown', 'image', 'png']],
])('words of the markdown %s', (text, words) => {
  expect(texts(text, 'markdown')).toEqual(words)
})

test.each([
  ['Straße', 'strasse'],
  ['œufs', 'oeufs'],
  ['Łódź', 'lodz'],
  ['Đà Nẵng', 'da nang'],
  ['ışık', 'isik'],
  ['ægis', 'aegis'],
  ['й ё', 'й е'],
  ['ｱｲｽ アイス', 'あいす あいす'],
  ['가방', '가방'],
  ['हिन्दी', 'हिंदी'],
  ['हिंदी', 'हिंदी'],
  ['गेहूँ ज़मीन', 'गेहूं जमीन'],
  ['अन्य', 'अन्य'],
  ['Ὀδυσσεύς', 'οδυσσευσ'],
])('%s folds to %s', (text, folded) => {
  expect(foldText(text)).toBe(folded)
})

test.each([
  ['parseHTTPResponse', ['parsehttpresponse', 'parse', 'http', 'response']],
  ['PixelRNN', ['pixelrnn', 'pixel', 'rnn']],
  ['v18.2', ['18.2', '18']],
  ['LLMs', ['llm']],
  ['iOS', ['ios', 'os']],
  ['plain', ['plain']],
  ['x'.repeat(41), []],
])('%s is found by %j', (raw, words) => {
  expect(formsOf(raw).words).toEqual(words)
})

test('places slice back, and no text is too strange', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 40, unit: 'binary' }),
      fc.constantFrom('name', 'markdown' as const),
      (text, kind) => {
        for (const { start, end } of wordsIn(text, kind)) expect(start < end && end <= text.length).toBe(true)
      },
    ),
  )
})

test.each([
  ['distributions', 'distribution'],
  ['normalise', 'normalize'],
  ['modelling', 'model'],
  ['behaviour', 'behavior'],
])('%s and %s have one stem', (a, b) => {
  expect(stemOf(a)).toBe(stemOf(b))
})

test.each([
  ['de', 'hauser', 'haus'],
  ['fr', 'recettes', 'recette'],
  ['es', 'corazones', 'corazon'],
  ['ru', 'нейронные', 'нейронных'],
])('in %s %s and %s have one stem', (code, a, b) => {
  const language = languages.get(code)
  expect(language?.stem(a)).toBe(language?.stem(b))
})

test.each(['ios', 'was', 'gas'])('%s is no plural', (word) => {
  expect(stemOf(word)).toBe(word)
})

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
