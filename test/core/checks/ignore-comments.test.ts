import { describe, expect, test } from '@jest/globals'
import { type IgnoredLines, ignoredLines, isSwitchedOff } from '../../../src/core/checks/ignore-comments.ts'

function ignored(text: string): IgnoredLines {
  return ignoredLines(text, { bodyStart: 0 })
}

function off(text: string, line: number): boolean {
  return isSwitchedOff(ignored(text), { line, code: 'broken-link', endColumn: 9 })
}

describe('<!-- wend-ignore -->', () => {
  test.each([
    ['[[x]] <!-- wend-ignore broken-link -->\n[[y]]', 1, true],
    ['[[x]] <!-- wend-ignore broken-link -->\n[[y]]', 2, false],
    ['<!-- wend-ignore broken-link -->\n[[x]]\n[[y]]', 2, true],
    ['<!-- wend-ignore broken-link -->\n[[x]]\n[[y]]', 3, false],
    ['<!-- wend-ignore broken-link -->\n\n  \n[[x]]', 4, true],
    ['  <!-- wend-ignore orphan, broken-link self-link -->\n[[x]]', 2, true],
    ['<!-- wend-ignore -->\n[[x]]', 2, true],
    ['<!--wend-ignore broken-link-->\n[[x]]', 2, true],
    ['<!-- wend-ignore broken-anchor -->\n[[x]]', 2, false],
    ['<!-- wend-ignored broken-link -->\n[[x]]', 2, false],
    ['<!-- wend-ignore broken-link: as an example -->\n[[x]]', 2, false],
    ['[[x]]', 1, false],
    ['[[x]] `<!-- wend-ignore broken-link -->`', 1, false],
    ['```\n<!-- wend-ignore broken-link -->\n```\n[[x]]', 4, false],
    ['<div>\n<!-- wend-ignore broken-link -->\n[x](y.md)\n</div>', 3, true],
  ])('%j, line %d: %s', (text, line, expected) => {
    expect(off(text, line)).toBe(expected)
  })

  test('a problem of the note as a whole, by a comment anywhere that names it', () => {
    expect(isSwitchedOff(ignored('# A\n\nb <!-- wend-ignore orphan -->'), { line: 1, code: 'orphan' })).toBe(true)
    expect(isSwitchedOff(ignored('a\n<!-- wend-ignore -->\nb'), { line: 1, code: 'orphan' })).toBe(false)
  })

  test('costs no more than the text is long', () => {
    expect(ignored('<!-- wend-ignore' + ' a'.repeat(50_000)).size).toBe(0)
    expect(ignored('<!-- wend-ignore'.repeat(20_000)).size).toBe(0)
  })
})
