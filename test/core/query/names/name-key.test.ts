import { describe, expect, test } from '@jest/globals'
import { nameKey } from '../../../../src/core/query/names/name-key.ts'
import { typoOf } from '../../../../src/core/query/names/typo.ts'

test.each([
  ['Target Note', 'target note'],
  ['Target Note', 'target-note'],
  ['Target_Note', 'TargetNote'],
  ['Caf\u00e9', 'cafe\u0301'],
  ['Word count', 'Word%20count.md'],
  ['GPT-4', 'gpt 4'],
  ["Bayes' theorem", 'Bayes theorem'],
  ['What it is, and why', 'What it is and why'],
  ['Notes: a start', 'notes a start'],
])('%s is %s', (a, b) => {
  expect(nameKey(a)).toBe(nameKey(b))
})

test.each([
  ['gpt-3', 'gpt-4'],
  ['C', 'C++'],
  ['C', 'C#'],
  ['NET', '.NET'],
  ['1.5', '15'],
  ['1 2', '12'],
  ['v1.2', 'v12'],
  ['1,000', '1000'],
  ['2024-01-02', '20240102'],
  ['-5 degrees', '5 degrees'],
  ['Who', 'Who?'],
  ['肩部', '胸部'],
  ['Chapter 12', 'Chapter 13'],
])('%s is not %s', (a, b) => {
  expect(nameKey(a)).not.toBe(nameKey(b))
})

describe('typos', () => {
  test.each([
    ['gradient decent', 'Gradient descent', 'decent'],
    ['Gradient-desscent', 'gradient descent', 'desscent'],
    ['atention', 'Attention', 'atention'],
    ['retreival', 'Retrieval', 'retreival'],
  ])('%s of %s', (written, name, word) => {
    expect(typoOf(written, name)).toBe(word)
  })

  test.each([
    ['Hypotension', 'Hypertension'],
    ['Unsupervised', 'Supervised'],
    ['asymmetric', 'symmetric'],
    ['Statistic', 'Statistics'],
    ['cost', 'cast'],
    ['gpt-4 tuning', 'gpt-3 tuning'],
    ['肩部肌肉训练', '胸部肌肉训练'],
    ['Chapter 13', 'Chapter 12'],
    ['wrong words', 'right words'],
  ])('%s is none of %s', (written, name) => {
    expect(typoOf(written, name)).toBeUndefined()
  })
})
