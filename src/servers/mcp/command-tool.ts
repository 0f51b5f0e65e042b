import { Options } from '../../commands/arguments/options.ts'
import type { Command, Context, Outcome } from '../../commands/command.ts'
import type { Report } from '../../core/model/report.ts'
import { reportData } from '../../view/format-report.ts'
import { neutraliseAll } from '../../view/neutralise.ts'
import type { ToolAnswer } from './tool.ts'

/** A command line as data: what `wend` would be asked on the command line. */
export interface CommandLine {
  readonly command: Command
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, unknown>>
}

/** The list of an answer by name, and where its page begins. */
export interface ListOf {
  readonly name: string
  readonly from?: number
  readonly limit?: number
}

/** Runs a command for an agent and gives its report in the form of `--format json`, with its messages. */
export async function runCommand(
  context: Context,
  { command, args, options }: CommandLine,
  list: ListOf,
): Promise<ToolAnswer> {
  const given = Object.entries(options).filter(([, value]) => value !== undefined && value !== false)
  return answerOf(context, await command.run(context, args, new Options(Object.fromEntries(given))), list)
}

/** The answer that an outcome is; control characters and hidden text are made visible. Of a list of notes only the page is made. */
export function answerOf(
  context: Context,
  { report, messages = [] }: Outcome,
  { name, from, limit }: ListOf,
): ToolAnswer {
  const said = neutraliseAll([...context.notices, ...messages])
  const window =
    report?.kind === 'notes' && from !== undefined && limit !== undefined ? windowOf(report, from, limit) : undefined
  const part = window?.report ?? report
  const data = part === undefined ? {} : reportData(part)
  const fields = Array.isArray(data) ? { [name]: data } : (data as Record<string, unknown>)
  return {
    data: { ...neutraliseAll(fields), ...(said.length === 0 ? {} : { said }) },
    list: name,
    ...(window === undefined ? {} : { window: { from: window.from, total: window.total } }),
  }
}

type NotesReport = Extract<Report, { kind: 'notes' }>

/** Some notes of a report, and how many it has; the others are not made. */
function windowOf(
  report: NotesReport,
  from: number,
  limit: number,
): { readonly report: NotesReport; readonly from: number; readonly total: number } {
  const { totalsOf, size = report.notes.length, part = (start, end) => report.notes.slice(start, end) } = report
  return { report: { kind: 'notes', notes: part(from, from + limit), totalsOf }, from, total: size }
}
