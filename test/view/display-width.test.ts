import { describe, expect, test } from '@jest/globals'
import stringWidth from 'string-width'
import { characterWidth } from '../../src/view/character-width.ts'
import { displayWidth } from '../../src/view/display-width.ts'

const edges = new Set([0x3250, 0xa48c, 0xac00, 0xd7a3, 0xe000, 0xf8ff, 0xf900, 0xfaff, 0xff60, 0xff61])

describe('the width of text in columns', () => {
  const characters = Array.from({ length: 0x1fb00 - 0x20 }, (_, index) => index + 0x20)
    .filter((code) => characterWidth(code) !== undefined)
    // The long stretches of ideographs, syllables and private characters are alike throughout.
    .filter((code) => code < 0x3400 || code > 0x1d000 || code % 23 === 0 || edges.has(code))
    .map((code) => String.fromCodePoint(code))

  test('agrees with string-width on every character it knows, alone and beside others', () => {
    const texts = characters.flatMap((character) => [
      ...[character, `a${character}`, `${character}a`, character + character, `${character}\u0302`, `漢${character}`],
    ])
    expect(texts.filter((text) => displayWidth(text) !== stringWidth(text))).toEqual([])
  })

  test('characters of known width are graphemes of their own', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
    const graphemes = (text: string): number => [...segmenter.segment(text)].length
    const wrong = characters
      .filter((character) => (characterWidth(character.codePointAt(0) ?? 0) ?? 0) > 0)
      .filter((character) => graphemes(`a${character}${character}漢`) !== 4)
    expect(wrong).toEqual([])
  })

  test.each([
    ['plain', 5],
    ['Łódź – “café”', 13],
    ['漢字', 4],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
    ['✅ done ❌', 10],
    ['❤\ufe0f 👍🏽 🇩🇪 1\ufe0f\u20e3', 11],
    ['x\u0302ᵢⱼ ⟨𝐱\u0304⟩', 7],
    ['हिन्दी', 5],
    ['क्षमा 漢', 7],
    ['น้ำ ทำ', 5],
    ['မြန်မာ 👩‍👩‍👧', 8],
    ['\u001b[1mbold\u001b[0m', 4],
    ['\u001b[1m漢\u001b[0m e\u0301', 4],
    ['\u001b]8;;https://a.example\u0007link\u001b]8;;\u0007', 4],
    ['𝓨(i) ∈ ℝ', 8],
    ['𝓨\u0302', 1],
    ['\ud835a', 1],
  ])('%j takes %d', (text, columns) => expect(displayWidth(text)).toBe(columns))
})
