import { fileName } from '../model/note-path.ts'
import { perVault, type Rule } from './rule.ts'

/** Names that programs give to a second version of a file: Syncthing, Dropbox, Nextcloud and others, OneDrive. */
const copies = [
  /\.sync-conflict-\d{8}-\d{6}-\w+\./,
  /\((?:.* )?conflicted copy(?: \d{4}-\d\d-\d\d.*)?\)/i,
  /\((?:.* )?(?:Konfliktkopie|in Konflikt stehende Kopie|copie en conflit|copia en conflicto)\b.*\)/i,
  /\(case conflict(?: \d+)?\)/i,
]

/** A second version of a file that a program made when both had changed. */
export const syncConflict: Rule = {
  severity: 'warning',
  summary: 'A copy that a program made because a file was changed in two places',
  find: perVault(({ vault, notes }) => {
    const paths = [...notes.map(({ path }) => path), ...vault.attachments.map(({ path }) => path)]
    return paths
      .filter((path) => copies.some((copy) => copy.test(fileName(path))))
      .map((path) => ({
        path,
        line: 1,
        column: 1,
        message: 'this is a copy from a conflict of synchronisation; merge it with its original and remove it',
        suggestions: [],
      }))
  }),
}
