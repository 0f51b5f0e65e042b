import { fstatSync, statSync, writeSync } from '../files/file-system.ts'
import { errorCode, errorReason } from '../files/error-code.ts'

/** Why text could not be written: the reader closed the pipe, or an error's message. */
export type WriteProblem = 'closed' | { readonly reason: string }

/**
 * Writes text or bytes to standard output synchronously; gives the rest when a pipe is full, the problem when there is one, else undefined.
 */
export type PlainOutput = (text: string | Uint8Array) => Uint8Array | WriteProblem | undefined

/** Writes standard output without Node's streams, which take 3 ms to load; undefined when it is a terminal. */
export function plainOutput(): PlainOutput | undefined {
  return isPlain() ? writeAll : undefined
}

/** Terminals, and /dev/null, are character devices; pipes on Windows may not block. */
function isPlain(): boolean {
  if (process.platform === 'win32') return false
  try {
    const facts = fstatSync(1)
    return !facts.isCharacterDevice() || facts.rdev === statSync('/dev/null').rdev
  } catch {
    return false
  }
}

function writeAll(text: string | Uint8Array): Uint8Array | WriteProblem | undefined {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  let done = 0
  try {
    while (done < bytes.length) done += writeSync(1, bytes, done)
    return undefined
  } catch (error) {
    if (errorCode(error) === 'EAGAIN') return bytes.subarray(done)
    return errorCode(error) === 'EPIPE' ? 'closed' : { reason: errorReason(error) }
  }
}
