import type { Process } from './cli/process.ts'
import { leaveTerminals } from './io/terminal/leave-terminals.ts'
import { plainOutput } from './io/terminal/plain-output.ts'
import { writeToStdout } from './io/terminal/write-output.ts'

/** Runs wend as this process, which ends with its exit code when nothing is left to do. */
export async function start(): Promise<void> {
  process.exitCode = await main(process)
  process.once('exit', leaveTerminals)
}

/** Runs wend in a process; resolves to the exit code. The version is answered without loading anything; what nobody expected is reported as a bug, exit code 2. */
export async function main(nodeProcess: NodeJS.Process): Promise<number> {
  if (!nodeProcess.env['WEND_DEBUG']) quietLibraries()
  const process: NodeJS.Process & Pick<Process, 'plainOutput'> = Object.create(nodeProcess, {
    plainOutput: { value: plainOutput() },
  })
  const [, , only, more] = process.argv
  if (more === undefined && (only === '--version' || only === '-V')) {
    const problem = await writeToStdout(process, `${WEND_VERSION}\n`)
    if (problem === undefined || problem === 'closed') return 0
    process.stderr.write(`wend: cannot write the output: ${problem.reason}\n`)
    return 2
  }
  try {
    const { run } = await import('./cli/run.ts')
    return await run(process)
  } catch (error) {
    const told = error instanceof Error ? (process.env['WEND_DEBUG'] ? error.stack : error.message) : String(error)
    process.stderr.write(
      `wend: this is a bug in wend: ${(told ?? '').replace(control, '?')}\n      run it again with WEND_DEBUG=1 and report what it prints\n`,
    )
    return 2
  }
}

/** What libraries think of a note is no message of wend: KaTeX warns of letters it has no measures of. */
function quietLibraries(): void {
  const silent = (): void => undefined
  Object.assign(console, { log: silent, info: silent, debug: silent, warn: silent, error: silent })
}

/** What an error quotes may come from a vault. */
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
