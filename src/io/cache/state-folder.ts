import { join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { type ChangeFiles, ifPresent } from '../files/change-files.ts'
import { errorCode, errorReason } from '../files/error-code.ts'
import { realVaultPath } from '../vault/vault-path.ts'
import { publicMode, writeTemporary } from '../files/write-file-whole.ts'

/** What git must ignore in `.wend`: all but `config.yml` and what else is to be shared. */
const ignored =
  '# Written by wend: what it keeps for itself.\n/.gitignore\n/cache/\n/history/\n/journal*\n/lock*\n/trash/\n'

/** Makes `.wend`, the folder of locks, history and trash. Refuses one that leads out of the vault. */
export function stateFolder(fs: ChangeFiles, root: string): string {
  return ownFolder(fs, root, '.wend')
}

/** Makes a folder below the vault's root for wend's own use; refuses when it is reached through a symbolic link. */
export function ownFolder(fs: ChangeFiles, root: string, path: string): string {
  const folder = join(root, path)
  try {
    if (realVaultPath(fs, root, path, 'keep') === join(fs.realpathSync(root), path)) {
      fs.mkdirSync(folder, { recursive: true })
      return folder
    }
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    return fail({ kind: 'io', action: 'make', path: folder, reason: errorReason(error) })
  }
  return fail({ kind: 'refused', message: `${path} is a symbolic link, so nothing is written there` })
}

/** Hides what wend keeps in `.wend` from git, unless there is a `.gitignore` already. */
export function hideState(fs: ChangeFiles, root: string): void {
  const file = join(root, '.wend', '.gitignore')
  if (ifPresent(() => fs.lstatSync(file)) === undefined) writeTemporary(fs, file, Buffer.from(ignored), publicMode)
}
