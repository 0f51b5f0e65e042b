import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { constants } from './file-system.ts'
import { type ChangeFiles, ifPresent } from './change-files.ts'
import { errorCode } from './error-code.ts'

/** Permissions and owner to copy to a written file. */
export interface FileOwnership {
  readonly mode: number
  readonly uid: number
  readonly gid: number
}

/** Writes a temporary file and syncs it to disk; one left by an earlier run is replaced, never followed. */
export function writeTemporary(fs: ChangeFiles, path: string, bytes: Uint8Array, like: FileOwnership | number): void {
  ifPresent(() => fs.unlinkSync(path))
  const descriptor = fs.openSync(path, 'wx', typeof like === 'number' ? like : 0o600)
  try {
    for (let at = 0; at < bytes.length;) at += fs.writeSync(descriptor, bytes, at)
    if (typeof like !== 'number') imitate(fs, descriptor, like)
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}

/** The name of a temporary file next to a file, unique to this write. */
export function temporaryBeside(file: string): string {
  return `${file}.wend-${randomUUID()}.tmp`
}

/** Removes temporary files next to a file that killed processes left; no write takes ten minutes. */
export function removeLeftBeside(fs: ChangeFiles, file: string): void {
  const [folder, start] = [dirname(file), `${basename(file)}.wend-`]
  for (const name of fs.readdirSync(folder)) {
    if (!name.startsWith(start) || !/^[\da-f-]{36}\.tmp$/.test(name.slice(start.length))) continue
    const left = join(folder, name)
    const facts = ifPresent(() => fs.lstatSync(left))
    if (facts?.isFile() === true && facts.mtimeMs < Date.now() - 600_000) ifPresent(() => fs.unlinkSync(left))
  }
}

/** Replaces a file atomically: its path has the old or the new content at any moment. */
export function replaceWhole(fs: ChangeFiles, file: string, bytes: Uint8Array, like: FileOwnership | number): void {
  const temporary = temporaryBeside(file)
  try {
    writeTemporary(fs, temporary, bytes, like)
    fs.renameSync(temporary, file)
  } catch (error) {
    ifPresent(() => fs.unlinkSync(temporary))
    throw error
  }
}

/** The mode of new files that others may read, before the umask. */
export const publicMode = 0o666

/** Syncs the entries of a folder to disk, where the system can. */
export function syncFolder(fs: ChangeFiles, folder: string): void {
  let descriptor: number
  try {
    descriptor = fs.openSync(folder, constants.O_RDONLY | (constants.O_DIRECTORY ?? 0))
  } catch (error) {
    if (cannotSync.has(errorCode(error) ?? '')) return
    throw error
  }
  try {
    fs.fsyncSync(descriptor)
  } catch (error) {
    if (!cannotSync.has(errorCode(error) ?? '')) throw error
  } finally {
    fs.closeSync(descriptor)
  }
}

/** The error codes of systems and file systems without fsync for folders. */
const cannotSync = new Set(['EISDIR', 'ENOTDIR', 'EPERM', 'EINVAL', 'ENOTSUP', 'EBADF', 'EACCES', 'ENOENT'])

function imitate(fs: ChangeFiles, descriptor: number, like: FileOwnership): void {
  try {
    fs.fchownSync(descriptor, like.uid, like.gid)
  } catch (error) {
    // Only root may change the owner; otherwise the note belongs to the user who changed it.
    if (errorCode(error) !== 'EPERM' && errorCode(error) !== 'EINVAL' && errorCode(error) !== 'ENOSYS') throw error
  }
  fs.fchmodSync(descriptor, like.mode & 0o7777)
}
