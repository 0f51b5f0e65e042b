import type { Note } from '../../model/note.ts'
import type { SearchMatch } from '../../model/report.ts'
import type { Expression } from '../expression/expression.ts'
import type { PatternFinder } from './conditions.ts'
import { lineStart } from '../../model/line-ends.ts'

/** The line of a note's body where the first pattern of a query matches, as it is written; nothing where none does. */
export async function patternLine(
  findPattern: PatternFinder,
  conditions: readonly Expression[],
  { note, text }: { readonly note: Note; readonly text: string },
): Promise<readonly SearchMatch[]> {
  for (const condition of conditions) {
    if (condition.kind !== 'pattern') continue
    const body = text.slice(note.bodyStart)
    const [start, end] = (await findPattern(condition, [body]))?.[0]?.[0] ?? []
    if (start === undefined || end === undefined) continue
    const from = lineStart(body, start)
    const line = body.slice(from).split('\n', 1)[0] ?? ''
    const range = [start - from, Math.min(line.length, end - from)] as const
    return [
      { field: 'body', line: text.slice(0, note.bodyStart + from).split('\n').length, text: line, ranges: [range] },
    ]
  }
  return []
}
