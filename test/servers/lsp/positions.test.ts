import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type PositionEncoding, Positions } from '../../../src/servers/lsp/positions.ts'

const encodings = fc.constantFrom<PositionEncoding>('utf-8', 'utf-16', 'utf-32')
const texts = fc.array(fc.constantFrom('a', 'é', '日', '😀', '\n', '\r\n'), { maxLength: 20 })

test('the place of each letter leads back to it', () => {
  fc.assert(
    fc.property(texts, encodings, (letters, encoding) => {
      const positions = new Positions(letters.join(''), encoding)
      let offset = 0
      for (const letter of letters) {
        expect(positions.offset(positions.place(offset))).toBe(offset)
        offset += letter.length
      }
      expect(positions.offset(positions.place(offset))).toBe(offset)
    }),
  )
})

test.each<[PositionEncoding, readonly number[]]>([
  ['utf-8', [0, 1, 3, 6, 10]],
  ['utf-16', [0, 1, 2, 3, 5]],
  ['utf-32', [0, 1, 2, 3, 4]],
])('letters stand in %s at', (encoding, columns) => {
  const positions = new Positions('x\naé日😀', encoding)
  expect([2, 3, 4, 5, 7].map((offset) => positions.place(offset))).toEqual(
    columns.map((character) => ({ line: 1, character })),
  )
})

test('a place behind a line is its end, behind all lines that of the text, before them its beginning', () => {
  const positions = new Positions('ab\r\ncd', 'utf-8')
  const offsetOf = (line: number, character: number): number => positions.offset({ line, character })
  expect([offsetOf(0, 9), offsetOf(1, 9), offsetOf(7, 0), offsetOf(-1, 1), offsetOf(0, -3)]).toEqual([2, 6, 6, 1, 0])
})
