import { CodeActionKind, type TextEdit } from 'vscode-languageserver/node'
import type { Edit } from '../../../core/model/change.ts'
import { orderEdits } from '../../../core/model/change.ts'
import type { Note } from '../../../core/model/note.ts'
import type { Span } from '../../../core/model/span.ts'
import { editAt } from '../../../core/plan/draft.ts'
import { alignTables } from '../../../core/plan/tidy/align-tables.ts'
import { sortDefinitions } from '../../../core/plan/tidy/sort-definitions.ts'
import { findTableOfContents, tableOfContents } from '../../../core/plan/tidy/table-of-contents.ts'
import { displayWidth } from '../../../view/display-width.ts'
import type { Offer } from './offer.ts'
import type { Subject } from '../workspace.ts'

/** The edits of formatting a note, or a part of it: aligns tables and sorts link definitions, nothing else. */
export function formatEdits({ note, text, positions }: Subject, within?: Span): TextEdit[] {
  const edits = [...alignTables(note, text, displayWidth), ...sortDefinitions(note, text)]
  return orderEdits(text, edits)
    .filter(({ span }) => within === undefined || (span.start >= within.start && span.end <= within.end))
    .map(({ span, after }) => ({ range: positions.range(span), newText: after }))
}

/** The parts of a note that can be tidied: its table of contents, which may be inserted at an empty line, and its link definitions. */
export function tidyings({ note, text, positions }: Subject, { start }: Span): readonly Offer[] {
  const { isThere, update } = findTableOfContents(note, text)
  const isFree = positions.line(positions.lineOf(start)).trim() === '' && start >= note.bodyStart
  const made = isFree && !isThere ? tableOfContents(note, start, 'markdown') : ''
  return [
    ...offer(note, text, 'Update the table of contents', update === undefined ? [] : [update]),
    ...offer(note, text, 'Put a table of contents here', made === '' ? [] : [editAt(text, start, start, made)]),
    ...offer(note, text, 'Sort the link definitions', sortDefinitions(note, text)),
  ]
}

function offer({ path }: Note, original: string, title: string, edits: readonly Edit[]): readonly Offer[] {
  if (edits.length === 0) return []
  return [
    { title, kind: CodeActionKind.Source, changes: { title, changes: [{ kind: 'edit', path, original, edits }] } },
  ]
}
