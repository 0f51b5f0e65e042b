import { randomBytes } from 'node:crypto'
import * as nodeFiles from 'node:fs'
import type { ChangeSet } from '../../core/model/change.ts'
import { fail, FailureError } from '../../core/model/failure.ts'
import type { ChangeFiles } from './change-files.ts'
import { errorCode } from '../files/error-code.ts'
import { errorSentence } from '../files/error-sentence.ts'
import { finishJournal, type Journal, journalFile, writeJournal } from './journal.ts'
import { planSteps } from './plan-steps.ts'
import { recoverChanges } from './recover-changes.ts'
import { firstChanged, type Place, runJournal, takeBack } from './run-journal.ts'
import { hideState } from '../cache/state-folder.ts'
import { stepChanges } from './step-changes.ts'
import { lastEntry } from './undo-entry.ts'
import { defaultPatience, type LockPatience, withVaultLock } from './vault-lock.ts'

/** What changing a vault needs of the outside; tests pass their own. */
export interface ChangeOptions {
  readonly fs?: ChangeFiles
  readonly patience?: LockPatience
}

/** What became of a change: messages about an earlier one that had to be taken back first. */
export interface AppliedChange {
  readonly messages: readonly string[]
}

/**
 * Applies a change to the vault at `root`, all or nothing, alone (other processes wait) and undoable. Fails with the file that was
 * changed since it was planned on, could not be written or is in the way; then every file is as it was.
 */
export function applyChanges(root: string, changes: ChangeSet, options: ChangeOptions = {}): AppliedChange {
  return changing(root, options, (place) => {
    const steps = planSteps(place, changes.changes)
    if (steps.length > 0) carryOut(place, { ...newJournal(changes.title), steps })
  })
}

/** Takes back the last change as a whole, or with `dryRun` only says what that comes to. Refuses when a file has changed since, or nothing is left to undo. */
export function undoLastChange(
  root: string,
  options: ChangeOptions & { readonly dryRun?: boolean } = {},
): AppliedChange & { readonly changes: ChangeSet } {
  let changes: ChangeSet = { title: '', changes: [] }
  const applied = changing(root, options, (place) => {
    const entry = lastEntry(place)
    if (entry === undefined) return fail({ kind: 'refused', message: 'nothing to undo' })
    const journal: Journal = { ...newJournal(`undo: ${entry.title}`), steps: entry.steps, undoes: entry.name }
    const changed = firstChanged(place, journal)
    if (changed !== undefined)
      fail({
        kind: 'refused',
        message: `cannot undo "${entry.title}": ${changed} has changed since`,
        hint: 'nothing was changed',
      })
    changes = { title: journal.title, changes: stepChanges(place, journal.steps) }
    if (options.dryRun !== true) carryOut(place, journal)
  })
  return { ...applied, changes }
}

function changing(root: string, options: ChangeOptions, work: (place: Place) => void): AppliedChange {
  const place = { fs: options.fs ?? nodeFiles, root }
  return withVaultLock(place.fs, root, options.patience ?? defaultPatience, () => {
    const messages = recoverChanges(place)
    work(place)
    return { messages }
  })
}

function newJournal(title: string): Pick<Journal, 'id' | 'title' | 'at'> {
  return { id: randomBytes(8).toString('hex'), title, at: new Date().toISOString() }
}

function carryOut(place: Place, journal: Journal): void {
  hideState(place.fs, place.root)
  try {
    writeJournal(place.fs, place.root, journal)
    runJournal(place, journal)
    finishJournal(place.fs, place.root, journal)
  } catch (error) {
    const left = abandon(place, journal)
    if (left === undefined) throw error
    throw new FailureError({
      kind: 'refused',
      message: `${errorSentence(error)}; what was done could not be taken back yet (${left})`,
      hint: `the next wend command in this vault will try again; the change is written down in ${journalFile(place.root)}`,
    })
  }
}

/** Takes back what was done; says why it could not, if so. */
function abandon(place: Place, journal: Journal): string | undefined {
  try {
    takeBack(place, journal)
    for (const file of [`${journalFile(place.root)}.new`, journalFile(place.root)]) removeFile(place, file)
    return undefined
  } catch (error) {
    return errorSentence(error)
  }
}

function removeFile({ fs }: Place, file: string): void {
  try {
    fs.unlinkSync(file)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}
