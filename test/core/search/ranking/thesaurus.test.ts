import { expect, test } from '@jest/globals'
import { everydaySynonyms } from '../../../../src/core/search/ranking/everyday-synonyms.ts'
import { softwareSynonyms } from '../../../../src/core/search/ranking/software-synonyms.ts'
import { technicalSynonyms } from '../../../../src/core/search/ranking/technical-synonyms.ts'
import { generalThesaurus, Thesaurus } from '../../../../src/core/search/ranking/thesaurus.ts'
import { stemOf } from '../../../../src/core/search/words/english-stem.ts'
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

test('a stem begins as its word does, but for its last three letters', () => {
  const written = [everydaySynonyms, technicalSynonyms, softwareSynonyms].flatMap(
    (table) => table.match(/[a-z]+/g) ?? [],
  )
  const endings = ['', 's', 'ies', 'ed', 'ing', 'er', 'ation', 'isation', 'ability', 'ousness', 'alise', 'our', 'tre']
  const other = [...new Set(written)].flatMap((word) =>
    endings.flatMap((ending) => {
      const stem = stemOf(word + ending)
      return (word + ending).startsWith(stem.slice(0, Math.max(2, stem.length - 3)))
        ? []
        : [`${word + ending}: ${stem}`]
    }),
  )
  // The second is no word; the others are looked for with a y as well.
  expect(other.sort()).toEqual(['dying: die', 'isation: izat', 'lying: lie'])
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

test('short forms of notes count most, then what the configuration says, then tables; general ones are left out where they are unwanted', () => {
  const sameAs = (general: boolean, ...words: readonly string[]): readonly string[] =>
    generalThesaurus(
      [['car', 'luffmobile']],
      [
        ['ca', 'car'],
        ['lm', 'luffmobile'],
      ],
      general,
    )
      .sameAs(words)
      .map(({ as, weight, stems }) => `${as} ${weight} ${stems.join('+')}`)
  expect(sameAs(false, 'cars')).toEqual(['luffmobile 0.8 luffmobil', 'ca 0.85 ca'])
  expect(sameAs(false, 'lm')).toEqual(['luffmobile 0.85 luffmobil'])
  expect(sameAs(false, 'luffmobile', 'car')).toEqual([])
  const general = sameAs(true, 'cars')
  expect(general).toContain('automobile 0.6 automobil')
  expect(general.slice(-2)).toEqual(['luffmobile 0.8 luffmobil', 'ca 0.85 ca'])
})

test('a table holds a group a line, whose phrases begin with anything', () => {
  const thesaurus = new Thesaurus().addTable('\nluff, front edge\nn-gram, reef\nx, dying, 5 a\nreef, luff\n', 0.5)
  const sameAs = (...words: readonly string[]): string =>
    thesaurus
      .sameAs(words)
      .map(({ as }) => as)
      .join(', ')
  expect(sameAs('luff')).toBe('front edge, reef')
  expect(sameAs('front', 'edges')).toBe('luff')
  expect(sameAs('edge')).toBe('')
  expect(sameAs('reef')).toBe('n-gram, luff')
  expect(sameAs('n', 'gram')).toBe('reef')
  expect(sameAs('x')).toBe('dying, 5 a')
  expect(sameAs('die')).toBe('x, 5 a')
  expect(sameAs('5', 'a')).toBe('x, dying')
  // Once more, from what is kept.
  expect(sameAs('luff')).toBe('front edge, reef')
})
