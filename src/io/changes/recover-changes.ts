import * as nodeFiles from '../files/file-system.ts'
import { fail } from '../../core/model/failure.ts'
import { type ChangeFiles, ifPresent } from '../files/change-files.ts'
import { errorSentence } from '../files/error-sentence.ts'
import { journalFile, readJournal } from './journal.ts'
import { type WritableVault, takeBack } from './run-journal.ts'
import { defaultPatience, liveHolder, lockFile, type LockPatience, withVaultLock } from './vault-lock.ts'

/**
 * Rolls back a change that a process of this user left unfinished, by the journal in one of the state folders; to be called before a vault
 * is read. Returns messages about what was done. A vault that can't be repaired (read-only, say) is still read.
 */
export function recoverVault(
  root: string,
  states: readonly string[],
  patience: LockPatience = defaultPatience,
  fs: ChangeFiles = nodeFiles,
): readonly string[] {
  const unfinished = states.filter((state) => nodeFiles.existsSync(journalFile(state)))
  if (unfinished.length === 0 && !nodeFiles.existsSync(lockFile(root))) return []
  if (unfinished.length === 0 && liveHolder(fs, root, patience.now()) !== undefined) return []
  try {
    return withVaultLock(fs, root, patience, () => unfinished.flatMap((state) => recoverChanges({ fs, root, state })))
  } catch (error) {
    return unfinished.length > 0
      ? [`an earlier change was interrupted and could not be taken back yet: ${errorSentence(error)}`]
      : []
  }
}

/** Rolls back an unfinished change; the caller holds the lock. */
export function recoverChanges(place: WritableVault): readonly string[] {
  const { fs, state } = place
  const file = journalFile(state)
  ifPresent(() => fs.unlinkSync(`${file}.new`))
  const journal = readJournal(fs, file)
  if (journal === undefined) return []
  if (journal === 'damaged')
    return fail({
      kind: 'refused',
      message: `${file} is damaged, so a change cannot be taken back; look at it and delete it`,
    })
  const conflicts = takeBack(place, journal)
  fs.unlinkSync(file)
  const kept = conflicts.map((path) => `${path} was changed in the meantime and left as it is`)
  return [`took back a change that was interrupted: ${journal.title}`, ...kept]
}
