import { expect, test } from '@jest/globals'
import { expandTabs } from '../../src/view/expand-tabs.ts'

test.each([
  ['a\tb', 0, 'a   b'],
  ['a\tb', 2, 'a b'],
  ['\t\tb\n\tc', 1, '       b\n    c'],
  ['漢\tb\t', 0, '漢  b   '],
  ['abcd\te', 0, 'abcd    e'],
])('%j from column %i', (text, start, expanded) => {
  expect(expandTabs(text, start)).toBe(expanded)
})

test('a line of very many tabs is expanded, each looked at once', () => {
  expect(expandTabs('\t'.repeat(200_000)).length).toBe(800_000)
})
