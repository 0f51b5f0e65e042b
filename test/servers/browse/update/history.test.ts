import { expect, test } from '@jest/globals'
import type { NotePath } from '../../../../src/core/model/note-path.ts'
import type { History } from '../../../../src/servers/browse/model.ts'
import { travel, visit } from '../../../../src/servers/browse/update/history.ts'

const none: History = { visits: [], at: -1 }
const opened = (history: History, ...names: readonly string[]): History =>
  names.reduce((known, name) => visit(known, undefined, name as NotePath), history)
const told = ({ visits, at }: History): string =>
  visits.map(({ path }, order) => (order === at ? `<${path}>` : path)).join(' ')

test('visits ahead of the current one are dropped by the next', () => {
  const back = travel(opened(none, 'a', 'b', 'c'), undefined, -1)
  expect(told(back ?? none)).toBe('a <b> c')
  expect(told(opened(back ?? none, 'd'))).toBe('a b <d>')
})

test('opening the current note again adds nothing', () => {
  expect(told(opened(none, 'a', 'a', 'b', 'a'))).toBe('a b <a>')
})

test('of more than 200 visits the oldest are forgotten', () => {
  const { visits, at } = opened(none, ...Array.from({ length: 203 }, (_, order) => String(order)))
  expect([visits.length, visits[0]?.path, visits[at]?.path, at]).toEqual([200, '3', '202', 199])
})

test('nothing lies before the first visit, or behind the last', () => {
  const both = opened(none, 'a', 'b')
  expect(travel(both, undefined, 1)).toBeUndefined()
  const first = travel(both, undefined, -1)
  expect(first && travel(first, undefined, -1)).toBeUndefined()
})
