import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { LikenessIndex } from '../../../../src/core/query/names/likeness-index.ts'

test('the first questions are answered as the later ones are', () => {
  const name = fc
    .array(fc.constantFrom('a', 'b', 'ab', 'ba', 'ü', '日本', ' ', '-'), { maxLength: 6 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(fc.array(name, { maxLength: 30 }), name, (names, asked) => {
      const named = names.map((one, order) => ({ name: one, value: order }))
      const later = new LikenessIndex(named)
      for (let turn = 0; turn < 10; turn++) later.like('abab')
      expect(new LikenessIndex(named).like(asked)).toEqual(later.like(asked))
    }),
    { numRuns: 1000 },
  )
})
