import { fail } from '../../core/model/failure.ts'
import { decodeText } from './decode-text.ts'
import { errorReason } from './error-code.ts'
import { readPlainFile } from './file-system.ts'

/** The text of a file that a person named, decoded as a note is; fails when it can't be read or is binary. */
export function readText(file: string): string {
  return decodedText(file, () => readPlainFile(file))
}

/**
 * The text of a note that the walk of a vault found, by path relative to the root. The walk follows no links to folders; the name itself
 * must not be a symbolic link either, unless links out of the vault are followed.
 */
export function readNoteText(root: string, path: string, { follow }: { readonly follow: boolean }): string {
  const file = `${root}/${path}`
  return decodedText(file, () => readPlainFile(file, Number.POSITIVE_INFINITY, { follow }))
}

function decodedText(file: string, read: () => Buffer): string {
  let bytes: Buffer
  try {
    bytes = read()
  } catch (error) {
    return fail({ kind: 'io', action: 'read', path: file, reason: errorReason(error) })
  }
  const decoded = decodeText(bytes)
  if ('binary' in decoded) return fail({ kind: 'io', action: 'read', path: file, reason: 'it is a binary file' })
  return decoded.text
}
