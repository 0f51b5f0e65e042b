import { closeSync, fsyncSync, linkSync, openSync, realpathSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { errorCode, errorReason } from './error-code.ts'
import { makeFolders } from './make-folders.ts'

/** Creates a file in the vault whole or not at all; false when it exists already. Folders are made as needed, never outside the vault. */
export function createFile(root: string, path: string, text: string): boolean {
  const file = join(root, path)
  const temporary = join(dirname(file), `.${Math.random().toString(36).slice(2)}.wend-new`)
  try {
    makeFolders(dirname(file), 0o777)
    const inside = relative(realpathSync(root), realpathSync(dirname(file)))
    if (inside === '..' || inside.startsWith(`..${sep}`))
      fail({ kind: 'refused', message: `${path} would leave the vault through a symbolic link` })
    const descriptor = openSync(temporary, 'wx')
    try {
      writeFileSync(descriptor, text)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    linkSync(temporary, file)
    return true
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    if (errorCode(error) === 'EEXIST') return false
    return fail({ kind: 'io', action: 'create', path, reason: errorReason(error) })
  } finally {
    try {
      unlinkSync(temporary)
    } catch {
      // It was never made.
    }
  }
}
