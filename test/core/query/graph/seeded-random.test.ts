import { expect, test } from '@jest/globals'
import { seededRandom } from '../../../../src/core/query/graph/seeded-random.ts'

test('the same seed gives the same numbers from 0 to 1, another seed others', () => {
  const draw = (seed: number): readonly number[] => Array.from({ length: 50 }, seededRandom(seed))
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
  expect(draw(7).every((number) => number >= 0 && number < 1)).toBe(true)
})
