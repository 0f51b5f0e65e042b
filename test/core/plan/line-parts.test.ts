import { describe, expect, test } from '@jest/globals'
import { lineParts } from '../../../src/core/plan/text/line-parts.ts'
import { unifiedDiff } from '../../../src/core/plan/text/unified-diff.ts'
import { toNotePath } from '../../../src/core/model/note-path.ts'

const texts = (before: string, after: string): readonly [string, string] => {
  const parts = lineParts(before, after)
  const side = (sign: string): string =>
    parts.flatMap((part) => (part.sign === ' ' || part.sign === sign ? part.lines : [])).join('')
  return [side('-'), side('+')]
}
const diff = (original: string, after: string): string => {
  const path = toNotePath('a.md')
  if (path === undefined) throw new Error('no path')
  const edit = { span: { start: 0, end: original.length }, before: original, after }
  return unifiedDiff({ title: '', changes: [{ kind: 'edit', path, original, edits: [edit] }] }, () => undefined)
}

describe('lines of two texts', () => {
  test('are found wherever they differ, in ever so many places', () => {
    const many = 'old\n\n'.repeat(3000)
    for (const [before, after] of [
      ['', 'a\n'],
      ['a', 'a\n'],
      ['a\r\nb\r\n', 'a\r\nc\r\n'],
      [many, many.replaceAll('old', 'new')],
      [`same\n${many}end`, `same\n${many.replaceAll('old', 'new')}more\nend`],
    ] as const)
      expect(texts(before, after)).toEqual([before, after])
  })

  test('above 2,000 that differ, each stands beside the one of its number', () => {
    const parts = lineParts('old\n\n'.repeat(3000), 'new\n\n'.repeat(3000))
    expect(parts.filter(({ sign }) => sign === '-')).toHaveLength(3000)
    expect(new Set(parts.map(({ lines }) => lines.length))).toEqual(new Set([0, 1]))
  })

  test('above 2,000 that differ, what both begin and end with is shared as far as it goes', () => {
    const lines = (name: string, count: number): readonly string[] =>
      Array.from({ length: count }, (_, at) => `${name} ${at}\n`)
    const [head, tail] = [lines('head', 3), lines('tail', 4)]
    for (const [old, made] of [
      [lines('old', 1500), lines('new', 1400)],
      [lines('old', 1500), [...tail, ...lines('new', 1400)]],
      [[], lines('new', 2100)],
    ] as const) {
      const parts = lineParts([...head, ...old, ...tail].join(''), [...head, ...made, ...tail].join(''))
      expect(parts.filter(({ lines: all }) => all.length > 0)).toEqual(
        [
          { sign: ' ', lines: head },
          { sign: '-', lines: old },
          { sign: '+', lines: made },
          { sign: ' ', lines: tail },
        ].filter(({ lines: all }) => all.length > 0),
      )
    }
  })

  test('as a patch: three lines around, counts of git, ends without a line end', () => {
    const before = Array.from({ length: 12 }, (_, at) => `${at}\n`).join('')
    expect(diff(before, before.replace('5\n', 'five\n').replace('11\n', 'eleven'))).toBe(
      [
        'diff --git a/a.md b/a.md',
        '--- a/a.md',
        '+++ b/a.md',
        '@@ -3,10 +3,10 @@',
        ...[' 2', ' 3', ' 4', '-5', '+five', ' 6', ' 7', ' 8', ' 9', ' 10', '-11', '+eleven'],
        '\\ No newline at end of file',
        '',
      ].join('\n'),
    )
    expect(diff('a\n', 'a\nb\n')).toContain('@@ -1 +1,2 @@\n a\n+b\n')
  })
})
