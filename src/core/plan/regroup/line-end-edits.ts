import type { Edit } from '../../model/change.ts'
import { overlap, type Span } from '../../model/span.ts'
import { editAt } from '../draft.ts'

/** The edits that give a text the line ends of the note into which it moves. */
export function lineEndEdits(text: string, eol: string, others: readonly Edit[]): readonly Edit[] {
  return [...text.matchAll(/\r?\n/g)]
    .filter(({ 0: found }) => found !== eol)
    .map(({ index, 0: found }) => editAt(text, index, index + found.length, eol))
    .filter(({ span }) => !others.some((edit) => overlap(edit.span, span)))
}

/** A span with the rest of its line, so that removing it leaves no empty line, nor two in a row. `text` ends where the range around it does. */
export function withLineEnd(text: string, { start, end }: Span): Span {
  const after = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0
  const isParted = /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 4), start))
  const blank = isParted ? (/^[ \t]*\r?\n/.exec(text.slice(end + after))?.[0].length ?? 0) : 0
  return { start, end: end + after + blank }
}
