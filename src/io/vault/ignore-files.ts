import { readPlainFile } from '../files/file-system.ts'
import type { IgnoreRules } from '../../core/vault/ignore-rules.ts'

/** What an ignore file, or several, say of the paths below their folder. */
export interface FolderRules {
  /** The folder of the vault that they are for, relative to the root, which is the empty path. */
  readonly folder: string
  /** The way from where rules above the root stand to it. */
  readonly prefix?: string
  readonly rules: IgnoreRules
}

/** Names of the files that hold such rules. */
export const ignoreFiles: ReadonlySet<string> = new Set(['.gitignore', '.ignore'])

/** Bytes of the largest ignore file that is read. */
const largestRules = 1_000_000

/** The text of an ignore file; one that is missing or can't be read says nothing. */
export function readIgnoreFile(file: string): string {
  try {
    return readPlainFile(file, largestRules, { follow: false }).toString('utf8')
  } catch {
    return ''
  }
}

/**
 * Whether a path, relative to the root and with a slash at its end for a folder, is ignored by rules given from the outermost to the
 * innermost: the innermost that says anything about it decides, as in git.
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
