import type { Failure } from '../core/model/failure.ts'
import { writeOutput } from '../io/terminal/write-output.ts'
import { neutralise } from '../view/neutralise.ts'
import { failureMessage } from '../view/failure-message.ts'
import type { Process } from './process.ts'

/** Writes messages to stderr, a line each. */
export async function printMessages(process: Process, messages: readonly string[]): Promise<void> {
  // Standard error is opened only for something to say.
  if (messages.length === 0) return
  await writeOutput(
    process.stderr,
    messages.map((message) => `wend: ${neutralise(message).replaceAll('\n', ' ')}\n`).join(''),
  )
}

/** Writes a failure to stderr; resolves to its exit code. */
export async function printFailure(process: Process, failure: Failure): Promise<number> {
  const { lines, exit } = failureMessage(failure)
  await writeOutput(
    process.stderr,
    lines.map((line, index) => `${index === 0 ? 'wend: ' : '      '}${line}\n`).join(''),
  )
  return exit
}
