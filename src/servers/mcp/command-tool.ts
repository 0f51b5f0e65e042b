import { Options } from '../../commands/arguments/options.ts'
import type { Command, Context, Outcome } from '../../commands/command.ts'
import type { Report } from '../../core/model/report.ts'
import { reportData } from '../../view/report-data.ts'
import { neutraliseAll } from '../../view/neutralise.ts'
import type { ToolAnswer } from './tool.ts'

/** A command line as data: what `wend` would be asked on the command line. */
export interface CommandLine {
  readonly command: Command
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, unknown>>
}

/** The name of the list in an answer, and the start of the page. */
export interface ListOf {
  readonly name: string
  readonly from?: number
  readonly limit?: number
}

/** Runs a command for an agent and gives its report in the form of `--format json`, with its messages. */
export async function runForAgent(
  context: Context,
  { command, args, options }: CommandLine,
  list: ListOf,
): Promise<ToolAnswer> {
  const given = Object.entries(options).filter(([, value]) => value !== undefined && value !== false)
  return answerOf(context, await command.run(context, args, new Options(Object.fromEntries(given))), list)
}

/** The answer for an outcome, with control characters and hidden text made visible. Of a list only the page is made. */
export function answerOf(context: Context, { report, messages = [] }: Outcome, list: ListOf): ToolAnswer {
  const said = neutraliseAll([...context.notices, ...messages])
  const { fields, total } = report === undefined ? { fields: {} } : pageOf(report, list)
  return {
    data: { ...neutraliseAll(fields), ...(said.length === 0 ? {} : { said }) },
    list: list.name,
    ...(total === undefined ? {} : { window: { from: list.from ?? 0, total } }),
  }
}

/** The fields of a report, and how many records its list has where only a page of them is there. */
function pageOf(
  report: Report,
  { name, from, limit }: ListOf,
): { readonly fields: Readonly<Record<string, unknown>>; readonly total?: number } {
  if (from === undefined || limit === undefined) return { fields: fieldsOf(report, name) }
  if (report.kind === 'notes') {
    const { totalsOf, size = report.notes.length, part = (start, end) => report.notes.slice(start, end) } = report
    return { fields: fieldsOf({ kind: 'notes', notes: part(from, from + limit), totalsOf }, name), total: size }
  }
  const fields = fieldsOf(report, name)
  const all = fields[name]
  if (!Array.isArray(all)) return { fields }
  return { fields: { ...fields, [name]: all.slice(from, from + limit) }, total: all.length }
}

function fieldsOf(report: Report, name: string): Readonly<Record<string, unknown>> {
  const data = reportData(report)
  return Array.isArray(data) ? { [name]: data } : (data as Record<string, unknown>)
}
