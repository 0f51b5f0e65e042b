import type { Definition } from '../../model/note.ts'
import type { Span } from '../../model/span.ts'
import { labelEnd } from './reference.ts'

/** Where the label of a definition `[label]: dest` stands, without its brackets. */
export function labelSpan(text: string, { span }: Pick<Definition, 'span'>): Span {
  const end = labelEnd(text, span.start, span.end)
  return end < 0 ? span : { start: span.start + 1, end: end - 1 }
}
