import type { Failure } from '../core/model/failure.ts'
import { writeOutput } from '../io/terminal/write-output.ts'
import { displayWidth } from '../view/display-width.ts'
import { neutralise } from '../view/neutralise.ts'
import { failureMessage } from '../view/failure-message.ts'
import { wrapText } from '../view/wrap-text.ts'
import type { Process } from './process.ts'

/** Writes messages to stderr, a line each. */
export async function printMessages(process: Process, messages: readonly string[]): Promise<void> {
  // Standard error is opened only when there is something to write.
  if (messages.length === 0) return
  await writeOutput(
    process.stderr,
    messages.map((message) => said(process, 'wend: ', neutralise(message).replaceAll('\n', ' '))).join(''),
  )
}

/** Writes a failure to stderr; resolves to its exit code. */
export async function printFailure(process: Process, failure: Failure): Promise<number> {
  const { lines, exit } = failureMessage(failure)
  await writeOutput(
    process.stderr,
    lines.map((line, index) => said(process, index === 0 ? 'wend: ' : '      ', line)).join(''),
  )
  return exit
}

/** A line for standard error; on a terminal it is wrapped at blanks, since the terminal would break words. */
function said({ stderr }: Process, mark: string, line: string): string {
  const room = stderr.isTTY && stderr.columns > 20 ? stderr.columns - mark.length : Number.POSITIVE_INFINITY
  if (line.length <= room && displayWidth(line) <= room) return `${mark}${line}\n`
  const indent = /^ */.exec(line)?.[0] ?? ''
  const [first = '', ...rest] = wrapText(line.trimStart(), room - indent.length)
  return [mark + indent + first, ...rest.map((more) => ' '.repeat(mark.length) + indent + more), ''].join('\n')
}
