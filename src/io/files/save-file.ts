import { basename, dirname } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { createFile } from './create-file.ts'
import { errorReason } from './error-code.ts'
import { makeFolders } from './make-folders.ts'

/** Writes a file whole, with the folders it needs; false when one is there already and `force` is not given. Fails with the reason when it can't be written. */
export async function saveFile(file: string, text: string, force: boolean): Promise<boolean> {
  if (!force) return createFile(dirname(file), basename(file), text)
  try {
    const { default: writeFileAtomic } = await import('write-file-atomic')
    makeFolders(dirname(file), 0o777)
    await writeFileAtomic(file, text)
    return true
  } catch (error) {
    return fail({ kind: 'io', action: 'write', path: file, reason: errorReason(error) })
  }
}
