import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  isAlphanumeric,
  isAsciiPunctuation,
  isBlank,
  isDigit,
  isLetter,
  isLineEnd,
  isSpace,
  skipBlanks,
  trimEnd,
} from '../../../src/core/parse/character.ts'
import { Finder, NOWHERE } from '../../../src/core/parse/finder.ts'
import { oneLine, plainText } from '../../../src/core/parse/plain-text.ts'

test.each([
  ['letters', isLetter, /[A-Za-z]/],
  ['digits', isDigit, /[0-9]/],
  ['letters and digits', isAlphanumeric, /[A-Za-z0-9]/],
  ['punctuation', isAsciiPunctuation, /[!-/:-@[-`{-~]/],
  ['blanks', isBlank, /[ \t]/],
  ['line ends', isLineEnd, /[\r\n]/],
  ['white space', isSpace, /[ \t\r\n]/],
] as const)('%s are told by their code', (_name, is, pattern) => {
  const codes = Array.from({ length: 400 }, (_, code) => code)
  expect(codes.filter((code) => is(code))).toEqual(codes.filter((code) => pattern.test(String.fromCharCode(code))))
})

const texts = fc
  .array(fc.constantFrom('a', ' ', '  ', '\t', '\n', '\r\n', 'b.', '*', '"c"'), { maxLength: 10 })
  .map((all) => all.join(''))

test('white space is passed and cut as patterns do', () => {
  fc.assert(
    fc.property(texts, texts, (before, text) => {
      const whole = `${before}${text}a`
      const [at, end] = [before.length, before.length + text.length]
      expect(skipBlanks(whole, at, end)).toBe(at + (/^[ \t]*/.exec(text)?.[0].length ?? 0))
      expect(whole.slice(at, trimEnd(whole, at, end))).toBe(text.replace(/[ \t\r\n]+$/, ''))
    }),
    { numRuns: 200 },
  )
})

test('a text without markup is what it is, on one line', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(oneLine(text)).toBe(text.replace(/\s+/g, ' ').trim())
      const bare = text.replaceAll('*', '')
      expect(plainText(bare)).toBe(bare.replace(/\s+/g, ' ').trim())
    }),
    { numRuns: 300 },
  )
  for (let code = 33; code < 127; code++) {
    const sign = String.fromCharCode(code)
    // Between letters no sign alone is markup.
    expect([sign, plainText(`a${sign}b`)]).toEqual([sign, `a${sign}b`])
  }
})

test('the next occurrence is found, however it is asked', () => {
  const offsets = fc.array(fc.nat(22), { maxLength: 8 })
  fc.assert(
    fc.property(texts, offsets, (text, asked) => {
      const finder = new Finder(text, 'a')
      for (const from of asked) {
        const at = text.indexOf('a', from)
        expect([text, asked, from, finder.from(from)]).toEqual([text, asked, from, at < 0 ? NOWHERE : at])
      }
    }),
    { numRuns: 200 },
  )
})
