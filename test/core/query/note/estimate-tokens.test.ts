import { expect, test } from '@jest/globals'
import { estimateTokens } from '../../../../src/core/query/note/estimate-tokens.ts'

test.each([
  ['', 0],
  [' \n\t', 0],
  ['word', 1],
  ['extraordinary', 3],
  ['two words', 2],
  ['1234567', 3],
  ['机器学习', 4],
  ['crème brûlée', 2],
  ['préférée', 3],
  ['сеть', 2],
  ['a, b', 3],
])('%j is about %i tokens', (text, tokens) => {
  expect(estimateTokens(text)).toBe(tokens)
})
