import { join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { invertSplices } from './edit-bytes.ts'
import { journalEntries, historyFolder, type Journal, readJournal, type JournalStep } from './journal.ts'
import { linkHash, type WritableVault } from './run-journal.ts'

/** A change of the history. */
export interface HistoryEntry {
  /** The name of its file in the history. */
  readonly name: string
  readonly title: string
  /** When it was last made, undone or redone, ISO 8601. */
  readonly at: string
  readonly undone: boolean
  /** The steps that were last run: those of the change, or those that undid it. */
  readonly steps: readonly JournalStep[]
}

/**
 * The changes of the history, oldest first: those in effect, then undone ones that can be redone. A new change drops the undone ones. Fails
 * with the entry that can't be read.
 */
export function readHistory({ fs, state }: Pick<WritableVault, 'fs' | 'state'>): readonly HistoryEntry[] {
  const entries = journalEntries(fs, state).map((name) => toEntry(name, readEntry({ fs, state }, name)))
  const last = entries.findLastIndex(({ undone }) => !undone)
  return entries.filter(({ undone }, order) => !undone || order > last)
}

/** The journal that undoes an entry, or redoes an undone one. */
export function reversal(entry: HistoryEntry): Pick<Journal, 'title' | 'steps' | 'entry'> {
  return { title: entry.title, steps: invertSteps(entry.steps), entry: { name: entry.name, undone: !entry.undone } }
}

function readEntry({ fs, state }: Pick<WritableVault, 'fs' | 'state'>, name: string): Journal {
  const file = join(historyFolder(state), name)
  const journal = readJournal(fs, file)
  if (journal !== undefined && journal !== 'damaged') return journal
  return fail({
    kind: 'io',
    action: 'undo with',
    path: file,
    reason: 'it is damaged; delete it to undo what came before',
  })
}

function toEntry(name: string, { title, at, steps, entry }: Journal): HistoryEntry {
  return { name, title, at, steps, undone: entry?.undone === true }
}

/** The steps that reverse steps, in the order in which steps run: make folders, write files, move files, remove folders. */
export function invertSteps(steps: readonly JournalStep[]): readonly JournalStep[] {
  const moved = new Map(steps.flatMap((step) => (step.kind === 'move' ? [[step.path, step.to] as const] : [])))
  const before = new Map(steps.flatMap((step) => hashBefore(step)))
  const inverse = (kind: JournalStep['kind']): readonly JournalStep[] =>
    steps
      .filter((step) => step.kind === kind)
      .map((step) => invertStep(step, moved, before))
      .toReversed()
  return [
    ...inverse('remove-folder'),
    ...inverse('write'),
    ...inverse('relink'),
    ...inverse('move'),
    ...inverse('make-folder'),
  ]
}

function hashBefore(step: JournalStep): readonly (readonly [path: string, hash: string | null])[] {
  if (step.kind === 'relink') return [[step.path, linkHash(step.before)]]
  return step.kind === 'write' ? [[step.path, step.before]] : []
}

function invertStep(
  step: JournalStep,
  moved: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string | null>,
): JournalStep {
  switch (step.kind) {
    case 'make-folder':
      return { kind: 'remove-folder', path: step.path }
    case 'remove-folder':
      return { kind: 'make-folder', path: step.path }
    case 'move':
      return { kind: 'move', path: step.to, to: step.path, hash: before.get(step.path) ?? step.hash }
    case 'relink': {
      const { kind, path, before: former, after } = step
      return { kind, path: moved.get(path) ?? path, before: after, after: former }
    }
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
