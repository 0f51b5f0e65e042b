import { randomBytes } from 'node:crypto'
import * as nodeFiles from '../files/file-system.ts'
import type { ChangeSet } from '../../core/model/change.ts'
import { FailureError } from '../../core/model/failure.ts'
import type { ChangeFiles } from '../files/change-files.ts'
import { errorCode } from '../files/error-code.ts'
import { errorSentence } from '../files/error-sentence.ts'
import { makeFolders } from '../files/make-folders.ts'
import { finishJournal, type Journal, journalFile, writeJournal } from './journal.ts'
import { planSteps } from './plan-steps.ts'
import { recoverChanges } from './recover-changes.ts'
import { type WritableVault, runJournal, takeBack } from './run-journal.ts'
import { hideState } from '../cache/state-folder.ts'
import { defaultConfig } from '../../core/model/config.ts'
import { defaultPatience, type LockPatience, withVaultLock } from './vault-lock.ts'

/** A vault's folder, and the folder of this user's state of it. */
export interface VaultFolders {
  readonly root: string
  readonly state: string
}

/** What changing a vault needs from outside; tests pass their own. */
export interface ChangeOptions {
  readonly fs?: ChangeFiles
  readonly patience?: LockPatience
  /** The time recorded for the change. */
  readonly now?: Date
  /** How many changes the history keeps. */
  readonly keep?: number
}

/** The result of a change: messages about an earlier unfinished one that was rolled back first. */
export interface AppliedChange {
  readonly messages: readonly string[]
}

/**
 * Applies a change to a vault, all or nothing, undoable, while other processes wait. Fails, naming the file, when one was changed since the
 * change was planned, can't be written or is in the way; then every file is as it was.
 */
export function applyChanges(vault: VaultFolders, changes: ChangeSet, options: ChangeOptions = {}): AppliedChange {
  return changing(vault, options, (place) => {
    const steps = planSteps(place, changes.changes)
    if (steps.length > 0) carryOut(place, newJournal({ title: changes.title, steps }, options.now), options.keep)
  })
}

/** Does work on a vault under its lock, after rolling back what an earlier process left unfinished. */
export function changing(
  { root, state }: VaultFolders,
  options: ChangeOptions,
  work: (place: WritableVault) => void,
): AppliedChange {
  const place = { fs: options.fs ?? nodeFiles, root, state }
  return withVaultLock(place.fs, root, options.patience ?? defaultPatience, () => {
    const messages = recoverChanges(place)
    work(place)
    return { messages }
  })
}

/** A journal with a name of its own. */
export function newJournal(what: Pick<Journal, 'title' | 'steps' | 'entry'>, now = new Date()): Journal {
  return { id: randomBytes(8).toString('hex'), at: now.toISOString(), ...what }
}

/** Runs all steps of a journal and adds it to the history, or rolls them back and fails. */
export function carryOut(place: WritableVault, journal: Journal, keep: number = defaultConfig.history): void {
  makeFolders(place.state, 0o700, place.fs)
  try {
    if (journal.steps.some(({ path }) => path === '.wend/trash')) hideState(place.fs, place.root)
    writeJournal(place.fs, place.state, journal)
    runJournal(place, journal)
    finishJournal(place.fs, place.state, journal, keep)
  } catch (error) {
    const left = abandon(place, journal)
    if (left === undefined) throw error
    throw new FailureError({
      kind: 'refused',
      message: `${errorSentence(error)}; what was done could not be taken back yet (${left})`,
      hint: `the next wend command in this vault will try again; the change is written down in ${journalFile(place.state)}`,
    })
  }
}

/** Rolls back a journal; gives the reason when that failed. */
function abandon(place: WritableVault, journal: Journal): string | undefined {
  try {
    takeBack(place, journal)
    for (const file of [`${journalFile(place.state)}.new`, journalFile(place.state)]) removeFile(place, file)
    return undefined
  } catch (error) {
    return errorSentence(error)
  }
}

function removeFile({ fs }: WritableVault, file: string): void {
  try {
    fs.unlinkSync(file)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}
