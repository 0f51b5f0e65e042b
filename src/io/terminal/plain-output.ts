import { fstatSync, statSync, writeSync } from '../files/file-system.ts'
import { errorCode, errorReason } from '../files/error-code.ts'

/** Why text could not be written: nobody reads the pipe any more, or the error's message. */
export type WriteProblem = 'closed' | { readonly reason: string }

/** Writes text, or its bytes, to standard output at once; what is left when a pipe takes no more for now, else what went wrong, if anything. */
export type PlainOutput = (text: string | Uint8Array) => Uint8Array | WriteProblem | undefined

/** Standard output written without Node's streams, whose modules take 3 ms to load; undefined where it is a terminal. */
export function plainOutput(): PlainOutput | undefined {
  return isPlain() ? writeAll : undefined
}

/** Terminals are character devices, as is /dev/null; Windows knows pipes that do not wait. */
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
