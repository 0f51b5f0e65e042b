import { expect, test } from '@jest/globals'
import { topicOrder } from '../../../src/core/publish/topic-order.ts'

const links = (pairs: Readonly<Record<string, number>>) => (a: number, b: number) =>
  pairs[`${Math.min(a, b)}${Math.max(a, b)}`] ?? 0

test('topics that share links are neighbours', () => {
  expect(topicOrder([5, 5, 5, 5], links({ '02': 9, '23': 9, '13': 9 }))).toEqual([0, 2, 3, 1])
})

test('links count by the sizes of the topics', () => {
  expect(topicOrder([100, 4, 4], links({ '01': 9, '12': 3 })).indexOf(1)).toBe(1)
})

test('an order given before is kept, and what is new comes after it', () => {
  expect(topicOrder([5, 5, 9, 7], links({ '01': 9 }), [1, 0])).toEqual([1, 0, 2, 3])
})
