import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'

/** A file that is not what it should be, as an error of the system would say it. */
class PlainFileError extends Error {}

/**
 * The bytes of a regular file of at most `largest` bytes. A vault may come from a stranger: a pipe would be waited for and
 * a device read without end, so both are refused, as an error that says so; missing files are errors of the system.
 */
export function readPlainFile(file: string, largest: number): Buffer {
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const facts = fstatSync(descriptor)
    if (!facts.isFile()) throw new PlainFileError(facts.isDirectory() ? 'it is a folder' : 'it is no regular file')
    if (facts.size > largest) throw new PlainFileError(`it is larger than ${Math.round(largest / 1e6)} MB`)
    return readFileSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
