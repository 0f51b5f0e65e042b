import * as nodeFiles from 'node:fs'
import { existsSync } from 'node:fs'
import { fail } from '../../core/model/failure.ts'
import { type ChangeFiles, ifPresent } from './change-files.ts'
import { errorSentence } from '../files/error-sentence.ts'
import { historyEntries, historyFolder, journalFile, readJournal } from './journal.ts'
import { type Place, takeBack } from './run-journal.ts'
import { defaultPatience, liveHolder, lockFile, type LockPatience, withVaultLock } from './vault-lock.ts'

/**
 * Takes back a change that a process left unfinished; to be called before a vault is read.
 * Returns what was done, as messages; a vault that can't be repaired (read-only, say) is still read.
 */
export function recoverVault(
  root: string,
  patience: LockPatience = defaultPatience,
  fs: ChangeFiles = nodeFiles,
): readonly string[] {
  const unfinished = existsSync(journalFile(root))
  if (!unfinished && !existsSync(lockFile(root))) return []
  const place = { fs, root }
  if (!unfinished && liveHolder(fs, root, patience.now()) !== undefined) return []
  try {
    return withVaultLock(fs, root, patience, () => recoverChanges(place))
  } catch (error) {
    return unfinished
      ? [`an earlier change was interrupted and could not be taken back yet: ${errorSentence(error)}`]
      : []
  }
}

/** Takes back an unfinished change; the lock is held. */
export function recoverChanges(place: Place): readonly string[] {
  const { fs, root } = place
  const file = journalFile(root)
  ifPresent(() => fs.unlinkSync(`${file}.new`))
  removeUndone(place)
  const journal = readJournal(fs, file)
  if (journal === undefined) return []
  if (journal === 'damaged')
    return fail({ kind: 'refused', message: `${file} is not a journal that wend wrote; look at it and delete it` })
  const conflicts = takeBack(place, journal)
  fs.unlinkSync(file)
  const kept = conflicts.map((path) => `${path} was changed in the meantime and left as it is`)
  return [`took back a change that was interrupted: ${journal.title}`, ...kept]
}

/** Removes history entries of changes that were undone, in case the process ended between the two. */
function removeUndone({ fs, root }: Place): void {
  const last = historyEntries(fs, root).at(-1)
  if (last === undefined) return
  const file = `${historyFolder(root)}/${last}`
  const journal = readJournal(fs, file)
  if (journal !== undefined && journal !== 'damaged' && journal.undoes !== undefined)
    ifPresent(() => fs.unlinkSync(file))
}
