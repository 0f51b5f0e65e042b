import type { Edit } from '../../model/change.ts'
import type { Heading, Note } from '../../model/note.ts'
import { isWithin, type Span } from '../../model/span.ts'
import { editAt } from '../draft.ts'

/** The edits that move the headings within a span by some levels, but not beyond levels 1 and 6. */
export function shiftHeadings(note: Note, text: string, span: Span, by: number): readonly Edit[] {
  if (by === 0) return []
  return note.headings
    .filter((heading) => isWithin(heading.span, span))
    .flatMap((heading) => levelEdits(text, heading, Math.min(6, Math.max(1, heading.level + by))))
}

/** Replaces the level of a heading; a setext heading becomes one with `#`, on one line. */
function levelEdits(text: string, { span, textSpan, level }: Heading, wanted: number): readonly Edit[] {
  if (level === wanted) return []
  const marks = /^#+/.exec(text.slice(span.start, textSpan.start))?.[0]
  if (marks !== undefined) return [editAt(text, span.start, span.start + marks.length, '#'.repeat(wanted))]
  const written = text.slice(textSpan.start, span.end)
  const underline = /\s*\n[^\n]*$/.exec(written)?.[0] ?? ''
  const end = span.end - underline.length
  const id = Math.max(textSpan.start, end)
  const breaks = [...text.slice(textSpan.start, id).matchAll(/[ \t]*\r?\n[ \t>]*/g)]
  return [
    editAt(text, span.start, span.start, `${'#'.repeat(wanted)} `),
    ...breaks.map(({ index, 0: found }) =>
      editAt(text, textSpan.start + index, textSpan.start + index + found.length, ' '),
    ),
    editAt(text, end, span.end, ''),
  ]
}
