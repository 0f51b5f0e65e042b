import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ByteRows, RowReader, RowWriter } from '../../../../src/core/search/index/byte-rows.ts'

const numbers = fc.array(fc.oneof(fc.nat(300), fc.nat(), fc.integer({ min: 0, max: 2 ** 40 })))

test('rows of numbers are read as they were put, however many and however large', () => {
  fc.assert(
    fc.property(fc.array(numbers), (lists) => {
      const [rows, row] = [new ByteRows(), new RowWriter()]
      for (const [place, list] of lists.entries()) {
        for (const number of list) row.put(number)
        expect(rows.add(row)).toBe(place)
      }
      const read = lists.map((_list, place) => {
        const found: number[] = []
        for (const reader = new RowReader(rows.at(place)); reader.more;) found.push(reader.next())
        return found
      })
      expect(read).toEqual(lists)
      expect(rows.at(lists.length)).toHaveLength(0)
    }),
  )
})

test('a row longer than a piece stands whole beside short ones', () => {
  const [rows, row] = [new ByteRows(), new RowWriter()]
  for (const size of [3, 1_500_000, 2]) {
    for (let at = 0; at < size; at++) row.put(at % 100)
    rows.add(row)
  }
  expect([0, 1, 2].map((place) => rows.at(place).length)).toEqual([3, 1_500_000, 2])
  expect(new RowReader(rows.at(2)).next()).toBe(0)
})
