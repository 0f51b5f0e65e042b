import type { Edit } from '../../model/change.ts'
import { editAt } from '../draft.ts'
import { lineParts } from './line-parts.ts'

/** The edits that turn a text into another: each replaces whole lines that differ. None when the texts are equal. */
export function textDifference(before: string, after: string): readonly Edit[] {
  const edits: Edit[] = []
  let start = 0
  let removed = ''
  let added = ''
  const end = { sign: ' ' as const, lines: [] }
  for (const { sign, lines } of [...lineParts(before, after), end]) {
    const text = lines.join('')
    if (sign === '-') removed += text
    else if (sign === '+') added += text
    else {
      if (removed !== added) edits.push(editAt(before, start, start + removed.length, added))
      start += removed.length + text.length
      removed = added = ''
    }
  }
  return edits
}
