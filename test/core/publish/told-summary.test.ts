import { expect, test } from '@jest/globals'
import type { ToolSyntax, VaultDialects } from '../../../src/core/model/tool-dialect.ts'
import { toNotePath } from '../../../src/core/model/note-path.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { toldSummary } from '../../../src/core/publish/told-summary.ts'

function told(body: string, syntax: ToolSyntax): string | undefined {
  const dialects: VaultDialects = {
    ...{ tools: [], admonitions: false, sites: [], assets: [], rootMarks: [], pages: false },
    syntax: [syntax],
  }
  const path = toNotePath('a.md')
  if (path === undefined) throw new Error('a.md is no path')
  const text = `---\nsummary: See the plan for all of it.\n---\n${body}\n`
  const note = parseNote({ path, text, facts: { size: text.length, modifiedMs: 0, createdMs: 0 }, dialects })
  return toldSummary(note, text)
}

test('a summary that the text begins with is not told above it', () => {
  expect(told('See the plan for all of it. And more.', 'dendron')).toBeUndefined()
  expect(told('Another text.', 'dendron')).toBe('See the plan for all of it.')
})

test('the text is read as the tool of its vault reads it', () => {
  expect(told('See [[the plan|proj.plan]] for all of it.', 'dendron')).toBeUndefined()
  expect(told('See [[the plan|proj.plan]] for all of it.', 'mkdocs')).toBe('See the plan for all of it.')
})
