import { expect, test } from '@jest/globals'
import fc from 'fast-check'
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

test('a text of ASCII alone has as many as where another letter makes Unicode count', () => {
  const ascii = fc.string({ unit: 'binary-ascii' })
  fc.assert(fc.property(ascii, (text) => expect(estimateTokens(text)).toBe(estimateTokens(`${text} 数`) - 1)))
})
