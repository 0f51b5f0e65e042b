import type { Writable } from 'node:stream'
import { errorReason } from '../files/error-code.ts'
import type { PlainOutput, WriteProblem } from './plain-output.ts'

/** Writes all of a text; resolves to the problem, if any. */
export function writeOutput(stream: Writable, text: string | Uint8Array): Promise<WriteProblem | undefined> {
  if (text.length === 0) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    const onError = (error: NodeJS.ErrnoException): void =>
      resolve(
        error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED' ? 'closed' : { reason: errorReason(error) },
      )
    stream.once('error', onError)
    stream.write(text, (error) => {
      if (error) onError(error)
      else resolve(undefined)
    })
  })
}

/** Writes all of a text to standard output, synchronously when possible. */
export function writeToStdout(
  process: { readonly stdout: Writable; readonly plainOutput?: PlainOutput | undefined },
  text: string | Uint8Array,
): Promise<WriteProblem | undefined> {
  if (process.plainOutput === undefined) return writeOutput(process.stdout, text)
  const left = process.plainOutput(text)
  return left instanceof Uint8Array ? writeOutput(process.stdout, left) : Promise.resolve(left)
}
