import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildIndex, segmentOf } from '../../../src/core/search/index/build-index.ts'
import type { SearchIndex } from '../../../src/core/search/index/search-index.ts'
import { searchFields } from '../../../src/core/search/fields.ts'
import { exactMatches } from '../../../src/core/search/exact-matches.ts'
import type { Alternative, Way } from '../../../src/core/search/ranking/alternative.ts'
import type { Concept } from '../../../src/core/search/ranking/concepts.ts'
import { Matcher } from '../../../src/core/search/ranking/matcher.ts'
import { nearbyWords } from '../../../src/core/search/ranking/nearby-words.ts'
import { rankByWords } from '../../../src/core/search/ranking/rank-notes.ts'
import { WordTable } from '../../../src/core/search/index/word-table.ts'
import { formsOf } from '../../../src/core/search/words/parts.ts'
import { patternFinder } from '../../../src/io/files/find-pattern.ts'
import { expectSame } from '../../support/expect-same.ts'
import { vaultOf } from '../../support/vault-of.ts'
import { plainIndexOf } from './plain-index.ts'

const runs = { numRuns: 30, seed: 20260, endOnFailure: true }

/** Words with all that the index knows of words: short forms, plurals of them, names in one word, versions, signs, runs without blanks, long words. */
const word = fc.constantFrom(
  ...'sail sails sailing boat boats the of wind windward apparent luff MAP map maps GPUs gpu TD td iPhone'.split(' '),
  ...'parseHTTP 1.2.3 v1.2 naïve Straße C++ node.js wi-fi 日本語 東京 日 internationalisation incomprehensibilities'.split(
    ' ',
  ),
)
const words = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 1, maxLength }).map((some) => some.join(' '))

/** The text of a note with any of the fields that search looks into. */
const noteText = fc
  .record({
    title: fc.option(words(3)),
    aliases: fc.array(words(2), { maxLength: 2 }),
    keywords: fc.array(words(2), { maxLength: 2 }),
    topics: fc.array(words(1), { maxLength: 2 }),
    summary: fc.option(words(6)),
    heading: fc.option(words(3)),
    body: fc.array(words(12), { maxLength: 3 }),
    repeated: fc.constantFrom(0, 0, 0, 61, 70),
  })
  .map(({ title, aliases, keywords, topics, summary, heading, body, repeated }) =>
    [
      '---',
      ...(title === null ? [] : [`title: "${title}"`]),
      `aliases: ${JSON.stringify(aliases)}`,
      `keywords: ${JSON.stringify(keywords)}`,
      `topics: ${JSON.stringify(topics)}`,
      ...(summary === null ? [] : [`summary: "${summary}"`]),
      '---',
      ...(heading === null ? [] : [`## ${heading}`, '']),
      ...body.flatMap((line) => [line, '']),
      'luff '.repeat(repeated),
    ].join('\n'),
  )

const path = fc.constantFrom('a.md', 'b.md', 'sail-trim.md', 'sailing/knots.md', 'sailing/c.md', 'd_e.md')
const textsOf = (maxLength: number): fc.Arbitrary<Record<string, string>> =>
  fc.dictionary(path, noteText, { minKeys: 1, maxKeys: maxLength, noNullPrototype: true })

function indexOf(texts: Readonly<Record<string, string>>): SearchIndex {
  return buildIndex(vaultOf(texts), (one) => texts[one] ?? '')
}

const fieldsIn = (mask: number): readonly string[] => searchFields.filter((_, bit) => (mask & (1 << bit)) !== 0)

test('the index holds what a plain reading of BM25F says, term by term', () => {
  fc.assert(
    fc.property(textsOf(5), (texts) => {
      const plain = plainIndexOf(vaultOf(texts), texts)
      const index = indexOf(texts)
      const terms = new Set(index.layers.flatMap(({ segment }) => Array.from(segment.terms as readonly string[])))
      expect([...terms].filter((term) => index.has(term)).sort()).toEqual([...plain.keys()].sort())
      const held = [...plain.keys()].map((term) => {
        const { notes = [], fields = [] } = index.postings(term) ?? {}
        return [term, index.spread(term), ...Array.from(notes, (note, at) => [note, fieldsIn(fields[at] ?? 0)])]
      })
      expect(held).toEqual(
        [...plain].map(([term, some]) => [term, some.length, ...some.map(({ note, fields }) => [note, fields])]),
      )
      const far = [...plain].flatMap(([term, some]) =>
        some.filter(({ weight }, at) => Math.abs((index.postings(term)?.weights[at] ?? 0) - 65_535 * weight) > 0.51),
      )
      expect(far).toEqual([])
    }),
    runs,
  )
})

test('an index that is laid over an older one finds what one made anew finds', () => {
  const plainWords = fc.constantFrom(...'sail sails boat boats wind luff naïve 日本語 wi-fi 1.2.3'.split(' '))
  const text = fc
    .array(plainWords, { maxLength: 8 })
    .map((some) => `# ${some.slice(0, 2).join(' ')}\n\n${some.join(' ')}\n`)
  const vault = fc.dictionary(path, text, { minKeys: 1, noNullPrototype: true })
  fc.assert(
    fc.property(vault, vault, vault, (first, ...states) => {
      let [was, index] = [first, indexOf(first)]
      for (const texts of states) {
        const [before, now] = [vaultOf(was), vaultOf(texts)]
        const isSame = (one: string): boolean => was[one] === texts[one]
        const numberOf = (one: string): number => now.notes.findIndex((note) => note.path === one)
        const numbers = Int32Array.from(before.notes, (note) => (isSame(note.path) ? numberOf(note.path) : -1))
        const changed = now.notes.filter((note) => !isSame(note.path))
        const segment = segmentOf(changed, (note) => texts[note.path] ?? '', index)
        const ofChanged = Int32Array.from(changed, (note) => numberOf(note.path))
        index = index.laidOver(now.size, numbers, { segment, numbers: ofChanged })
        was = texts
      }
      const anew = indexOf(was)
      const terms = new Set(
        [...index.layers, ...anew.layers].flatMap(({ segment }) => segment.terms as readonly string[]),
      )
      const answers = (one: SearchIndex): readonly unknown[] => [
        ...[...terms].sort().map((term) => {
          const { notes = [], fields = [] } = one.postings(term) ?? {}
          const held = Array.from(notes, (note, at) => [note, fields[at] ?? 0] as const).sort((a, b) => a[0] - b[0])
          return [term, one.spread(term), one.isName(term), one.saysMuch(term), ...held]
        }),
        ...['luffing', '日本', '1.2', '1', 'wi', 'naive'].map((asked) => one.termOf(asked)),
        ...['sail', 'boats wind', 'a', 'sail trim'].map((name) => [...one.named(name)].sort()),
        ...[0, 1, 2].map((note) =>
          one
            .termsOf(note)
            .map(({ term }) => term)
            .sort(),
        ),
        [...one.wordsOf(new Set(['sail', 'luff']))].filter(([, term]) => one.has(term)).length > 0,
      ]
      expectSame(answers(index), answers(anew))
    }),
    runs,
  )
})

/** A vault to rank and match in, and its index as plain data. */
const shipped = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [
    `n${at}.md`,
    `# Note ${at}\n\n${'sail boat wind luff reef helm tack gybe sails'
      .split(' ')
      .filter((_word, place) => (at * 7 + place * 5) % 3 === 0 || place === at % 8)
      .map((one, place) => `${one} `.repeat(1 + ((at + place) % 3)))
      .join('and the ')}\n`,
  ]),
)
const index = indexOf(shipped)
const plain = plainIndexOf(vaultOf(shipped), shipped)
const terms = ['sail', 'boat', 'wind', 'luff', 'reef', 'helm', 'tack', 'gybe', 'keel']
const rarityOf = (term: string): number => {
  const df = plain.get(term)?.length ?? 0
  return Math.log(1 + (12 - df + 0.5) / (df + 0.5))
}
const matterOf = (term: string): number => rarityOf(term) ** 0.45

const alternative = fc.record({
  terms: fc.uniqueArray(fc.constantFrom(...terms), { minLength: 1, maxLength: 3 }),
  weight: fc.constantFrom(0.3, 0.5, 0.7, 0.9, 1),
  likeness: fc.option(fc.constantFrom(0.2, 0.6)),
  way: fc.constantFrom<Way>('same', 'typo', 'synonym', 'beginning'),
})
const concepts: fc.Arbitrary<readonly Concept[]> = fc
  .array(
    fc.record({
      matter: fc.constantFrom(0.4, 0.8, 1.3),
      rarity: fc.constantFrom(0, 0.5, 2),
      of: fc.array(alternative, { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((some) =>
    some.map(({ of, ...concept }, at) => ({
      ...concept,
      word: `w${at}`,
      alternatives: of.map(({ likeness, ...one }): Alternative => ({
        ...one,
        as: one.terms.join(' '),
        ...(likeness === null ? {} : { likeness }),
      })),
    })),
  )
const near = (value: number): number => Number(value.toFixed(3))
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

test('notes rank by the best that stands for each word, never by more than the word typed is worth', () => {
  const sureness = ({ way, weight, likeness }: Alternative): number =>
    way === 'synonym' ? (likeness ?? weight) ** 2 : way === 'typo' ? Math.max(0, 2.5 * weight - 1.5) : weight
  fc.assert(
    fc.property(concepts, (asked) => {
      const expected = Object.keys(shipped).map((_path, note) => {
        const held = asked.map(({ matter, rarity, alternatives }) => {
          const found = alternatives.flatMap((one) => {
            const weights = one.terms.map((term) => plain.get(term)?.find((posting) => posting.note === note)?.weight)
            if (weights.includes(undefined)) return []
            const values = one.terms.map(
              (term, at) => one.weight * Math.min(matter, matterOf(term)) * (weights[at] ?? 0),
            )
            return [{ value: sumOf(values) / values.length, sure: sureness(one) }]
          })
          const sure = Math.max(0, ...found.map((one) => one.sure))
          return {
            holds: found.length > 0,
            score: Math.min(matter, Math.max(0, ...found.map(({ value }) => value))),
            sure,
            covered: sure * rarity,
          }
        })
        const rarity = sumOf(asked.map((one) => one.rarity))
        return {
          note,
          holds: held.some(({ holds }) => holds),
          score: near(sumOf(held.map(({ score }) => score)) / sumOf(asked.map(({ matter }) => matter))),
          coverage: near(rarity === 0 ? 0 : sumOf(held.map(({ covered }) => covered)) / rarity),
          sureness: near(Math.max(...held.map(({ sure }) => sure))),
        }
      })
      const ranked = rankByWords(index, asked)
      const byNote = ranked.map(({ note, score, coverage, sureness: sure }) => ({
        note,
        score: near(score),
        coverage: near(coverage),
        sureness: near(sure),
      }))
      expect(byNote.toSorted((a, b) => a.note - b.note)).toEqual(
        expected
          .filter(({ holds }) => holds)
          .map(({ note, score, coverage, sureness: sure }) => ({ note, score, coverage, sureness: sure })),
      )
      for (const [at, one] of ranked.slice(1).entries()) expect(ranked[at]?.score).toBeGreaterThanOrEqual(one.score)
    }),
    runs,
  )
})

test('a text answers the share of the query that its words stand for, and is nearest where eight words answer most', () => {
  const said = fc.array(fc.constantFrom(...terms, 'other', 'more', 'words', 'sails', 'the'), { maxLength: 30 })
  fc.assert(
    fc.property(concepts, said, fc.nat(8), (asked, some, before) => {
      const total = sumOf(asked.map(({ matter }) => matter))
      const shareOf = (held: readonly string[]): number => {
        const stems = new Set(held.map((one) => one.replace(/s$/, '')))
        const worths = asked.map(({ matter, alternatives }) =>
          Math.max(
            0,
            ...alternatives
              .filter((one) => one.terms.every((term) => stems.has(term) && plain.has(term)))
              .map((one) => one.weight * Math.min(1, Math.min(...one.terms.map(matterOf)) / matter)),
          ),
        )
        return sumOf(worths.map((worth, at) => worth * (asked[at]?.matter ?? 0))) / total
      }
      const matcher = new Matcher(index, asked, { words: new Set(), isSmall: (one) => one === 'the' })
      expect(near(matcher.shareOf(some.join(' ')))).toBe(near(shareOf(some)))
      const windows = some.map((_, at) => some.slice(Math.max(before, at), at + 8))
      const from = some.slice(0, before).join(' ').length
      expect(near(matcher.nearness(some.join(' '), from))).toBe(
        near(Math.max(0, ...windows.slice(before).map(shareOf))),
      )
    }),
    runs,
  )
})

/** The edits between two words as docs of `editCost` count them, by trying everything. */
function plainCost(a: string, b: string): number {
  const soundAlike = 'ck cs sz cz iy ie ae ei oa ou gj kq fv mn td ao'.split(' ')
  const known = new Map<string, number>()
  const cost = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j
    const key = `${i} ${j}`
    const before = known.get(key)
    if (before !== undefined) return before
    const [x, y] = [a.charAt(i - 1), b.charAt(j - 1)]
    const pair = [x, y].sort().join('')
    const replaced = x === y ? 0 : soundAlike.some((one) => [...one].sort().join('') === pair) ? 0.6 : 1
    const isSwap = i > 1 && j > 1 && x === b.charAt(j - 2) && y === a.charAt(i - 2)
    const found = Math.min(
      cost(i - 1, j - 1) + replaced,
      cost(i - 1, j) + (x === a.charAt(i - 2) ? 0.6 : 1),
      cost(i, j - 1) + (y === b.charAt(j - 2) ? 0.6 : 1),
      isSwap ? cost(i - 2, j - 2) + 0.8 : Infinity,
    )
    known.set(key, found)
    return found
  }
  return cost(a.length, b.length)
}

test('the words that another may be a typo of are those that few edits make of it, the first letter counting more', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'aeckst'), minLength: 3, maxLength: 8 })
  const soundAlike = ['ck', 'cs', 'ae']
  // A letter or two of a word of the vault that are left out, written once more, or others.
  const typo = fc.record({ at: fc.nat(4), of: fc.nat(2), by: fc.constantFrom('', '=', '==', 'a', 'k', 's=', 'te') })
  fc.assert(
    fc.property(fc.uniqueArray(letters, { minLength: 6, maxLength: 25 }), typo, (vocabulary, { at, of, by }) => {
      const [meant = ''] = vocabulary
      const asked = meant.slice(0, at) + by.replace('=', meant.charAt(at)) + meant.slice(at + of)
      const found = indexOf({ 'a.md': vocabulary.slice(0, 4).join(' '), 'b.md': vocabulary.slice(4).join(' ') })
      const kept = vocabulary.filter((one) => found.termOf(one) !== undefined)
      const allowed = asked.length < 4 ? 0 : asked.length < 6 ? 1 : asked.length < 9 ? 2 : 2.6
      const costs = kept
        .filter((one) => Math.abs(one.length - asked.length) <= allowed && differingLetters(one, asked) <= 2 * allowed)
        .map((one) => {
          const [first, other] = [asked.charAt(0), one.charAt(0)]
          const isAlike = soundAlike.some((pair) => pair.includes(first) && pair.includes(other))
          return { word: one, cost: plainCost(asked, one) + (first === other ? 0 : isAlike ? 0.1 : 0.7) }
        })
        .filter(({ cost }) => allowed > 0 && cost <= allowed + 1e-9)
      const least = Math.min(...costs.map(({ cost }) => cost))
      const expected = costs
        .filter(({ cost }) => cost <= least + 0.5 + 1e-9)
        .sort((a, b) => near(a.cost) - near(b.cost) || (a.word < b.word ? -1 : 1))
        .slice(0, 6)
        .map(({ word: one, cost }) => `${one} ${near(1 - cost / (asked.length + 1))}`)
      expect(nearbyWords(found, asked).map(({ word: one, likeness }) => `${one} ${near(likeness)}`)).toEqual(expected)
    }),
    { ...runs, numRuns: 40 },
  )
})

function differingLetters(a: string, b: string): number {
  return [...new Set(a + b)].filter((letter) => a.includes(letter) !== b.includes(letter)).length
}

test('what is looked for exactly is found line by line', async () => {
  const line = fc.constantFrom('', 'a sail', 'Sail a', 'no', 'sail sail', 'x.y', 'xzy', '日 sail')
  const text = fc.tuple(fc.array(line, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('sail', 'Sail', 'x.y', 'a', '/x.y/', '/^sail/', '/SAIL/i'),
      fc.nat(2),
      fc.integer({ min: 1, max: 3 }),
      async (some, query, context, limit) => {
        const texts = Object.fromEntries(
          some.map(([lines, end, isEnded], at) => [`n${at}.md`, lines.join(end) + (isEnded ? end : '')]),
        )
        const { notes } = vaultOf(texts)
        const source = {
          notes,
          readText: (one: string) => Promise.resolve(texts[one] ?? ''),
          findPattern: (pattern: { source: string; flags: string }, held: readonly string[]) =>
            Promise.resolve(patternFinder()(pattern, held)),
        }
        const hits = await exactMatches(source, query, { context, limit })
        const pattern = query.startsWith('/')
          ? new RegExp(query.slice(1, query.lastIndexOf('/')), `g${query.slice(query.lastIndexOf('/') + 1)}`)
          : new RegExp(query.replace('.', '\\.'), /[A-Z]/.test(query) ? 'g' : 'gi')
        const expected = some.flatMap(([written, , isEnded], at) => {
          const lines = written.at(-1) === '' && !isEnded ? written.slice(0, -1) : written
          const ranges = lines.map((one) =>
            [...one.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]),
          )
          const shown = lines.flatMap((one, number) => {
            const own = ranges[number] ?? []
            if (own.length > 0) return [{ field: 'line', line: number + 1, text: one, ranges: own }]
            const isNear = ranges.some((others, other) => others.length > 0 && Math.abs(other - number) <= context)
            return isNear ? [{ field: 'context', line: number + 1, text: one }] : []
          })
          return shown.length > 0 ? [{ path: `n${at}.md`, score: 100, matches: shown }] : []
        })
        expect(hits.map(({ path: one, score, matches }) => ({ path: one, score, matches }))).toEqual(
          expected.slice(0, limit),
        )
      },
    ),
    runs,
  )
})

test('a table of words gives what a map gives, however many there are', () => {
  const table = new WordTable()
  const known = new Map<string, number>()
  const uses = new Map<string, number>()
  const wrong: string[] = []
  const spelling = (at: number): string =>
    `${'abcdefghij'.charAt(at % 10)}${at.toString(36)}${at % 3 === 0 ? 'internationally' : ''}`
  for (let round = 0; round < 3; round++)
    for (let at = 0; at < 4000; at += round + 1) {
      const raw = at % 50 === 0 ? spelling(at).toUpperCase() : spelling(at)
      const text = `..${raw}..`
      const [folded, ...parts] = formsOf(raw).words
      const number = table.use(text, 2, 2 + raw.length, hashOf(raw))
      const numbers = number < -1 ? table.partsOf(number) : [number]
      if (numbers.map((one) => table.words[one]).join() !== [folded, ...parts].join()) wrong.push(raw)
      if ((known.get(raw) ?? number) !== number) wrong.push(raw)
      known.set(raw, number)
      uses.set(raw, (uses.get(raw) ?? 0) + 1)
    }
  expect(wrong).toEqual([])
  const counted = new Map<string, number>()
  table.eachSpelling((number, count, isShort) => {
    const held = table.words[number] ?? ''
    counted.set(isShort ? held.toUpperCase() : held, count)
  })
  const expected = new Map<string, number>()
  for (const [raw, count] of uses) {
    const {
      words: [folded = ''],
      short,
    } = formsOf(raw)
    expected.set(short ? folded.toUpperCase() : folded, count)
  }
  expect(counted).toEqual(expected)
})

/** The hash of a word's units, as the scanner of words makes it. */
function hashOf(raw: string): number {
  return [...raw].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0, 0)
}
