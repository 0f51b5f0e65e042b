import { expect, test } from '@jest/globals'
import type { LinkRow } from '../../../src/core/model/report.ts'
import { plainStyle } from '../../../src/view/style.ts'
import { linksText } from '../../../src/view/text/links-text.ts'

const row: LinkRow = {
  ...{ path: 'a.md', line: 3, column: 5, kind: 'wiki', target: 'Embed files', depth: 1 },
  ...{ status: 'ok', resolved: 'Linking notes/Embed files.md', title: 'Embed files' },
}

function text(width: number): string {
  return linksText({ kind: 'links', direction: 'out', of: 'a.md', links: [row] }, { width, style: plainStyle })
}

test('what a link resolves to stands behind the name, or whole below it', () => {
  expect(text(60)).toBe('Embed files  → Linking notes/Embed files.md\n  a.md:3:5\n')
  expect(text(36)).toBe('Embed files\n    → Linking notes/Embed files.md\n  a.md:3:5\n')
  expect(text(30)).toBe('Embed files\n    → Linking notes/Embed\n      files.md\n  a.md:3:5\n')
})

test.each<[Partial<LinkRow>, string]>([
  [{ status: 'ambiguous', resolved: 'a/Embed files.md' }, 'ambiguous, read as a/Embed files.md'],
  [{ status: 'external', kind: 'markdown', target: 'https://e.org' }, 'external'],
  [{ status: 'broken' }, 'broken: nothing there'],
  [{ status: 'broken-anchor', anchor: 'Part', resolved: 'a.md' }, 'broken anchor: no #Part in a.md'],
  [{ anchor: 'Part', resolved: 'a.md' }, '→ a.md#Part'],
])('what became of a link is said: %j', (more, verdict) => {
  const report = { kind: 'links', direction: 'out', of: 'a.md', links: [{ ...row, ...more }] } as const
  expect(linksText(report, { width: 80, style: plainStyle }).split('\n')[0]?.split('  ')[1]).toBe(verdict)
})
