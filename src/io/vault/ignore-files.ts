import { readPlainFile } from '../files/file-system.ts'
import type { IgnoreRules } from '../../core/vault/ignore-rules.ts'

/** The rules of one or several ignore files for the paths below their folder. */
export interface FolderRules {
  /** The folder of the vault that they apply to, relative to the root, which is the empty path. */
  readonly folder: string
  /** For rules from above the root, the path from their folder to the root. */
  readonly prefix?: string
  readonly rules: IgnoreRules
}

/** The names of ignore files. */
export const ignoreFiles: ReadonlySet<string> = new Set(['.gitignore', '.ignore'])

/** The largest ignore file that is read, in bytes. */
const largestRules = 1_000_000

/** The text of an ignore file; empty when it is missing or can't be read. */
export function readIgnoreFile(file: string): string {
  try {
    return readPlainFile(file, largestRules, { follow: false }).toString('utf8')
  } catch {
    return ''
  }
}

/**
 * Whether a path, relative to the root and with a slash at its end for a folder, is ignored by rules ordered from outermost to innermost:
 * the innermost that matches decides, as in git.
 */
export function isIgnored(all: readonly FolderRules[], path: string): boolean {
  for (let at = all.length - 1; at >= 0; at--) {
    const { folder, rules, prefix = '' } = all[at] as FolderRules
    const inside = folder === '' ? path : path.slice(folder.length + 1)
    const verdict = rules.test(prefix === '' ? inside : `${prefix}/${inside}`)
    if (verdict.ignored) return true
    if (verdict.unignored) return false
  }
  return false
}
