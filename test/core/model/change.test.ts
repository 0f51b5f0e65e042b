import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Edit, editText, orderEdits } from '../../../src/core/model/change.ts'

const text = 'abcdefgh'
const edit = (start: number, end: number, after: string, before = text.slice(start, end)): Edit => ({ span: { start, end }, before, after }) // prettier-ignore

test.each([
  ['none', [], text],
  ['in any order', [edit(6, 8, 'X'), edit(0, 1, '')], 'bcdefX'],
  ['side by side', [edit(2, 4, 'X'), edit(4, 5, 'Y'), edit(0, 2, '')], 'XYfgh'],
  ['equal ones, once', [edit(2, 4, 'X'), edit(2, 4, 'X')], 'abXefgh'],
  ['equal insertions, each', [edit(3, 3, 'X'), edit(3, 3, 'X')], 'abcXXdefgh'],
  ['insertions before what is replaced there', [edit(3, 5, 'Y'), edit(3, 3, 'X')], 'abcXYfgh'],
  ['of the whole', [edit(0, 8, '')], ''],
])('edits are made: %s', (_, edits, expected) => expect(editText(text, edits)).toBe(expected))

test.each([
  ['that overlap', [edit(0, 3, 'X'), edit(2, 4, 'Y')], 'edits overlap at offset 2'],
  ['of one place in two ways', [edit(2, 4, 'X'), edit(2, 4, 'Y')], 'edits overlap at offset 2'],
  ['of which one lies in another', [edit(1, 7, 'X'), edit(3, 3, 'Y')], 'edits overlap at offset 3'],
  ['of another text', [edit(2, 4, 'X', 'cx')], 'the edit at offset 2 is not of this text'],
  ['behind the end', [edit(7, 9, 'X', 'h?')], 'the edit at offset 7 is not of this text'],
])('edits %s are refused', (_, edits, reason) => {
  expect(() => orderEdits(text, edits)).toThrow(new RangeError(reason))
})

test('edits that do not overlap come to what they do one by one from the end', () => {
  const cuts = fc.uniqueArray(fc.nat(text.length), { minLength: 2, maxLength: 8 })
  fc.assert(
    fc.property(cuts, fc.array(fc.string({ maxLength: 2 }), { minLength: 8, maxLength: 8 }), (places, afters) => {
      const ends = [...places].sort((a, b) => a - b)
      const edits = ends.slice(1).map((end, at) => edit(ends[at] ?? 0, end, afters[at] ?? ''))
      const plain = edits.reduceRight((now, { span, after }) => now.slice(0, span.start) + after + now.slice(span.end), text) // prettier-ignore
      expect(editText(text, edits.toReversed())).toBe(plain)
    }),
  )
})
