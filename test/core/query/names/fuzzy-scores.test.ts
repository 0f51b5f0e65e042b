import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fuzzyNames } from '../../../../src/core/query/names/fuzzy-names.ts'
import { fuzzyScores } from '../../../../src/core/query/names/fuzzy-scores.ts'
import { nearlyIn } from '../../../../src/core/query/names/nearly-in.ts'
import { noteAt, vaultOf } from '../../../support/vault-of.ts'

const word = fc
  .array(fc.constantFrom('a', 'b', 'c', 'ab', 'gradient', 'Descent', 'ü', '数学', '😀', '_', '3', "d'"), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(''))
const phrase = (least: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: least, maxLength: 6 }).map((words) => words.join(' '))

const empty = vaultOf({ '0.md': '', '1.md': '', '2.md': '', '3.md': '', '4.md': '', '5.md': '' })

test('scores are those of fuzzy search by names and summaries', () => {
  const note = fc.record({ title: phrase(1), aliases: fc.array(phrase(1), { maxLength: 2 }), summary: phrase(0) })
  fc.assert(
    fc.property(fc.array(note, { minLength: 1, maxLength: 6 }), phrase(1), (said, query) => {
      const notes = said.map((one, order) => ({ ...noteAt(empty, `${order}.md`), ...one }))
      const found = new Map(fuzzyNames(notes, query, 'summaries').map(({ path, score }) => [path, score]))
      const wanted = notes.map(({ path }) => found.get(path) ?? 0)
      expect(fuzzyScores(notes, query, 0).map(Math.round)).toEqual(wanted)
      const likely = fuzzyScores(notes, query, 49).map(Math.round)
      expect(likely.map((score) => (score < 50 ? 0 : score))).toEqual(wanted.map((score) => (score < 50 ? 0 : score)))
    }),
    { numRuns: 500 },
  )
})

test('a pattern is as far from a text as from its nearest part', () => {
  expect(nearlyIn('gradient', 'the gradeint of')).toBe(2)
  expect(nearlyIn('gradient', 'the gradiant of')).toBe(1)
  expect(nearlyIn('gradient', 'gradient')).toBe(0)
  expect(nearlyIn('abc', '')).toBe(3)
  expect(nearlyIn('a'.repeat(32), `${'a'.repeat(20)}b${'a'.repeat(12)}`)).toBe(1)
})
