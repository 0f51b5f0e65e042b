import { expect, test } from '@jest/globals'
import { everydaySynonyms } from '../../../../src/core/search/ranking/everyday-synonyms.ts'
import { softwareSynonyms } from '../../../../src/core/search/ranking/software-synonyms.ts'
import { technicalSynonyms } from '../../../../src/core/search/ranking/technical-synonyms.ts'
import { generalThesaurus, Thesaurus } from '../../../../src/core/search/ranking/thesaurus.ts'
import { wordsIn } from '../../../../src/core/search/words/words-in.ts'

const wordsOf = (phrase: string): readonly string[] => wordsIn(phrase).map(({ text }) => text)

test('every word of a group finds all others of it', () => {
  const groups = [everydaySynonyms, technicalSynonyms, softwareSynonyms].flatMap((table) =>
    table
      .trim()
      .split('\n')
      .map((line) => line.split(', ')),
  )
  const thesaurus = generalThesaurus([], [], true)
  const lost = groups.flatMap((group) =>
    group.flatMap((word) => {
      const found = new Set(thesaurus.sameAs(wordsOf(word)).map(({ as }) => as))
      return group
        .filter((other) => other !== word && wordsOf(other).length > 0 && !found.has(other))
        .map((other) => `${word}: ${other}`)
    }),
  )
  expect(lost).toEqual([])
})

test('a word whose stem begins otherwise, or that is no ASCII, finds its group', () => {
  const thesaurus = new Thesaurus().add([['dying', 'Ökologie', 'a b', '42']], 1)
  for (const word of ['die', 'ökologie', 'a b', '42'])
    expect(thesaurus.sameAs(wordsOf(word)).map(({ as }) => as)).toHaveLength(3)
})

test('groups come in the order they were added', () => {
  const thesaurus = new Thesaurus().add([['dying', 'first']], 0.5).add([['die', 'second']], 0.8)
  expect(thesaurus.sameAs(['die']).map(({ as, weight }) => [as, weight])).toEqual([
    ['first', 0.5],
    ['second', 0.8],
  ])
})
