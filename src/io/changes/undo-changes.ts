import * as nodeFiles from '../files/file-system.ts'
import type { ChangeSet, Touched } from '../../core/model/change.ts'
import { fail } from '../../core/model/failure.ts'
import { decodeText } from '../files/decode-text.ts'
import {
  type AppliedChange,
  carryOut,
  type ChangeOptions,
  changing,
  newJournal,
  type VaultFolders,
} from './apply-changes.ts'
import { spliceBytes } from './edit-bytes.ts'
import { type HistoryEntry, readHistory, reversal } from './history.ts'
import type { Journal, JournalStep } from './journal.ts'
import { missingFolders } from './plan-steps.ts'
import { type WritableVault } from './run-journal.ts'
import { StepPreview } from './step-preview.ts'

/** Which changes are undone or redone, and whether only a preview is made. */
export interface Reversal {
  readonly direction: 'undo' | 'redo'
  /** How many changes, one after the other; at least 1. */
  readonly count: number
  readonly dryRun: boolean
  /** Checks all that will be touched before anything is shown, and fails when it must not be. */
  readonly mayChange?: (touched: readonly Touched[]) => void
}

/**
 * Undoes the last changes, the latest first, or redoes undone ones; returns their total effect as one change. Refuses, before anything is
 * done, when there are not that many or a file is not as the change left it.
 */
export function reverseChanges(
  vault: VaultFolders,
  { direction, count, dryRun, mayChange }: Reversal,
  options: ChangeOptions = {},
): AppliedChange & { readonly changes: ChangeSet } {
  let changes: ChangeSet = { title: '', changes: [] }
  const work = (place: WritableVault): void => {
    const entries = chooseEntries(readHistory(place), direction, count)
    const journals = entries.map((entry) => newJournal(reversal(entry), options.now))
    mayChange?.(journals.flatMap(({ steps }) => steps.map(touchedBy)))
    const preview = new StepPreview(place)
    journals.forEach((journal, order) => {
      const inTheWay = preview.run(journal.steps)
      if (inTheWay === undefined) return
      const why = preview.holds(inTheWay) ? 'has changed since' : 'is not there any more'
      refuse(direction, entries[order] as HistoryEntry, `${inTheWay} ${why}`)
    })
    changes = { title: titleOf(direction, entries), changes: preview.changes() }
    if (!dryRun) for (const journal of journals) carryOut(place, withFolders(place, journal), options.keep)
  }
  if (dryRun) work({ fs: options.fs ?? nodeFiles, ...vault })
  const { messages } = dryRun ? { messages: [] } : changing(vault, options, work)
  return { messages, changes }
}

/** The path that a step touches, with the text of a file that it restores. */
function touchedBy(step: JournalStep): Touched {
  if (step.kind !== 'write' || step.before !== null) return step
  const { kind, path, splices } = step
  const decoded = decodeText(spliceBytes(Buffer.alloc(0), splices))
  return { kind, path, ...('text' in decoded && { text: decoded.text }) }
}

/** The journal with steps that make missing folders, such as the trash after it was emptied. */
function withFolders(place: WritableVault, journal: Journal): Journal {
  const made = new Set(journal.steps.flatMap((step) => (step.kind === 'make-folder' ? [step.path] : [])))
  const targets = journal.steps.flatMap((step) =>
    step.kind === 'move' ? [step.to] : step.kind === 'write' && step.before === null ? [step.path] : [],
  )
  const missing = missingFolders(place, targets).filter(({ path }) => !made.has(path))
  return missing.length === 0 ? journal : { ...journal, steps: [...missing, ...journal.steps] }
}

function chooseEntries(
  history: readonly HistoryEntry[],
  direction: 'undo' | 'redo',
  count: number,
): readonly HistoryEntry[] {
  const undone = direction === 'redo'
  const all = history.filter((entry) => entry.undone === undone)
  const entries = (undone ? all : all.toReversed()).slice(0, count)
  if (entries.length === count) return entries
  const left = entries.length === 0 ? `nothing to ${direction}` : `only ${entries.length} to ${direction}`
  const hint = entries.length === 0 ? {} : { hint: 'see them with: wend undo --list' }
  return fail({ kind: 'refused', message: left, ...hint })
}

function titleOf(direction: string, entries: readonly HistoryEntry[]): string {
  return `${direction}: ${entries.map(({ title }) => title).join('; ')}`
}

function refuse(direction: string, { title }: HistoryEntry, why: string): never {
  return fail({
    kind: 'refused',
    message: `cannot ${direction} "${title}": ${why}`,
    hint: 'nothing was changed',
  })
}
