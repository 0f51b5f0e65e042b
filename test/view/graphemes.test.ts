import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { displayWidth } from '../../src/view/display-width.ts'
import { graphemeParts, graphemes } from '../../src/view/graphemes.ts'
import { expectSame } from '../support/expect-same.ts'

const atOnce = (text: string): readonly string[] =>
  [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment)

const unit = fc.constantFrom('a', 'e\u0301', '🇩🇪', '👩‍👩‍👧', '中', '각', 'ก็', '\r\n', '\u202eא\u202c', 'क्षि', '\ud800')

describe('graphemes', () => {
  test('of a text longer than one part are those of the whole text', () => {
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 9 }), (units) => {
        const text = units.join('').repeat(Math.ceil(9000 / units.join('').length))
        expectSame([...graphemes(text)], atOnce(text))
      }),
      { numRuns: 40 },
    )
  })

  test('parts are short, whatever the text, and are the text together', () => {
    for (const text of ['', 'a', 'א'.repeat(20_000), `a${'\u0301'.repeat(20_000)}b`, '🇩🇪'.repeat(5000)]) {
      const parts = [...graphemeParts(text)]
      expect(parts.join('')).toBe(text)
      expect(Math.max(0, ...parts.map(({ length }) => length))).toBeLessThanOrEqual(4096)
    }
  })

  test('the width of a text of many parts is that of the whole', () => {
    for (const one of ['א', '🇩🇪', '👩‍👩‍👧', 'ก็', '<U+202E>א'])
      expect(displayWidth(one.repeat(3000))).toBe(3000 * stringWidth(one))
  })
})
