import { fail } from '../../model/failure.ts'
import type { Note } from '../../model/note.ts'
import { missingPart } from '../../query/note/missing-part.ts'
import { sameHeadings } from '../../query/note/same-headings.ts'
import { resolveAnchor } from '../../vault/resolve-anchor.ts'
import { editAt, type PlanSource } from '../draft.ts'
import { keepLinks } from '../spelling/keep-links.ts'
import type { Plan } from './rename-note.ts'

/** Plans to reword a heading and keeps every link to it, and to headings whose slug changes with it. */
export function renameHeading(source: PlanSource, note: Note, anchor: string, words: string): Plan {
  const match = resolveAnchor(note, anchor)
  const text = words.trim().replace(/\s+/g, ' ').replace(/^#+ /, '')
  if (text === '') fail({ kind: 'usage', message: 'the new heading is empty' })
  if (match === undefined) return missingPart(note, anchor)
  if (match.kind !== 'heading') return fail({ kind: 'refused', message: `${note.path} has no heading "${anchor}"` })
  const { start, end } = match.heading.textSpan
  const edit = editAt(source.textOf(note.path), start, end, text)
  if (edit.before === text)
    return { changes: { title: `${note.path} has that heading already`, changes: [] }, messages: [] }
  const { changes, messages } = keepLinks(source, { moves: new Map(), edits: new Map([[note.path, [edit]]]) })
  return {
    changes: { title: `rename the heading "${match.heading.text}" of ${note.path} to "${text}"`, changes },
    messages: [...sameHeadings(note, anchor), ...messages],
  }
}
