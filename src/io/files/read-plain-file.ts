import * as nodeFiles from 'node:fs'
import { closeSync, constants, fstatSync, readFileSync } from 'node:fs'

/** A file that is not what it should be, as an error of the system would say it. */
class PlainFileError extends Error {}

/**
 * The bytes of a regular file of at most `largest` bytes. A vault may come from a stranger: a pipe would be waited for and
 * a device read without end, so both are refused, as an error that says so; missing files are errors of the system.
 */
export function readPlainFile(file: string, largest = Number.POSITIVE_INFINITY): Buffer {
  const descriptor = openPlainFile(file)
  try {
    const facts = fstatSync(descriptor)
    if (facts.size > largest) throw new PlainFileError(`it is larger than ${Math.round(largest / 1e6)} MB`)
    return readFileSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Opens a regular file for reading, without waiting; anything else is an error that says what it is. The caller closes it. */
export function openPlainFile(
  file: string,
  fs: Pick<typeof nodeFiles, 'openSync' | 'fstatSync' | 'closeSync'> = nodeFiles,
): number {
  const descriptor = fs.openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  const facts = fs.fstatSync(descriptor)
  if (facts.isFile()) return descriptor
  fs.closeSync(descriptor)
  throw new PlainFileError(facts.isDirectory() ? 'it is a folder' : 'it is no regular file')
}
