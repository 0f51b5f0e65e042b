import { expect, test } from '@jest/globals'
import { pageOf, readCursor } from '../../../src/servers/mcp/tool-result.ts'

const rows = Array.from({ length: 7 }, (_, at) => `row ${at}`)
const most = { from: 0, limit: 100 }
/** About so many tokens. */
const long = (tokens: number): string => 'word '.repeat(tokens)

test('pages follow each other by their cursors, and the last has none', () => {
  const pages: unknown[] = []
  for (let cursor: string | undefined = 'at-0'; cursor !== undefined;) {
    const page = pageOf({ data: { rows, note: 'a.md' }, list: 'rows' }, readCursor(cursor, 3))
    pages.push([page['rows'], page['left'], page['note']])
    cursor = page['nextCursor'] as string | undefined
  }
  expect(pages).toEqual([
    [['row 0', 'row 1', 'row 2'], 4, 'a.md'],
    [['row 3', 'row 4', 'row 5'], 1, 'a.md'],
    [['row 6'], undefined, 'a.md'],
  ])
})

test('of a list that was made in part, cursors and what is left count all records', () => {
  const window = { from: 20, total: 30 }
  expect(pageOf({ data: { rows }, list: 'rows', window }, { from: 20, limit: 4 })).toEqual({
    rows: rows.slice(0, 4),
    nextCursor: 'at-24',
    left: 6,
  })
  expect(pageOf({ data: { rows }, list: 'rows', window: { from: 23, total: 30 } }, { from: 23, limit: 7 })).toEqual({
    rows,
  })
})

test('a page ends where there is no room for the next record, which begins the next page', () => {
  const big = [long(9000), long(9000), 'small']
  const page = pageOf({ data: { rows: big }, list: 'rows' }, most)
  expect(page).toMatchObject({ nextCursor: 'at-1', left: 2 })
  expect(page['rows']).toEqual([big[0]])
})

test('a record that is too large by itself is cut, so that one can get past it', () => {
  const page = pageOf({ data: { rows: [{ text: long(30_000), list: Array(60).fill(1) }, 'next'] }, list: 'rows' }, most)
  expect(page).toMatchObject({ nextCursor: 'at-1', left: 1 })
  const [row] = page['rows'] as readonly { readonly text: string; readonly list: readonly number[] }[]
  expect([row?.text.length, row?.list.length]).toEqual([4000 + ' … (cut)'.length, 50])
})

test('an answer without a list has no pages, and a cursor that no answer gave is refused', () => {
  expect(pageOf({ data: { a: 1 } }, most)).toEqual({ a: 1 })
  for (const cursor of ['', '5', 'at-', 'at--1', 'at-1x', 'at-1234567890'])
    expect(() => readCursor(cursor, 5)).toThrow()
  expect(readCursor(undefined, 5)).toEqual({ from: 0, limit: 5 })
})
