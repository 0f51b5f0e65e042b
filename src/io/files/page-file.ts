import { sync as writeFileAtomic } from 'write-file-atomic'
import { fail } from '../../core/model/failure.ts'
import { errorCode, errorReason } from './error-code.ts'
import { readPlainFile } from './read-plain-file.ts'

/** Bytes of the largest page that is read. */
const largest = 100_000_000

/** The text of a file, or undefined when there is none. */
export function readIfExists(file: string): string | undefined {
  try {
    return readPlainFile(file, largest).toString('utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    return fail({ kind: 'io', action: 'read', path: file, reason: errorReason(error) })
  }
}

/** Writes a generated page whole or not at all. */
export function replaceFile(file: string, text: string): void {
  try {
    writeFileAtomic(file, text)
  } catch (error) {
    fail({ kind: 'io', action: 'write', path: file, reason: errorReason(error) })
  }
}
