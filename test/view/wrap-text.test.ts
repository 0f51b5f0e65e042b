import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { truncate, wrapText } from '../../src/view/wrap-text.ts'

const words = fc.array(fc.oneof(fc.stringMatching(/^[a-zà-ž]{1,12}$/), fc.stringMatching(/^[a-z]{20,60}$/)), {
  maxLength: 30,
})

test('narrow text wraps as any other text does', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 40 }), (list, width) => {
      // A tab between the words takes the long way.
      expect(wrapText(list.join(' '), width)).toEqual(wrapText(list.join('\t'), width))
    }),
  )
})

test('narrow text is cut as any other text is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ -~à-ž→∑]{1,80}$/), fc.integer({ min: 2, max: 40 }), (text, width) => {
      // A wide character behind what stays takes the long way.
      const cut = truncate(text, width)
      expect(cut).toBe(text.length <= width ? text : `${text.slice(0, width - 1)}…`)
      expect(truncate(`${text.padEnd(width)}漢`, width)).toBe(`${text.padEnd(width).slice(0, width - 1)}…`)
    }),
  )
})

test('of a long text the start alone decides, unless it takes next to no room', () => {
  const marks = `a${'\u0301'.repeat(500)}`
  for (const one of ['a', '漢', '👩‍👩‍👧', marks])
    expect(truncate(`${one}${one}${one}bcd${'x'.repeat(5000)}`, 9)).toBe(truncate(`${one}${one}${one}bcdxxxxxx`, 9))
})

test('lines end between the characters of Japanese, but not before what closes nor after what opens', () => {
  expect(wrapText('A bowl 全角文字「と」ある。', 12)).toEqual(['A bowl 全角', '文字「と」あ', 'る。'])
  expect(wrapText('味噌 ラーメン', 9)).toEqual(['味噌 ラー', 'メン'])
})
