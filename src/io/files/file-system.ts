import * as fs from 'node:fs'
import { constants } from 'node:fs'

/*
 * The calls of `node:fs` that wend makes; no other file may import them (`.dependency-cruiser.cjs`, `test/io/files/file-system.test.ts`).
 * Only regular files are read: a vault may come from a stranger, and a pipe would block, a device never end. Nothing is written through a
 * symbolic link. Which path of a vault may be used at all is decided in `vault-path.ts`.
 */

export type { Dirent, FSWatcher, Stats } from 'node:fs'
export {
  accessSync,
  constants,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  watch,
} from 'node:fs'

/** A system error for a file of the wrong kind. */
class PlainFileError extends Error {
  readonly code: string

  constructor(message: string, code: string) {
    super(message)
    this.code = code
  }
}

/** How a file is opened for reading. */
export interface OpenOptions {
  /** Whether the name itself may be a symbolic link. */
  readonly follow?: boolean
}

/** The paths of open files, by handle: errors of calls on a handle do not name the file. */
const openFiles = new Map<number, string>()

function opened(file: string, handle: number): number {
  openFiles.set(handle, file)
  return handle
}

/** The same call, but its errors name the file. */
function naming<Call extends (handle: number, ...rest: never[]) => unknown>(call: Call): Call {
  const named = (handle: number, ...rest: never[]): unknown => {
    try {
      return call(handle, ...rest)
    } catch (error) {
      const file = openFiles.get(handle)
      if (file !== undefined && typeof error === 'object' && error !== null && !('path' in error))
        Object.assign(error, { path: file })
      throw error
    }
  }
  return named as Call
}

/** Closes a file. */
export function closeSync(handle: number): void {
  openFiles.delete(handle)
  fs.closeSync(handle)
}

export const fchmodSync = naming(fs.fchmodSync)
export const fchownSync = naming(fs.fchownSync)
export const fstatSync = naming(fs.fstatSync)
export const fsyncSync = naming(fs.fsyncSync)
export const readSync = naming(fs.readSync)
export const writeSync = naming(fs.writeSync)

/** Windows has neither flag, and no need of them. */
const [nonBlocking, noFollow] = [constants.O_NONBLOCK ?? 0, constants.O_NOFOLLOW ?? 0]

/** Opens a regular file for reading, without waiting; anything else is an error that says what it is. The caller closes it. */
export function openPlainFile(file: string, { follow = true }: OpenOptions = {}): number {
  const handle = opened(file, fs.openSync(file, constants.O_RDONLY | nonBlocking | (follow ? 0 : noFollow)))
  const facts = statOrClose(handle)
  if (facts.isFile()) return handle
  closeSync(handle)
  throw facts.isDirectory()
    ? new PlainFileError('it is a folder', 'EISDIR')
    : new PlainFileError('it is no regular file', 'ENXIO')
}

/** Closes the handle when even its stat fails. */
function statOrClose(handle: number): fs.Stats {
  try {
    return fstatSync(handle)
  } catch (error) {
    closeSync(handle)
    throw error
  }
}

const readWhole = naming((handle: number): Buffer => fs.readFileSync(handle))
const writeWhole = naming((handle: number, data: string | Uint8Array): void => fs.writeFileSync(handle, data))

/** The bytes of a regular file of at most `largest` bytes; a missing file is a system error. */
export function readPlainFile(file: string, largest = Number.POSITIVE_INFINITY, options: OpenOptions = {}): Buffer {
  return readOpened(openPlainFile(file, options), largest)
}

/** The text of a regular file, decoded as UTF-8; empty when it can't be read. */
export function plainTextOf(file: string): string {
  try {
    return readPlainFile(file).toString('utf8')
  } catch {
    return ''
  }
}

/** The bytes of an open file, which is then closed. */
export function readOpened(handle: number, largest = Number.POSITIVE_INFINITY): Buffer {
  try {
    const { size } = fstatSync(handle)
    if (size > largest) throw new PlainFileError(`it is larger than ${Math.round(largest / 1e6)} MB`, 'EFBIG')
    return readWhole(handle)
  } finally {
    closeSync(handle)
  }
}

export function readFileSync(file: string): Buffer
export function readFileSync(file: string, encoding: BufferEncoding): string
/** A regular file's bytes, or its text. */
export function readFileSync(file: string, encoding?: BufferEncoding): Buffer | string {
  const bytes = readPlainFile(file)
  return encoding === undefined ? bytes : bytes.toString(encoding)
}

/** Opens a new file for writing (`wx`), or a folder in order to sync its entries to disk (flags). */
export function openSync(file: string, flags: 'wx' | number, mode?: number): number {
  return opened(file, fs.openSync(file, typeof flags === 'number' ? flags | nonBlocking : flags, mode))
}

/** Writes a file; with `wx` it must not exist, otherwise it is replaced unless it is a symbolic link. */
export function writeFileSync(
  file: string,
  data: string | Uint8Array,
  { mode = 0o666, flag = 'w' }: { readonly mode?: number; readonly flag?: 'w' | 'wx' } = {},
): void {
  const exclusive = flag === 'wx' ? constants.O_EXCL : constants.O_TRUNC
  const flags = constants.O_WRONLY | constants.O_CREAT | exclusive | noFollow | nonBlocking
  const handle = opened(file, fs.openSync(file, flags, mode))
  try {
    writeWhole(handle, data)
  } finally {
    closeSync(handle)
  }
}
