import type { Edit } from '../../model/change.ts'
import type { Link } from '../../model/link.ts'
import type { Definition } from '../../model/note.ts'
import { labelSpan } from '../../parse/links/label-span.ts'
import { editAt } from '../draft.ts'

/** The edit that renames the label of a definition. */
export function editOfDefinition(text: string, definition: Definition, name: string): Edit {
  const { start, end } = labelSpan(text, definition)
  return editAt(text, start, end, name)
}

/** The edit that renames the label in a use of it: in `[text][label]` just the label; `[label]` and `[label][]` keep the text they show. */
export function editOfUse(text: string, { span }: Link, name: string): Edit {
  const written = text.slice(span.start, span.end)
  const label = /\]\[((?:[^[\]\\]|\\.)*)\]$/s.exec(written)?.[1]
  if (label === undefined) return editAt(text, span.end, span.end, `[${name}]`)
  return editAt(text, span.end - 1 - label.length, span.end - 1, name)
}
