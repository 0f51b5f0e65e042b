import type { VaultDates } from '../vault/vault-dates.ts'
import { changedFiles } from './changed-files.ts'
import { gitHistory, ifAnswered } from './git-history.ts'
import { askGit } from './start-program.ts'

/** When the files of a folder were created and changed according to git; its history is read when the first file is asked for. */
export function gitDates(root: string): NonNullable<VaultDates['git']> {
  let dates: ReturnType<typeof gitHistory>['dates'] | undefined
  let changed: ReadonlySet<string> | undefined
  return {
    head: ifAnswered(() => askGit(root, ['rev-parse', 'HEAD']))?.trim() ?? '',
    of: (path) => {
      dates ??= gitHistory(root).dates
      changed ??= new Set(dates.size === 0 ? [] : ifAnswered(() => changedFiles(root)))
      const known = dates.get(path)
      if (known === undefined) return {}
      const created = inUtc(known.created)
      return changed.has(path) ? { created } : { created, edited: inUtc(known.edited) }
    },
  }
}

/** Converts a time to UTC, so that times sort as texts. */
function inUtc(time: string): string {
  return new Date(time).toISOString()
}
