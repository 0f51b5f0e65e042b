import { expect, test } from '@jest/globals'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import type { NotePath } from '../../../src/core/model/note-path.ts'
import { foldsOf } from '../../../src/servers/lsp/outline.ts'
import { Positions } from '../../../src/servers/lsp/positions.ts'
import type { Subject } from '../../../src/servers/lsp/workspace.ts'

/** The lines of each fold, from 0. */
function foldsIn(text: string): readonly string[] {
  const facts = { size: text.length, modifiedMs: 0, createdMs: 0 }
  const note = parseNote({ path: 'a.md' as NotePath, text, facts })
  const subject = { note, text, positions: new Positions(text, 'utf-16') } as Subject
  return foldsOf(subject).map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ?? ''}`)
}

test.each([
  ['a section ends at its last line, not at the blank ones behind it', '# A\n\na\n\n\n# B\n\nb\n', ['0-2', '5-7']],
  ['a section has those below it', '# A\n## B\nb\n', ['0-2', '1-2']],
  ['front matter is a region', '---\na: 1\n---\n# A\na\n', ['0-2region', '3-4']],
  ['lists and their items', '- a\n  b\n- c\n', ['0-2', '0-1']],
  ['what is the same lines folds once', '# A\n- b\n', ['0-1']],
  ['one line folds not', '# A\n\n\n', []],
])('%s', (_, text, expected) => {
  expect(foldsIn(text)).toEqual(expected)
})
