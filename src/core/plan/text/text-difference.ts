import { diffLines } from 'diff'
import type { Edit } from '../../model/change.ts'
import { editAt } from '../draft.ts'

/** The edits that turn a text into another: each replaces whole lines that differ. None when the texts are equal. */
export function textDifference(before: string, after: string): readonly Edit[] {
  const edits: Edit[] = []
  let start = 0
  let removed = ''
  let added = ''
  for (const part of [...diffLines(before, after), { value: '', added: false, removed: false }]) {
    if (part.removed) removed += part.value
    else if (part.added) added += part.value
    else {
      if (removed !== added) edits.push(editAt(before, start, start + removed.length, added))
      start += removed.length + part.value.length
      removed = added = ''
    }
  }
  return edits
}
