import { FailureError } from '../../core/model/failure.ts'
import type { VaultDates } from '../vault/vault-dates.ts'
import { changedFiles } from './changed-files.ts'
import { gitHistory } from './git-history.ts'
import { askGit } from './start-program.ts'

/** When git says that the files of a folder were made and changed; its history is read when the first file is asked for. */
export function gitDates(root: string): NonNullable<VaultDates['git']> {
  let dates: ReturnType<typeof gitHistory>['dates'] | undefined
  let changed: ReadonlySet<string> | undefined
  return {
    head: askGit(root, ['rev-parse', 'HEAD'])?.trim() ?? '',
    of: (path) => {
      dates ??= gitHistory(root).dates
      changed ??= new Set(changedSince(root))
      const known = dates.get(path)
      if (known === undefined) return {}
      const created = inUtc(known.created)
      return changed.has(path) ? { created } : { created, edited: inUtc(known.edited) }
    },
  }
}

/** Outside a repository nothing has a date of git's. */
function changedSince(root: string): readonly string[] {
  try {
    return changedFiles(root)
  } catch (error) {
    if (error instanceof FailureError) return []
    throw error
  }
}

/** Times of different zones are put in order as texts. */
function inUtc(time: string): string {
  return new Date(time).toISOString()
}
