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

test('an index in which groups were replaced answers as a new one', () => {
  const name = fc
    .array(fc.constantFrom('a', 'b', 'ab', 'ba', 'ü', '日本', ' '), { maxLength: 6 })
    .map((all) => all.join(''))
  const groups = fc.array(fc.array(name, { maxLength: 4 }), { minLength: 1, maxLength: 8 })
  const changes = fc.array(fc.tuple(fc.nat(7), fc.array(name, { maxLength: 4 })), { maxLength: 6 })
  const namedOf = (
    names: readonly string[],
    group: number,
  ): readonly { name: string; value: string; group: number }[] =>
    names.map((one, order) => ({ name: one, value: `${group}/${order}`, group }))
  fc.assert(
    fc.property(groups, changes, fc.array(name, { minLength: 1, maxLength: 4 }), (before, changed, asked) => {
      const now = [...before]
      const followed = new LikenessIndex(before.flatMap(namedOf))
      for (const [number, names] of changed) {
        const group = number % now.length
        now[group] = names
        followed.replace(group, namedOf(names, group))
      }
      const anew = new LikenessIndex(now.flatMap(namedOf))
      for (const one of asked) expect(followed.like(one)).toEqual(anew.like(one))
    }),
    { numRuns: 1000 },
  )
})
