import type { Definition } from '../../core/model/note.ts'
import type { Span } from '../../core/model/span.ts'

/** Where the label of a definition `[label]: dest` stands, without its brackets. */
export function definitionOf(text: string, { span }: Definition): Span {
  const start = text.indexOf('[', span.start) + 1
  const end = text.indexOf(']:', start)
  return start > 0 && end >= start && end <= span.end ? { start, end } : span
}
