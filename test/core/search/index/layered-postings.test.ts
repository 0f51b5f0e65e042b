import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { LayeredPostings, type Postings } from '../../../../src/core/search/index/layered-postings.ts'

function postings(notes: readonly number[], weight: number): Postings {
  return {
    notes: Uint32Array.from(notes),
    weights: Uint16Array.from(notes, (note) => note + weight),
    fields: Uint16Array.from(notes, () => 1),
  }
}

const numbers = (most: number) =>
  fc.uniqueArray(fc.nat(most - 1), { maxLength: most }).map((all) => [...all].sort((a, b) => a - b))

test('changed notes take the place of what they had, wherever they stand in a list, and notes at the end may be new or gone', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: -3, max: 3 }),
      numbers(60),
      numbers(66),
      numbers(66),
      (before, more, held, changed, said) => {
        const size = Math.max(1, before + more)
        const isChanged = (number: number) => number >= before || changed.includes(number)
        const origins = Int32Array.from({ length: size }, (_, number) => (isChanged(number) ? -1 : number))
        const older = held.filter((number) => number < before)
        const later = said.filter((number) => number < size && isChanged(number))
        const merged = new LayeredPostings(origins).merge(postings(older, 100), postings(later, 500))
        const kept = older.filter((number) => number < size && !isChanged(number))
        const expected = [...kept.map((note) => [note, note + 100]), ...later.map((note) => [note, note + 500])]
        expect([...merged.notes].map((note, at) => [note, merged.weights[at]])).toEqual(
          expected.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0)),
        )
      },
    ),
    { numRuns: 500 },
  )
})

test('a long list that no change concerns is handed on as it is', () => {
  const older = postings(
    Array.from({ length: 40 }, (_, at) => 2 * at),
    0,
  )
  const origins = Int32Array.from({ length: 100 }, (_, number) => (number === 33 ? -1 : number))
  expect(new LayeredPostings(origins).merge(older, undefined)).toBe(older)
})
