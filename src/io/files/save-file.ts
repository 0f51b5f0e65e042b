import { dirname } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { errorCode, errorReason } from './error-code.ts'
import * as fs from './file-system.ts'
import { makeFolders } from './make-folders.ts'
import { publicMode, removeLeftBeside, replaceWhole, temporaryBeside, writeTemporary } from './write-file-whole.ts'

/**
 * Writes a file that a person named, whole, with the folders it needs; false when one is there already and `force` is not given.
 * Their own symbolic link is written through. Fails with the reason when it can't be written.
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

/** A link appears whole or not at all, where a rename would replace what another program made meanwhile. */
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

/** The file is there by now, or its writing failed for a reason that is told: what is left beside it goes with the next. */
function discard(temporary: string): void {
  try {
    fs.rmSync(temporary, { force: true })
  } catch {
    // See removeLeftBeside.
  }
}

/** What was left here once is no reason not to write: a folder may be open for writing, not for reading. */
function tidy(file: string): void {
  try {
    removeLeftBeside(fs, file)
  } catch {
    // It stays for another time.
  }
}
