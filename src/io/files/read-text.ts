import { readFileSync } from 'node:fs'
import { fail } from '../../core/model/failure.ts'
import { decodeText } from './decode-text.ts'
import { errorReason } from './error-code.ts'

/** The text of a file, decoded as a note is; fails when it can't be read or is binary. */
export function readText(file: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (error) {
    return fail({
      kind: 'io',
      action: 'read',
      path: file,
      reason: errorReason(error),
    })
  }
  const decoded = decodeText(bytes)
  if ('binary' in decoded) return fail({ kind: 'io', action: 'read', path: file, reason: 'it is a binary file' })
  return decoded.text
}
