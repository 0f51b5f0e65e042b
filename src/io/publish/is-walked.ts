import { mkdirSync, rmdirSync } from '../files/file-system.ts'
import { relative, sep } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { errorReason } from '../files/error-code.ts'
import { type WalkOptions, walkVault } from '../vault/walk-vault.ts'

/** Whether notes in a folder of the vault would be read; a folder that does not exist yet is assumed to exist. */
export function isWalked(root: string, folder: string, options: WalkOptions): boolean {
  try {
    const made = mkdirSync(folder, { recursive: true })
    const walked = walkVault(root, options).folders.includes(relative(root, folder).split(sep).join('/'))
    for (let at = folder; made !== undefined && at.length >= made.length; at = at.slice(0, at.lastIndexOf(sep)))
      rmdirSync(at)
    return walked
  } catch (error) {
    return fail({ kind: 'io', action: 'publish into', path: folder, reason: errorReason(error) })
  }
}
