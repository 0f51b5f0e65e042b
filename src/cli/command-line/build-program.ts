import { Command as Program, InvalidArgumentError, Option } from 'commander'
import type { Command, OptionSpec } from '../../commands/command.ts'
import { globalOptions } from '../../commands/arguments/global-options.ts'
import type { RegistryEntry } from '../../commands/registry-entry.ts'
import { formatsOf } from '../../view/format-report.ts'
import { neutralise } from '../../view/neutralise.ts'
import type { Topic } from '../help/topic.ts'

/** What a command line asks for. */
export interface Invocation {
  readonly entry: RegistryEntry
  readonly command: Command
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, unknown>>
  /** The words it was parsed from, with aliases expanded. */
  readonly line: readonly string[]
}

/** Where the parser writes help and errors. */
export interface ParserOutput {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  readonly width: () => number
}

/** The commands of the program, of which one is described in full. */
export interface ProgramCommands {
  readonly chosen: { readonly entry: RegistryEntry; readonly command: Command } | undefined
  readonly entries: readonly RegistryEntry[]
  /** The user's own command lines by name, for the help. */
  readonly aliases: ReadonlyMap<string, string>
  /** Help topics that are not about a single command. */
  readonly topics: readonly Topic[]
  /**
   * Whether arguments may be missing: because the note is chosen from a list, or because the action is unknown and the command itself
   * reports that.
   */
  readonly mayLack?: boolean
}

/** Builds the program with just one command in full, and calls `invoke` with what the line asks for. */
export function buildProgram(
  { chosen, entries, aliases, topics, mayLack = false }: ProgramCommands,
  output: ParserOutput,
  invoke: (invocation: Omit<Invocation, 'line'>) => void,
): Program {
  const program = new Program('wend')
    .description('Notes in the terminal: list, search by concept, read, follow links, check.')
    .version(WEND_VERSION, '-V, --version', 'print the version')
    .usage('[command] [options]')
    .helpCommand('help [command]', 'show the help of a command or topic; --man writes the manual page')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: output.out,
      writeErr: output.error,
      outputError: (text, write) => write(errorText(text, chosen)),
      getOutHelpWidth: output.width,
      getErrHelpWidth: output.width,
    })
  for (const option of globalOptions) program.addOption(toOption(option))
  program.addHelpText(
    'after',
    examplesText([
      ['wend search "kv cache too big"', 'find a note by its problem'],
      ['wend show gqa', 'read a note'],
      ['wend check', 'find broken links'],
    ]),
  )
  if (topics.length > 0) program.addHelpText('after', topicsText(topics))
  if (aliases.size > 0) program.addHelpText('after', aliasesText(aliases))
  for (const entry of entries) {
    const sub = program
      .command(entry.name)
      .aliases([...entry.aliases])
      .description(entry.summary)
      .copyInheritedSettings(program)
    if (entry === chosen?.entry) describe(sub, chosen, invoke, mayLack)
  }
  return program
}

/** An error of the parser in wend's words, with what to do next. */
function errorText(text: string, chosen: ProgramCommands['chosen']): string {
  const told = text.replace(/^error: /, 'wend: ').replace(/\n\(Did you mean (.*)\?\)/, '\n      did you mean $1?')
  const takesText = chosen?.command.arguments.some(({ completes }) => completes !== 'view') === true
  const dash = text.includes('unknown option') && takesText
  const [example] = chosen?.command.examples[0] ?? []
  const next = [
    ...(example !== undefined && text.includes('missing required argument') ? [`such as: ${example}`] : []),
    ...(dash ? ['put -- before what starts with a dash and is no option'] : []),
    ...(told.includes('did you mean')
      ? []
      : [`all options: wend ${chosen === undefined ? '' : `${chosen.entry.name} `}--help`]),
  ]
  return `${told}${next.map((line) => `      ${line}\n`).join('')}`
}

function describe(
  sub: Program,
  { entry, command }: NonNullable<ProgramCommands['chosen']>,
  invoke: (invocation: Omit<Invocation, 'line'>) => void,
  mayLack: boolean,
): void {
  for (const { name, description } of command.arguments)
    sub.argument(mayLack ? name.replace(/^<(.*)>$/, '[$1]') : name, description)
  for (const option of command.options) sub.addOption(toOption(option))
  if (command.reports) addFormatOptions(sub, command)
  sub.addHelpText('after', examplesText(command.examples))
  sub.action((...call: unknown[]) => {
    const args = call
      .slice(0, command.arguments.length)
      .flat()
      .filter((arg) => typeof arg === 'string')
      .map(unmarkText)
    const options = Object.fromEntries(
      Object.entries(sub.optsWithGlobals()).map(([name, value]: [string, unknown]) => [name, unmarkValue(value)]),
    )
    invoke({ entry, command, args, options })
  })
}

function addFormatOptions(sub: Program, command: Command): void {
  const formats = [...new Set((command.reports ?? []).flatMap(formatsOf))]
  sub.option(
    '-f, --format <format>',
    `${formats.join(', ')}, or a template such as '{{title}}\\t{{path}}'`,
    (value) => {
      if (formats.includes(value)) return value
      if (value.replace(/\{\{\s*[\w.-]+\s*\}\}/g, '').includes('{{'))
        throw new InvalidArgumentError('A field of a template is a name in braces, such as {{title}}.')
      if (value.includes('{{')) return value
      throw new InvalidArgumentError(`Allowed are ${formats.join(', ')}, or a template with {{fields}}.`)
    },
  )
  sub.option('--json', 'same as --format json')
  sub.option('-0, --null', 'end each record with a NUL byte, for xargs -0 (paths unless a template is given)')
}

function toOption({ flags, description, choices, many, initial }: OptionSpec): Option {
  const option = new Option(flags, description)
  if (choices) option.choices(choices)
  if (initial !== undefined) option.default(initial)
  if (many) option.argParser((value: string, previous: readonly string[] | undefined) => [...(previous ?? []), value])
  return option
}

function examplesText(examples: readonly (readonly [string, string])[]): string {
  return `\nExamples:\n${examples.map(([line, does]) => `  ${line}\n      ${does}`).join('\n')}\n`
}

function topicsText(topics: readonly Topic[]): string {
  const lines = topics.map(({ name, about }) => `  wend help ${name.padEnd(14)}  ${about}`)
  return `Topics:\n${lines.join('\n')}\n`
}

function aliasesText(aliases: ReadonlyMap<string, string>): string {
  const width = Math.max(...[...aliases.keys()].map(({ length }) => length))
  const lines = [...aliases].map(([name, line]) => `  ${name.padEnd(width)}  ${neutralise(line).replaceAll('\n', ' ')}`)
  return `Aliases of your configuration:\n${lines.join('\n')}\n`
}

const mark = '\u0001'

/**
 * A word of the command line that begins with a dash but is no option (`- item`, `-1`, `-2w`; also `--sort modified` or `-n 3` as one word,
 * the value of a view), marked so that the parser takes it for text.
 */
export function markText(word: string): string {
  return /^-(?:\s|[1-9]\d*(?:[dwyh]|mo?)?$|(?:[A-Za-z]|-[\w-]+)\s)/.test(word) ? mark + word : word
}

function unmarkText(word: string): string {
  return word.startsWith(`${mark}-`) ? word.slice(mark.length) : word
}

function unmarkValue(value: unknown): unknown {
  if (typeof value === 'string') return unmarkText(value)
  return Array.isArray(value) ? value.map(unmarkValue) : value
}
