import { expect, test } from '@jest/globals'
import { folderOfDays } from '../../src/commands/write/folder-of-days.ts'
import type { NotePath } from '../../src/core/model/note-path.ts'

const day = (pattern: string): string => pattern.replace('YYYY', '2026').replace('MMMM', 'March').replace('MM', '03')

test.each([
  ['YYYY-MM-DD', ['log/2026-01-02.md', 'old/2025-01-02.md'], 'log'],
  ['YYYY-MM-DD', ['2025/12/2025-12-31.md'], '2026/03'],
  ['YYYY-MM-DD', ['log/2025/2025-12-31.md'], 'log/2026'],
  ['YYYY-MM-DD', ['d/2025-12/2025-12-31.md'], 'd/2026-03'],
  ['YYYY-MM-DD', ['d/2025/12-December/2025-12-31.md'], 'd/2026/03-March'],
  ['YYYY-[W]WW', ['weeks/2026-W02.md', 'log/2026-01-02.md'], 'weeks'],
  ['[YYYY', ['log/[2026.md'], 'log'],
  ['YYYY]', ['log/2026].md'], 'log'],
  ['YYYY[', ['log/2026.md'], 'journal'],
  ['YYYY-MM-DD', [], 'journal'],
  ['{{date}}', ['log/2026-01-02.md'], 'journal'],
])('%s beside %j lies in %s', (pattern, paths, expected) => {
  expect(folderOfDays(paths as readonly string[] as readonly NotePath[], pattern, day)).toBe(expected)
})
