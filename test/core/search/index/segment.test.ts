import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { firstFrom, letterMask, placeInList, postingOf } from '../../../../src/core/search/index/segment.ts'
import { WordTable } from '../../../../src/core/search/index/word-table.ts'
import { formsOf } from '../../../../src/core/search/words/parts.ts'

const settings = { numRuns: 60, seed: 20262, endOnFailure: true }

test('places in a sorted list are those that looking at each text finds, from wherever one begins', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 3 })
  fc.assert(
    fc.property(fc.uniqueArray(letters, { maxLength: 12 }), letters, (texts, asked) => {
      const sorted = texts.toSorted()
      const first = sorted.filter((one) => one < asked).length
      for (let from = 0; from <= first; from++) expect(firstFrom(sorted, asked, from)).toBe(first)
      expect(placeInList(sorted, asked)).toBe(sorted.includes(asked) ? sorted.indexOf(asked) : undefined)
    }),
    settings,
  )
})

test('a note is found in a part of a posting list as looking at each finds it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(12), { maxLength: 10 }), fc.nat(10), fc.nat(10), (some, a, b) => {
      const notes = Uint32Array.from(some).sort()
      const [from, end] = [Math.min(a, b, notes.length), Math.min(Math.max(a, b), notes.length)]
      for (let note = 0; note <= 13; note++) {
        const place = notes.subarray(from, end).indexOf(note)
        expect(postingOf(notes, note, from, end)).toBe(place < 0 ? undefined : from + place)
      }
    }),
    settings,
  )
})

test('the mask of a word has a bit for each letter, one for digits and one for all others', () => {
  const [digits, others] = [1 << 26, 1 << 27]
  for (const [at, letter] of [...'abcdefghijklmnopqrstuvwxyz'].entries()) expect(letterMask(letter)).toBe(1 << at)
  for (const digit of '0123456789') expect(letterMask(digit)).toBe(digits)
  for (const other of ['/', ':', '`', '{', '.', '+', 'é', '日', 'Z', ' ']) expect(letterMask(other)).toBe(others)
  expect(letterMask('')).toBe(0)
  expect(letterMask('baa1.b')).toBe(1 | 2 | digits | others)
})

const hashOf = (raw: string): number =>
  raw.split('').reduce((hash, unit) => (Math.imul(hash, 31) + unit.charCodeAt(0)) | 0, 0)

/** Words around the lengths and letters at which the table keeps them otherwise, those of two spellings among them. */
const spellings = [
  ...'a ab abcd abcde abcdefgh abcdefghi A AB Abcd abcD ABCD abcdefgH abcdefghI é ÿ āb ıx 日本 日 éÿéÿéÿéÿ éÿéÿéÿéÿé'.split(
    ' ',
  ),
  ...'parseHTTP HTTPx v1.2 1.2.3 LLMs llm LLM wi fi a1b22 ab123 ÀÉ Àé internationalization Internationalization'.split(
    ' ',
  ),
  // Different words with one hash, short and long, and a long one that begins as another ends.
  ...['Aa', 'BB', 'AaAaAaAaAa', 'BBBBBBBBBB', 'AaAaAaAaBB', '\u0000abcdefghi'],
  ...['x'.repeat(40), 'x'.repeat(41), 'X'.repeat(41), 'abcdaaaa', 'aaaaabcd', 'abcd\u0000', 'abcd\u0000\u0000'],
]

test('a table of words numbers each folded word once, and tells of each spelling how often it was used', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...spellings), { maxLength: 60 }), (used) => {
      const table = new WordTable()
      for (const raw of used) {
        const spelled = table.use(`.${raw}-`, 1, 1 + raw.length, hashOf(raw))
        const numbers = spelled < -1 ? table.partsOf(spelled) : spelled === -1 ? [] : [spelled]
        const { words } = formsOf(raw)
        expect(numbers.map((number) => table.words[number])).toEqual(words)
        expect(words.map((word) => table.find(word))).toEqual(numbers)
        expect(words.map((word) => table.number(word))).toEqual(numbers)
      }
      expect(new Set(table.words).size).toBe(table.words.length)
      const told: string[] = []
      table.eachSpelling((word, uses, isShort) => told.push(`${table.words[word] ?? ''} ${uses} ${isShort}`))
      const expected = [...new Set(used)].map((raw) => {
        const { words, short } = formsOf(raw)
        return `${words[0] ?? ''} ${used.filter((one) => one === raw).length} ${short}`
      })
      expect(told.sort()).toEqual(expected.sort())
    }),
    settings,
  )
})

test('a table keeps words of any length apart, though they have one hash', () => {
  const table = new WordTable()
  const many = ['y'.repeat(40_000), 'y'.repeat(40_001), 'abcdefghij', 'abcdefghik', 'abcdefghi', 'bcdefghij']
  const use = (raw: string): number => table.use(`x${raw}x`, 1, 1 + raw.length, 7)
  for (let round = 0; round < 3; round++) expect(many.map(use)).toEqual([-1, -1, 0, 1, 2, 3])
  const told: string[] = []
  table.eachSpelling((word, uses, isShort) => told.push(`${table.words[word] ?? ''} ${uses} ${isShort}`))
  expect(told.sort()).toEqual([' 3 false', ' 3 false', ...many.slice(2).map((word) => `${word} 3 false`)].sort())
})

test('a table that grows keeps the number and the uses of each spelling', () => {
  const table = new WordTable()
  const letters = (number: number): string =>
    number.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)))
  const many = Array.from({ length: 3000 }, (_, at) => (at % 2 === 0 ? letters(at) : `${letters(at)}ismsandmore`))
  const use = (raw: string): number => table.use(raw, 0, raw.length, hashOf(raw))
  const numbers = many.map(use)
  expect(many.map(use)).toEqual(numbers)
  expect(numbers).toEqual([...many.keys()])
  let told = 0
  table.eachSpelling((word, uses) => {
    told += uses === 2 && numbers[word] === word ? 1 : 1000
  })
  expect(told).toBe(many.length)
  expect(table.find('never')).toBeUndefined()
})
