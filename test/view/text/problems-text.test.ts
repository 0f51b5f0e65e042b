import { expect, test } from '@jest/globals'
import { plainStyle } from '../../../src/view/style.ts'
import { problemsText } from '../../../src/view/text/problems-text.ts'

test('suggestions that do not fit go on, each whole', () => {
  const problem = {
    ...({ code: 'broken-link', severity: 'error', path: 'a.md', line: 1, column: 1, message: 'no note' } as const),
    suggestions: ['Bases syntax', 'Map view', 'a'.repeat(40)],
  }
  const text = problemsText(
    { kind: 'problems', problems: [problem], checked: { notes: 1, links: 1 } },
    { width: 40, style: plainStyle },
  )
  expect(text.split('\n').slice(3, 6)).toEqual([
    '    did you mean Bases syntax or',
    '      Map view or',
    `      ${'a'.repeat(40)}?`,
  ])
})
