import type { Command, Context, GlobalOptions, Outcome } from '../commands/command.ts'
import { Options } from '../commands/arguments/options.ts'
import { unreadMessages as unspoken } from '../commands/arguments/skipped-messages.ts'
import { type Failure, FailureError } from '../core/model/failure.ts'
import { type ColorWhen, terminalFacts } from '../io/terminal/terminal.ts'
import { writeOutput, writeToStdout } from '../io/terminal/write-output.ts'
import { neutralise } from '../view/neutralise.ts'
import type { Invocation } from './command-line/build-program.ts'
import { makeContext } from './context.ts'
import { namesFromInput } from './command-line/names-from-input.ts'
import { withNamedVault } from './vault/named-vault.ts'
import { parseCommandLine } from './command-line/parse-command-line.ts'
import type { ParserEnd } from './command-line/parser-end.ts'
import { printFailure, printMessages } from './print-messages.ts'
import { page, printReport, unwritten } from './print-report.ts'
import type { Process } from './process.ts'
import { systemFailure } from './system-failure.ts'
import { vaultMessages } from './vault/vault-message.ts'

/** Runs one command line; resolves to the exit code: 0 fine, 1 "no", 2 wrong usage or I/O. The only place that writes to stdout and stderr. */
export async function run(process: Process): Promise<number> {
  const argv = process.argv.slice(2)
  try {
    const parsed = await parseCommandLine(argv, process)
    if ('shell' in parsed) return await (await import('./command-line/expand-alias.ts')).runShellLine(parsed)
    return 'exit' in parsed
      ? await printParser(process, parsed)
      : await runInvocation(process, parsed, argv.length === 0)
  } catch (error) {
    const failure = expectedFailure(error, process.env['WEND_DEBUG'])
    if (failure === undefined) throw error
    return await printFailure(process, failure)
  }
}

async function runInvocation(process: Process, invocation: Invocation, plain: boolean): Promise<number> {
  const { command, args, options } = invocation
  const width = new Options(options).count('width', 1)
  const terminal = terminalFacts(process, (options['color'] ?? 'auto') as ColorWhen, width)
  const global = await withNamedVault(process, globalOptions(options))
  const context = makeContext(process, global, terminal)
  const view = command.arguments[0]?.completes === 'view' ? args[0] : undefined
  if (view !== undefined) return runView(process, context, invocation, view)
  const named = await namedArguments(process, context, invocation)
  const asked = await command.run(context, named, new Options(options)).catch(async (error: unknown) => {
    if (!global.quiet)
      await printMessages(process, [...vaultMessages(process, context, global.verbose), ...context.notices])
    throw error
  })
  if (asked.watch === true)
    return (await import('./watch-report.ts')).watchReport(process, context, { command, args: named, options }, asked)
  const outcome = await served(process, asked, global.quiet)
  const hint =
    plain && outcome.report?.kind === 'notes'
      ? ['read one with: wend show TITLE; find one with: wend search WORDS; all commands: wend --help']
      : []
  const failure = await printReport(process, context, outcome, options)
  if (failure === 'closed') return 0
  if (failure !== undefined) return printFailure(process, failure)
  if (!global.quiet)
    await printMessages(process, [
      ...vaultSaid(process, context, { command, outcome }),
      ...context.notices,
      ...(outcome.messages ?? []),
      ...unreadMessages(context, outcome),
      ...hint,
    ])
  return outcome.exit ?? 0
}

/** The message about which vault was read, if there is one. */
function vaultSaid(
  process: Process,
  context: Context,
  { command, outcome }: { readonly command: Command; readonly outcome: Outcome },
): readonly string[] {
  const always = command.saysVault === true || context.options.verbose
  return outcome.apart === true && !always ? [] : vaultMessages(process, context, always)
}

/** Unreadable files are reported whatever the command; `check` has them in its report. */
function unreadMessages(context: Context, { report, messages = [] }: Outcome): readonly string[] {
  const vault = context.vaultIfRead()
  return vault === undefined || report?.kind === 'problems' ? [] : unspoken(vault, [...context.notices, ...messages])
}

/** The arguments, with the notes that standard input names or a person chooses from a list. */
async function namedArguments(process: Process, context: Context, invocation: Invocation): Promise<readonly string[]> {
  const { command, args, options } = invocation
  if (options['pick'] !== true) return namesFromInput(context, command, args)
  const { withPickedNotes } = await import('./pick/with-picked-notes.ts')
  return withPickedNotes(process, context, invocation)
}

/** Runs a command with the options of a saved view. */
async function runView(process: Process, context: Context, invocation: Invocation, view: string): Promise<number> {
  const { withSavedView } = await import('./command-line/expand-view.ts')
  const line = await parseCommandLine(await withSavedView(context, invocation, view), process)
  if ('shell' in line) return 2
  return 'exit' in line ? printParser(process, line) : runInvocation(process, line, false)
}

/** The final outcome: of a command that talks with a person or program, the outcome when that has ended. */
async function served(process: Process, outcome: Outcome, quiet: boolean): Promise<Outcome> {
  if (outcome.serve === undefined) return outcome
  return outcome.serve({
    stdin: process.stdin,
    stdout: process.stdout,
    say: async (message) => (quiet ? undefined : printMessages(process, [message])),
  })
}

/** System errors are reported as failures; with debugging on, none is. */
function expectedFailure(error: unknown, debug: string | undefined): Failure | undefined {
  if (error instanceof FailureError) return error.failure
  return debug ? undefined : systemFailure(error)
}

function globalOptions(options: Readonly<Record<string, unknown>>): GlobalOptions {
  const vault = options['vault']
  return {
    ...(typeof vault === 'string' ? { vault } : {}),
    follow: options['follow'] === true,
    quiet: options['quiet'] === true,
    pager: typeof options['pager'] === 'string' ? options['pager'] : options['pager'] !== false,
    cache: options['cache'] !== false,
    verbose: options['verbose'] === true,
  }
}

async function printParser(process: Process, { exit, out, error }: ParserEnd): Promise<number> {
  if (exit === 0 && (await isPaged(process, out))) return exit
  const problem = await writeToStdout(process, out)
  if (problem !== undefined && problem !== 'closed') return printFailure(process, unwritten(problem.reason))
  await writeOutput(process.stderr, neutralise(error))
  return exit
}

/** Shows help taller than the screen in the pager, if it can; an unreadable configuration must not prevent help. */
async function isPaged(process: Process, help: string): Promise<boolean> {
  const terminal = terminalFacts(process, 'auto', undefined)
  if (!terminal.stdoutIsTerminal) return false
  const wanted = { pager: !process.argv.includes('--no-pager') }
  return page(makeContext(process, globalOptions(wanted), terminal), help).catch(() => false)
}
