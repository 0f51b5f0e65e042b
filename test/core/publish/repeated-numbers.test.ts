import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readRepeated, writeRepeated } from '../../../src/core/publish/repeated-numbers.ts'

test('what was met before under its key is told by how long ago', () => {
  const keys = [1, 1, 2, 1, 1, 2]
  expect(writeRepeated([7, 9, 7, 7, 9, 7], (at) => keys[at] ?? 0)).toEqual({
    places: [0, 1, 0, 1, 1, 0],
    fresh: [7, 9, 7],
  })
})

test('numbers come back as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(65_535), fc.nat(3))), (pairs) => {
      const keyAt = (at: number): number => pairs[at]?.[1] ?? 0
      const numbers = pairs.map(([number]) => number)
      expect(readRepeated(writeRepeated(numbers, keyAt), keyAt)).toEqual(numbers)
    }),
  )
})
