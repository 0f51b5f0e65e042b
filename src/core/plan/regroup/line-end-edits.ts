import type { Edit } from '../../model/change.ts'
import { editAt } from '../draft.ts'

/** Lines end as they do in the note that they come to. */
export function lineEndEdits(text: string, eol: string, others: readonly Edit[]): readonly Edit[] {
  return [...text.matchAll(/\r?\n/g)]
    .filter(({ 0: found }) => found !== eol)
    .map(({ index, 0: found }) => editAt(text, index, index + found.length, eol))
    .filter(({ span }) => !others.some((edit) => edit.span.start < span.end && span.start < edit.span.end))
}
