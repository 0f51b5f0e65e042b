import { join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { invertSplices } from './edit-bytes.ts'
import { historyEntries, historyFolder, readJournal, type Step } from './journal.ts'
import type { Place } from './run-journal.ts'

/** The last change that can be undone, with the steps that take it back. */
export interface UndoEntry {
  /** Its file in the history. */
  readonly name: string
  readonly title: string
  readonly steps: readonly Step[]
}

/** Finds the last change that was not undone; undefined when there is none. Fails when its entry can't be read. */
export function lastEntry({ fs, root }: Place): UndoEntry | undefined {
  for (const name of historyEntries(fs, root).toReversed()) {
    const journal = readJournal(fs, join(historyFolder(root), name))
    if (journal === 'damaged')
      return fail({ kind: 'io', action: 'undo with', path: join(historyFolder(root), name), reason: 'it is damaged' })
    if (journal !== undefined && journal.undoes === undefined)
      return { name, title: journal.title, steps: invertSteps(journal.steps) }
  }
  return undefined
}

/** The steps that take steps back, in the order in which steps are done: folders made, files written, files moved, folders removed. */
export function invertSteps(steps: readonly Step[]): readonly Step[] {
  const moved = new Map(steps.flatMap((step) => (step.kind === 'move' ? [[step.path, step.to] as const] : [])))
  const inverse = (kind: Step['kind']): readonly Step[] =>
    steps
      .filter((step) => step.kind === kind)
      .map((step) => invertStep(step, moved))
      .toReversed()
  return [...inverse('remove-folder'), ...inverse('write'), ...inverse('move'), ...inverse('make-folder')]
}

function invertStep(step: Step, moved: ReadonlyMap<string, string>): Step {
  switch (step.kind) {
    case 'make-folder':
      return { kind: 'remove-folder', path: step.path }
    case 'remove-folder':
      return { kind: 'make-folder', path: step.path }
    case 'move':
      return { ...step, path: step.to, to: step.path }
    case 'write':
      return {
        kind: 'write',
        path: moved.get(step.path) ?? step.path,
        before: step.after,
        after: step.before,
        splices: invertSplices(step.splices),
      }
  }
}
