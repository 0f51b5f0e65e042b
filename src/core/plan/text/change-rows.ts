import type { Change, ChangeSet, EditFile } from '../../model/change.ts'
import type { ChangeRow } from '../../model/report.ts'
import { LineIndex } from '../../parse/line-index.ts'

/** The effect of a change on each file, in the terms of the JSON contract; a file that is moved and edited is one row. */
export function changeRows({ changes }: ChangeSet): readonly ChangeRow[] {
  const edits = new Map(changes.flatMap((change) => (change.kind === 'edit' ? [[change.path, change] as const] : [])))
  const moved = new Set(changes.flatMap((change) => (change.kind === 'move' ? [change.path] : [])))
  return changes
    .filter((change) => change.kind !== 'edit' || !moved.has(change.path))
    .map((change) => rowOf(change, edits.get(change.path)))
}

function rowOf(change: Change, edit: EditFile | undefined): ChangeRow {
  return {
    action: change.kind,
    path: change.path,
    ...(change.kind === 'move' || change.kind === 'relink' ? { to: change.to } : {}),
    edits: edit === undefined ? [] : editRows(edit),
  }
}

function editRows({ original, edits }: EditFile): ChangeRow['edits'] {
  const lines = LineIndex.of(original)
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, before, after }) => ({ ...lines.position(span.start), before, after }))
}
