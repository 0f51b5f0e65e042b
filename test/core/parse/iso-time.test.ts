import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isoTime } from '../../../src/core/parse/iso-time.ts'

test('a time is written as Date writes it', () => {
  const time = fc.oneof(
    fc.double({ min: 0, max: 4e12, noNaN: true }),
    fc.integer({ min: -1e12, max: 8.64e15 }),
    fc.nat(1000).map((day) => day * 86_400_000),
    fc.nat(1000).map((day) => day * 86_400_000 - 0.25),
  )
  fc.assert(
    fc.property(fc.array(time, { minLength: 1, maxLength: 5 }), (times) => {
      expect(times.map(isoTime)).toEqual(times.map((one) => new Date(one).toISOString()))
    }),
    { numRuns: 2000 },
  )
  expect([Number.NaN, Number.POSITIVE_INFINITY].map(isoTime)).toEqual(['', ''])
})
