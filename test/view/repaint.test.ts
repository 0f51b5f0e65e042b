import { describe, expect, test } from '@jest/globals'
import { changedRows } from '../../src/view/formats/changed-rows.ts'
import { repaint } from '../../src/view/repaint.ts'

const plain = (painted: string) => painted.replace(/\u001b\[[0-9;]*[A-Z]/gi, '')

describe('repaint', () => {
  test.each([
    { text: 'a\nb\n', height: 5, expected: 'a\nb\nm\n' },
    { text: 'a\nb\nc\nd\n', height: 5, expected: 'a\nb\n… 2 more lines\nm\n' },
    { text: 'a\nb\nc\n', height: 5, expected: 'a\nb\nc\nm\n' },
    { text: 'a\nb\n', height: 1, expected: '… 2 more lines\nm\n' },
  ])('$height rows show $expected', ({ text, height, expected }) => {
    expect(plain(repaint(text, ['m'], { width: 80, height, first: false }))).toBe(expected)
  })

  test('the screen is cleared only before the first time', () => {
    expect(repaint('a', [], { width: 80, height: 5, first: true })).toContain('\u001b[2J')
    expect(repaint('a', [], { width: 80, height: 5, first: false })).not.toContain('\u001b[2J')
  })
})

test('changed rows are those that are new or other, then those that are gone', () => {
  const before = [
    { path: 'a', title: 'A' },
    { path: 'b', title: 'B' },
    { path: 'c', title: 'C' },
  ]
  const now = [
    { path: 'd', title: 'D' },
    { path: 'a', title: 'A' },
    { path: 'b', title: 'Bee' },
  ]
  expect(changedRows(before, now)).toEqual([
    { path: 'd', title: 'D' },
    { path: 'b', title: 'Bee' },
    { path: 'c', removed: true },
  ])
})
