import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  atxLevel,
  atxTextEnd,
  closesFence,
  fenceLength,
  footnoteStartEnd,
  listMarker,
  listMarkerWidth,
  setextLevel,
  unbrokenAt,
} from '../../../../src/core/parse/blocks/block-starts.ts'
import { trailingBlockId } from '../../../../src/core/parse/blocks/block-id.ts'

/** Lines of what blocks start with, between a text that is none of theirs. */
const line = (...pieces: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces, ' ', 'a'), { maxLength: 9 }).map((all) => all.join(''))
const runs = { numRuns: 400 }

/** Calls what looks at a line with one that stands between others of the same marks. */
function inside<Result>(
  text: string,
  look: (whole: string, at: number, end: number) => Result,
  around = '##--==``~~1.[^',
): Result {
  return look(around + text + around, around.length, around.length + text.length)
}

describe('what starts a block is what the patterns of CommonMark say', () => {
  test('headings', () => {
    fc.assert(
      fc.property(line('#', '##', '###', '\t'), (text) => {
        const level = /^(#{1,6})(?:[ \t]|$)/.exec(text)?.[1]?.length ?? 0
        expect([text, inside(text, (whole, at, end) => Math.max(0, atxLevel(whole, at, end)))]).toEqual([text, level])
        const shown = text.replace(/(?:^|[ \t]+)#+[ \t]*$/, '').replace(/[ \t]+$/, '')
        expect([text, inside(text, (whole, at, end) => whole.slice(at, atxTextEnd(whole, at, end)))]).toEqual([
          text,
          shown,
        ])
      }),
      runs,
    )
  })

  test('fences', () => {
    fc.assert(
      fc.property(line('`', '```', '~', '~~~', '\t'), fc.integer({ min: 3, max: 5 }), (text, length) => {
        if (!/^[`~]/.test(text)) return
        const open = /^(`{3,})[^`]*$|^(~{3,})/.exec(text)
        expect([text, inside(text, fenceLength)]).toEqual([text, (open?.[1] ?? open?.[2] ?? '').length])
        const closes = new RegExp(`^~{${String(length)},}[ \\t]*$`).test(text)
        const fence = { mark: '~'.charCodeAt(0), length }
        expect([text, inside(text, (whole, at, end) => closesFence(whole, at, end, fence))]).toEqual([text, closes])
      }),
      runs,
    )
  })

  test('thematic breaks and underlines', () => {
    fc.assert(
      fc.property(fc.constantFrom('-', '_', '*', '='), line('-', '--', '_', '*', '=', '\t'), (mark, rest) => {
        const text = mark + rest
        const isBreak = /^(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})$/.test(text)
        const unbroken = inside(text, (whole, at, end) => unbrokenAt(whole, at, end) - at)
        if (mark !== '=') expect([text, unbroken < 0]).toEqual([text, isBreak])
        // Else where the first other character stands.
        const other = [...text].findIndex((one) => one !== mark && !/[ \t]/.test(one))
        if (!isBreak && mark !== '=') expect([text, unbroken]).toEqual([text, other < 0 ? text.length : other])
        const level = /^=+[ \t]*$/.test(text) ? 1 : /^-+[ \t]*$/.test(text) ? 2 : 0
        expect([text, inside(text, setextLevel)]).toEqual([text, level])
      }),
      runs,
    )
  })

  test('items', () => {
    fc.assert(
      fc.property(line('-', '*', '+', '1', '01', '23', '0', '123456789', '.', ')', '\t'), (text) => {
        const found = /^(?:[-*+]|(\d{1,9})[.)])(?=[ \t]|$)/.exec(text)
        const width = found?.[0].length ?? 0
        const mayInterrupt = found?.[1] === undefined || Number(found[1]) === 1
        // The sign of nothing is not asked.
        expect([text, inside(text, listMarkerWidth) + 0]).toEqual([text, (mayInterrupt ? width : -width) + 0])
        if (found !== null)
          expect(inside(text, (whole, at) => listMarker(whole, at, width))).toEqual({
            mark: found[0].slice(-1),
            number: found[1] === undefined ? undefined : Number(found[1]),
            start: 14,
          })
      }),
      runs,
    )
  })

  test('footnotes and block ids', () => {
    fc.assert(
      fc.property(line('[', '^', ']', ':', '[^b]:', '\t'), (rest) => {
        const text = `[${rest}`
        const end = /^\[\^[^\s[\]]+\]:/.exec(text)?.[0].length ?? -1
        expect(
          [text, inside(text, (whole, at, stop) => footnoteStartEnd(whole, at, stop) - at)].map((one) =>
            typeof one === 'number' ? Math.max(one, -1) : one,
          ),
        ).toEqual([text, end])
      }),
      runs,
    )
    fc.assert(
      fc.property(line('^', '^b', '-', '1', '.', '\t'), (text) => {
        const id = /(?:^|[ \t])(\^[A-Za-z0-9-]+)[ \t]*$/.exec(text)
        const at = id === null ? -1 : id.index + id[0].indexOf('^')
        const found = inside(text, (whole, start, end) => trailingBlockId(whole, start, end) - start, 'x^y ')
        expect([text, Math.max(found, -1)]).toEqual([text, at])
      }),
      runs,
    )
  })
})
