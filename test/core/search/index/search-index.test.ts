import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type SearchField, searchFields } from '../../../../src/core/search/fields.ts'
import { buildIndex, segmentOf } from '../../../../src/core/search/index/build-index.ts'
import { saidFields, type SearchIndex } from '../../../../src/core/search/index/search-index.ts'
import { vaultOf } from '../../../support/vault-of.ts'

type Texts = Readonly<Record<string, string>>

const indexOf = (texts: Texts): SearchIndex => buildIndex(vaultOf(texts), (path) => texts[path] ?? '')

/** The index of a later state, laid over that of an earlier one. */
function laidOver(index: SearchIndex, before: Texts, texts: Texts): SearchIndex {
  const [was, now] = [vaultOf(before), vaultOf(texts)]
  const numberOf = (path: string): number => now.notes.findIndex((note) => note.path === path)
  const isSame = (path: string): boolean => before[path] === texts[path]
  const changed = now.notes.filter(({ path }) => !isSame(path))
  const segment = segmentOf(changed, ({ path }) => texts[path] ?? '', index)
  return index.laidOver(
    now.size,
    Int32Array.from(was.notes, ({ path }) => (isSame(path) ? numberOf(path) : -1)),
    changed.length === 0 ? undefined : { segment, numbers: Int32Array.from(changed, ({ path }) => numberOf(path)) },
  )
}

const word = fc.constantFrom(...'sail sails sailing boat boats wind reef luff luffs keel'.split(' '))
const text = fc
  .record({ title: fc.array(word, { maxLength: 2 }), tag: fc.option(word), body: fc.array(word, { maxLength: 6 }) })
  .map(
    ({ title, tag, body }) =>
      `---\ntitle: ${title.join(' ')}\n${tag === null ? '' : `tags: [${tag}]\n`}---\n\n${body.join(' ')}\n`,
  )
const path = fc.constantFrom('a.md', 'b.md', 'c.md', 'd.md', 'e.md')
const texts = fc.dictionary(path, text, { minKeys: 1, noNullPrototype: true })

/** What each note holds of each term, read off the posting lists. */
function heldIn(
  index: SearchIndex,
  terms: readonly string[],
): readonly { term: string; note: number; weight: number; fields: number }[] {
  return terms.flatMap((term) => {
    const { notes, weights, fields } = index.postings(term) ?? { notes: [], weights: [], fields: [] }
    return Array.from(notes, (note, at) => ({
      term,
      note,
      weight: (weights[at] ?? 0) / 65_535,
      fields: fields[at] ?? 0,
    }))
  })
}

const allTerms = (index: SearchIndex): readonly string[] => [
  ...new Set(
    index.layers.flatMap(({ segment }) =>
      Array.from({ length: segment.terms.length }, (_, at) => segment.terms.at(at) ?? ''),
    ),
  ),
]
const bit = (field: SearchField): number => 1 << searchFields.indexOf(field)

/** Holds every answer of an index against its posting lists. */
function expectOneMind(index: SearchIndex): void {
  const terms = allTerms(index)
  const held = heldIn(index, terms)
  const said: unknown[] = []
  const expected: unknown[] = []
  for (const term of [...terms, 'never']) {
    const own = held.filter((one) => one.term === term)
    const isIn = (fields: number): boolean => own.some((one) => (one.fields & fields) !== 0)
    // Asked twice, since answers are remembered.
    said.push(index.spread(term), index.spread(term), index.has(term), index.isName(term), index.saysMuch(term))
    const names = bit('title') | bit('alias') | bit('acronym')
    expected.push(own.length, own.length, own.length > 0, isIn(names), isIn(255 - bit('body')))
    said.push(searchFields.map((field) => index.standsIn(term, bit(field))))
    expected.push(searchFields.map((field) => isIn(bit(field))))
    // The idf of BM25 (Robertson and Zaragoza 2009), which Lucene keeps above 0 by adding 1.
    said.push(index.rarity(term).toFixed(9))
    expected.push(Math.log(1 + (index.size - own.length + 0.5) / (own.length + 0.5)).toFixed(9))
  }
  const byTerm = (a: { term: string }, b: { term: string }): number => (a.term < b.term ? -1 : 1)
  for (let note = 0; note < index.size; note++) {
    said.push([...index.termsOf(note)].sort(byTerm))
    const own = held.filter((one) => one.note === note)
    expected.push(own.map(({ term, weight, fields }) => ({ term, weight, fields })).sort(byTerm))
  }
  expect(said).toEqual(expected)
}

test('all that an index says of terms and notes is what its posting lists say', () => {
  fc.assert(
    fc.property(texts, texts, texts, (first, second, third) => {
      const fresh = indexOf(first)
      expectOneMind(fresh)
      const later = laidOver(fresh, first, second)
      expectOneMind(later)
      expectOneMind(laidOver(later, second, third))
    }),
    { numRuns: 8, seed: 20264, endOnFailure: true },
  )
})

const rounded = (numbers: Iterable<number>): readonly number[] => Array.from(numbers, (one) => Number(one.toFixed(6)))

/** The lengths of notes by what the index says of each term that a note has. */
function lengthsOf(index: SearchIndex): readonly number[] {
  const held = heldIn(index, allTerms(index)).filter(
    ({ term, fields }) => index.spread(term) > 1 && (fields & saidFields) !== 0,
  )
  return Array.from({ length: index.size }, (_, note) =>
    Math.hypot(...held.filter((one) => one.note === note).map(({ term, weight }) => weight * index.rarity(term))),
  )
}

test('a note is as long as the vector of what it says and another note has, too, each term its weight times its idf', () => {
  fc.assert(
    fc.property(texts, texts, texts, (first, second, third) => {
      const index = indexOf(first)
      const lengths = lengthsOf(index)
      expect(rounded(index.noteLengths())).toEqual(rounded(lengths))
      // Once more after the posting lists were read one by one, and with all notes where they were.
      const same = index.laidOver(index.size, Int32Array.from(lengths.keys()))
      expect(rounded(same.noteLengths())).toEqual(rounded(lengths))
      expectOneMind(same)
      const later = laidOver(index, first, second)
      expect(rounded(later.noteLengths())).toEqual(rounded(lengthsOf(later)))
      const last = laidOver(later, second, third)
      expect(rounded(last.noteLengths())).toEqual(rounded(lengthsOf(last)))
    }),
    { numRuns: 20, seed: 20265, endOnFailure: true },
  )
})

test('what no note says in its own words makes none longer', () => {
  const bit = (fields: readonly SearchField[]): number =>
    fields.reduce((mask, field) => mask | (1 << searchFields.indexOf(field)), 0)
  expect(saidFields).toBe(bit(['title', 'alias', 'keyword', 'summary', 'heading', 'body']))
})

const states: readonly Texts[] = [
  {
    'a.md': '# Sailing Boats\n\nA temporal difference (TD) is learned. Sailing boats sail.\n',
    'b.md': '---\naliases: [Knots, Bowline]\n---\n# Ropes\n\nSails and sailors.\n',
    'c.md': '# Knots\n\nA monte carlo (MC) method. The luff.\n',
  },
  {
    'b.md': '---\naliases: [Knots, Bowline]\n---\n# Ropes\n\nSails and sailors.\n',
    'c.md': '# Knots\n\nA markov chain (MC), of the leech.\n',
    'd.md': '# Sailing Boats\n\nThe sailcloth.\n',
  },
]
const [before = {}, after = {}] = states
const fresh = indexOf(before)

test('names lead to notes, whatever their letters and wherever a later state has them', () => {
  const paths = (index: SearchIndex, of: Texts, name: string): readonly string[] =>
    [...index.named(name)].map((number) => Object.keys(of)[number] ?? '').sort()
  expect(paths(fresh, before, 'knots')).toEqual(['b.md', 'c.md'])
  expect(paths(fresh, before, 'sailing boats')).toEqual(['a.md'])
  expect(paths(fresh, before, 'sailing')).toEqual([])
  const later = laidOver(indexOf(before), before, after)
  expect(paths(later, after, 'knots')).toEqual(['b.md', 'c.md'])
  expect(paths(later, after, 'sailing boats')).toEqual(['d.md'])
  expect(paths(later, after, 'bowline')).toEqual(['b.md'])
  expect(paths(later, after, 'a')).toEqual([])
})

test('short forms that no note explains any more are gone', () => {
  expect(fresh.shortForms).toEqual([
    ['td', 'temporal difference'],
    ['mc', 'monte carlo'],
  ])
  expect(laidOver(indexOf(before), before, after).shortForms).toEqual([['mc', 'markov chain']])
})

test('words of the vault: those that begin with letters, those of a term, and the shortest of them', () => {
  const said = (index: SearchIndex, letters: string, most = Infinity): readonly string[] =>
    index.beginning(letters, most).map(({ text, term }) => `${text} ${term}`)
  expect(said(fresh, 'sail')).toEqual(['sail sail', 'sailing sail', 'sailors sailor', 'sails sail'])
  expect(said(fresh, 'sail', 2)).toEqual(['sail sail', 'sailing sail'])
  expect(said(fresh, 'sails')).toEqual(['sails sail'])
  expect(said(fresh, 'zz')).toEqual([])
  expect(said(fresh, '').length).toBe(fresh.layers[0]?.segment.words.length)
  expect([...fresh.wordsOf(new Set(['sail', 'luff', 'never']))].sort()).toEqual([
    ['luff', 'luff'],
    ['sail', 'sail'],
    ['sailing', 'sail'],
    ['sails', 'sail'],
  ])
  expect(['sail', 'boat', 'tempor', 'never'].map((term) => fresh.shortestWordOf(term))).toEqual([
    'sail',
    'boats',
    'temporal',
    'never',
  ])
})

test('the words that a later state has are its own', () => {
  const later = laidOver(indexOf(before), before, after)
  expect(['sailing', 'sails', 'sailcloth', 'luff', 'leech', 'temporal'].map((one) => later.termOf(one))).toEqual([
    'sail',
    'sail',
    'sailcloth',
    undefined,
    'leech',
    undefined,
  ])
  expect(['luff', 'leech', 'sail'].map((term) => later.spread(term))).toEqual([0, 1, 2])
  // Asked again, and of a state without the notes that were added.
  expect(later.termOf('luff')).toBeUndefined()
  const none = later.laidOver(
    0,
    Int32Array.from({ length: 3 }, () => -1),
  )
  expect([none.size, none.has('leech'), none.termOf('sails'), none.named('knots'), none.shortForms]).toEqual([
    0,
    false,
    undefined,
    [],
    [],
  ])
})

test('an index of nothing says nothing', () => {
  const none = indexOf({})
  expect([none.postings('a'), none.spread('a'), none.termOf('a'), none.languages, none.shortForms]).toEqual([
    undefined,
    0,
    undefined,
    [],
    [],
  ])
  expect([none.beginning('a', 5), none.termsOf(0), none.named('a'), none.keptTerms(['a'])]).toEqual([
    [],
    [],
    [],
    [undefined],
  ])
  expect(none.noteLengths()).toHaveLength(0)
})
