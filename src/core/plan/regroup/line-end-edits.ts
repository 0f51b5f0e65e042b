import type { Edit } from '../../model/change.ts'
import type { Span } from '../../model/span.ts'
import { editAt } from '../draft.ts'

/** Lines end as they do in the note that they come to. */
export function lineEndEdits(text: string, eol: string, others: readonly Edit[]): readonly Edit[] {
  return [...text.matchAll(/\r?\n/g)]
    .filter(({ 0: found }) => found !== eol)
    .map(({ index, 0: found }) => editAt(text, index, index + found.length, eol))
    .filter(({ span }) => !others.some((edit) => edit.span.start < span.end && span.start < edit.span.end))
}

/** What is taken leaves no line behind, nor two blank ones in a row; the text ends with the stretch that holds it. */
export function withLineEnd(text: string, { start, end }: Span): Span {
  const after = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0
  const isParted = /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 4), start))
  const blank = isParted ? (/^[ \t]*\r?\n/.exec(text.slice(end + after))?.[0].length ?? 0) : 0
  return { start, end: end + after + blank }
}
