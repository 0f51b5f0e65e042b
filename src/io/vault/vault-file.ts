import { fail } from '../../core/model/failure.ts'
import { decodeText } from '../files/decode-text.ts'
import { errorCode, errorReason } from '../files/error-code.ts'
import * as fs from '../files/file-system.ts'
import { realVaultPath } from './vault-path.ts'

/** The largest file that is read because a vault names it, other than notes and pictures; bytes. */
const largest = 10_000_000

/**
 * The bytes of a file that a vault names (a picture, a template, its configuration). Its real path must be inside the vault, and is checked
 * again after opening; undefined when there is no file. Refuses one outside; fails with the reason when it can't be read.
 */
export function readVaultFile(root: string, path: string, most = largest): Buffer | undefined {
  const real = realVaultPath(fs, root, path, 'read')
  const handle = openIfThere(real)
  if (handle === undefined) return undefined
  const [opened, named] = [fs.fstatSync(handle), fs.lstatSync(realVaultPath(fs, root, path, 'read'))]
  if (opened.ino === named.ino && opened.dev === named.dev) return fs.readOpened(handle, most)
  fs.closeSync(handle)
  return fail({ kind: 'refused', message: `${path} was exchanged while it was opened` })
}

function openIfThere(file: string): number | undefined {
  try {
    return fs.openPlainFile(file, { follow: false })
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined
    throw error
  }
}

/** The text of such a file; undefined when there is none. Fails when it can't be read or is binary. */
export function readVaultText(root: string, path: string): string | undefined {
  const bytes = reading(path, () => readVaultFile(root, path))
  if (bytes === undefined) return undefined
  const decoded = decodeText(bytes)
  if ('binary' in decoded) return fail({ kind: 'io', action: 'read', path, reason: 'it is a binary file' })
  return decoded.text
}

/** The same for callers that only need the text: undefined when there is no file, it is outside or can't be read. */
export function readOwnText(root: string, path: string): string | undefined {
  try {
    return readVaultText(root, path)
  } catch {
    return undefined
  }
}

function reading<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'failure' in error) throw error
    return fail({ kind: 'io', action: 'read', path, reason: errorReason(error) })
  }
}
