import { dirname } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { errorCode, errorReason } from './error-code.ts'
import * as fs from './file-system.ts'
import { makeFolders } from './make-folders.ts'
import { publicMode, removeLeftBeside, replaceWhole, temporaryBeside, writeTemporary } from './write-file-whole.ts'

/**
 * Writes a file that a person named, atomically, with the folders it needs; false when it exists and `force` is not given. A symbolic link
 * of that name is followed. Fails with the reason when it can't be written.
 */
export function saveFile(file: string, text: string, force: boolean): boolean {
  try {
    makeFolders(dirname(file), 0o777)
    const bytes = Buffer.from(text)
    if (!force) return create(file, bytes)
    const target = fs.existsSync(file) ? fs.realpathSync(file) : file
    tidy(target)
    replaceWhole(fs, target, bytes, fs.existsSync(target) ? fs.statSync(target) : publicMode)
    return true
  } catch (error) {
    return fail({ kind: 'io', action: 'write', path: file, reason: errorReason(error) })
  }
}

/** Creates the file with a hard link, which fails when another program created it meanwhile; a rename would replace that. */
function create(file: string, bytes: Uint8Array): boolean {
  const temporary = temporaryBeside(file)
  tidy(file)
  try {
    writeTemporary(fs, temporary, bytes, publicMode)
    fs.linkSync(temporary, file)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  } finally {
    discard(temporary)
  }
}

/** The file is written, or its failure is reported: a leftover is removed next time. */
function discard(temporary: string): void {
  try {
    fs.rmSync(temporary, { force: true })
  } catch {
    // See removeLeftBeside.
  }
}

/** Leftovers are no reason to fail: a folder may be writable but not readable. */
function tidy(file: string): void {
  try {
    removeLeftBeside(fs, file)
  } catch {
    // It stays until next time.
  }
}
