import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { editText } from '../../../src/core/model/change.ts'
import type { NotePath } from '../../../src/core/model/note-path.ts'
import { changeRows } from '../../../src/core/plan/text/change-rows.ts'
import { compareTexts } from '../../../src/core/plan/text/compare-texts.ts'
import { textDifference } from '../../../src/core/plan/text/text-difference.ts'
import { unifiedDiff } from '../../../src/core/plan/text/unified-diff.ts'
import { runs } from '../../support/runs.ts'

const lines = fc.array(fc.constantFrom('a', 'b', 'c', '', '[[x]]', '# h'), { maxLength: 24 })
const text = fc.tuple(lines, fc.boolean()).map(([all, ends]) => all.join('\n') + (ends && all.length > 0 ? '\n' : ''))

/** The lines of a text, the last one with or without its end. */
const linesOf = (whole: string): readonly string[] => whole.match(/[^\n]*\n|[^\n]+$/g) ?? []

/** A unified diff applied to a text as a person would: each hunk looked up at the line that it says. */
function patched(before: string, diff: string): string {
  const old = linesOf(before)
  const made: string[] = []
  let at = 0
  for (const hunk of diff.split(/^(?=@@ )/m).slice(1)) {
    const [head = '', ...rows] = linesOf(hunk)
    const [, start = '', count = '1', newStart = '', newCount = '1'] =
      /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(head) ?? []
    const from = Number(count) === 0 ? Number(start) : Number(start) - 1
    made.push(...old.slice(at, from))
    expect(made.length).toBe(Number(newCount) === 0 ? Number(newStart) : Number(newStart) - 1)
    const said = rows
      .map((row, place) => (rows[place + 1]?.startsWith('\\') ? row.slice(0, -1) : row))
      .filter((row) => !row.startsWith('\\'))
    const kept = said.filter((row) => !row.startsWith('+')).map((row) => row.slice(1))
    expect(kept).toEqual(old.slice(from, from + Number(count)))
    const now = said.filter((row) => !row.startsWith('-')).map((row) => row.slice(1))
    expect(now.length).toBe(Number(newCount))
    made.push(...now)
    at = from + Number(count)
  }
  return [...made, ...old.slice(at)].join('')
}

test('a difference, and a diff that is applied, make the one text of the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edits = textDifference(before, after)
      expect(editText(before, edits)).toBe(after)
      for (const { before: old, after: now, span } of edits)
        expect([old !== now, before.slice(span.start, span.end)]).toEqual([true, old])
      const change = {
        title: '',
        changes: [{ kind: 'edit' as const, path: 'a.md' as NotePath, original: before, edits }],
      }
      const diff = unifiedDiff(change, () => undefined)
      expect(patched(before, diff)).toBe(after)
      const head = `diff --git a/a.md b/a.md\n${before === after ? '' : '--- a/a.md\n+++ b/a.md\n'}`
      expect(diff.startsWith(head)).toBe(true)
      // Three lines at most stand around what differs, and no two hunks touch.
      for (const hunk of diff.split(/^(?=@@ )/m).slice(1)) {
        const signs = linesOf(hunk).slice(1).map((row) => row[0]).join('').replaceAll('\\', '') // prettier-ignore
        expect(signs).toMatch(/^ {0,3}[-+].*$/s)
        expect(signs).not.toMatch(/ {7}| {4}$/)
      }
      const moved = changeRows(change).flatMap((row) => row.edits.map(({ line, column }) => [line, column]))
      expect(moved).toEqual(edits.map(({ span }) => [before.slice(0, span.start).split('\n').length, 1]))
    }),
    runs(60),
  )
})

test('two texts are compared by what one has more often than the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const said = compareTexts('a.md' as NotePath, before, after)
      const count = (whole: string, line: string): number => whole.split('\n').filter((one) => one === line).length
      const more = (one: string, other: string, line: string): number =>
        Math.max(0, count(one, line) - count(other, line))
      expect(
        [said.linksAdded, said.linksRemoved, said.headingsAdded, said.headingsRemoved].map((all) => all.length),
      ).toEqual([
        more(after, before, '[[x]]'),
        more(before, after, '[[x]]'),
        more(after, before, '# h'),
        more(before, after, '# h'),
      ])
      expect(linesOf(before).length - said.removed + said.added).toBe(linesOf(after).length)
    }),
    runs(40),
  )
})
