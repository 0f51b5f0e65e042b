import type { Edit } from '../../model/change.ts'
import type { Definition, Note } from '../../model/note.ts'
import { editAt } from '../draft.ts'

/** Edits that sort each run of consecutive reference definitions (`[label]: …`, one to a line) by label; numbers by value. */
export function sortDefinitions({ definitions }: Pick<Note, 'definitions'>, text: string): readonly Edit[] {
  const edits: Edit[] = []
  let run: Definition[] = []
  const close = (): void => {
    edits.push(...sorted(run, text))
    run = []
  }
  for (const definition of [...definitions].sort((a, b) => a.span.start - b.span.start)) {
    const last = run.at(-1)
    if (last !== undefined && !follows(text.slice(last.span.end, definition.span.start))) close()
    run.push(definition)
  }
  close()
  return edits
}

/** Whether only a line end stands between two definitions. */
function follows(between: string): boolean {
  return /^[ \t]*(?:\r\n|\n|\r)[ \t]{0,3}$/.test(between)
}

function sorted(run: readonly Definition[], text: string): readonly Edit[] {
  // Of two with the same label the first counts, so they keep their order.
  const wanted = [...run].sort((a, b) => compare(a.label, b.label))
  return run.flatMap((definition, place) => {
    const other = wanted[place]
    if (other === undefined || other === definition) return []
    const { start, end } = definition.span
    return [editAt(text, start, end, text.slice(other.span.start, other.span.end))]
  })
}

const collator = new Intl.Collator('en', { numeric: true })

function compare(a: string, b: string): number {
  return collator.compare(a, b)
}
