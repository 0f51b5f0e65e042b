import { choosePager } from '../commands/arguments/choose-pager.ts'
import type { Context, Outcome } from '../commands/command.ts'
import type { Failure } from '../core/model/failure.ts'
import type { Report } from '../core/model/report.ts'
import { writeToStdout } from '../io/terminal/write-output.ts'
import { type FormatChoice, formatReport } from '../view/format-report.ts'
import type { Layout } from '../view/style.ts'
import { shownReport } from '../view/shown-report.ts'
import type { Process } from './process.ts'
import { withFormulas } from '../commands/arguments/with-formulas.ts'
import { standpointOf } from './vault/standpoint.ts'

/** Prints the report of a command in the format asked for; resolves to why it could not. */
export async function printReport(
  process: Process,
  context: Context,
  outcome: Outcome,
  options: Readonly<Record<string, unknown>>,
): Promise<Failure | 'closed' | undefined> {
  const { report } = outcome
  if (report === undefined) return undefined
  const choice = chooseFormat(options)
  const text = await reportAsText(context, report, choice)
  if (typeof text !== 'string') return text
  const isPaged = choice.separator !== '\0' && context.terminal.stdoutIsTerminal && (await page(context, text))
  return isPaged ? undefined : print(process, text)
}

async function print(process: Process, text: string): Promise<Failure | 'closed' | undefined> {
  const result = await writeToStdout(process, text)
  return result === undefined || result === 'closed' ? result : unwritten(result.reason)
}

/** The failure when output could not be written, for instance to a full disk. */
export function unwritten(reason: string): Failure {
  return { kind: 'io', action: 'write', path: 'the output', reason }
}

async function layoutOf(context: Context): Promise<Layout> {
  return { width: Math.min(context.terminal.width, 100), style: await context.style() }
}

/** A report in the format asked for, or why it can't be had. */
export async function reportAsText(context: Context, report: Report, choice: FormatChoice): Promise<string | Failure> {
  if (choice.format.includes('{{')) {
    const unknown = (await import('./unknown-field.ts')).unknownField(report, choice.format)
    if (unknown !== undefined) return unknown
  }
  return formatReport(choice.format === 'text' ? await readable(context, report) : report, choice, {
    ...(await layoutOf(context)),
    standpoint: standpointOf(context),
  })
}

/**
 * The report with titles, summaries and sentences as text without markup. The conversion is cached, since reports of links have many
 * sentences.
 */
async function readable(context: Context, report: Report): Promise<Report> {
  const make = (): Promise<Report> => withFormulas(context, (formula) => shownReport(report, formula))
  if (report.kind !== 'links' || report.depth === undefined) return make()
  const { mathMacros } = await context.config()
  const question = JSON.stringify(['shown', report.direction, report.of, report.depth, mathMacros])
  return context.answer({ question, make })
}

/** The format that the options ask for. */
export function chooseFormat(options: Readonly<Record<string, unknown>>): FormatChoice {
  const separator = options['null'] === true ? '\0' : '\n'
  if (typeof options['format'] === 'string') return { format: options['format'], separator }
  return { format: options['json'] === true ? 'json' : separator === '\0' ? 'paths' : 'text', separator }
}

/** Shows text taller than the screen in the pager; resolves to false when it fits or there is no pager. */
export async function page(context: Context, text: string): Promise<boolean> {
  const [command, ...args] = (await choosePager(context, text)) ?? []
  if (command === undefined) return false
  const { problem } = await context.runProgram({ sort: 'pager', command, args, given: [] }, text)
  return problem === undefined
}
