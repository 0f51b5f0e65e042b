import { globalOptions } from '../../commands/arguments/global-options.ts'
import type { Command, OptionSpec } from '../../commands/command.ts'
import type { RegistryEntry } from '../../commands/registry-entry.ts'
import { registry } from '../../commands/registry.ts'
import { formatsOf } from '../../view/format-report.ts'
import type { TopicPart } from './topic.ts'
import { helpTopics } from './topics.ts'

/** The manual page of wend in roff (man macros), made of the commands and the topics of the help. */
export async function manPage(): Promise<string> {
  const commands: string[] = []
  for (const entry of registry) commands.push(commandText(entry, await entry.load()))
  const sections = await Promise.all(
    helpTopics.map(
      async ({ name, parts }) =>
        `.SH ${sectionNames[name] ?? name.toUpperCase()}\n${(await parts()).map(part).join('')}`,
    ),
  )
  return [
    `.TH WEND 1 "" "wend ${plain(WEND_VERSION)}" "User Commands"\n`,
    `.SH NAME\nwend \\- list, search, read, link and check notes in markdown files\n`,
    `.SH SYNOPSIS\n.B wend\n.RI [ command ]\n.RI [ options ]\n`,
    `.SH DESCRIPTION\n${paragraph(description)}`,
    `.SH OPTIONS\n${paragraph('These stand before or after the name of any command.')}${options(globalOptions)}`,
    `.SH COMMANDS\n${commands.join('')}`,
    ...sections,
    `.SH FILES\n${rows(files)}`,
    `.SH SEE ALSO\n${paragraph('wend help COMMAND, wend help TOPIC; the pages in docs/ of the source.')}`,
  ].join('')
}

const description =
  'wend reads a folder of markdown notes that link to each other (the vault) and answers from it. Without a command it opens the reader on a terminal, and lists the notes in a pipe. A NOTE is named by path, file name, title, alias, slug or the beginning of any of them; NOTE#Heading and NOTE#^block name a part, and - reads names from standard input.'

const sectionNames: Readonly<Record<string, string>> = { 'exit-codes': 'EXIT STATUS' }

const files: readonly (readonly [string, string])[] = [
  ['~/.config/wend/config.yml', 'your own configuration'],
  ['.wend/config.yml', "the vault's configuration; the folder that holds .wend is the vault's root"],
  ['.wend/templates/', 'templates of new notes'],
  ['.wend/trash/', 'what rm put away'],
  ['~/.local/state/wend/', 'what is needed to take changes back'],
  ['~/.cache/wend/', 'what is kept to save time; it may be deleted at any time'],
]

function commandText({ name, aliases, summary }: RegistryEntry, command: Command): string {
  const also = aliases.length > 0 ? ` Also ${aliases.join(', ')}.` : ''
  const formats = [...new Set((command.reports ?? []).flatMap(formatsOf))]
  const usage = ['wend', name, ...command.arguments.map((argument) => argument.name)].join(' ')
  return [
    `.SS ${plain(name)}\n${paragraph(`${summary}.${also}`)}.PP\n.B ${literal(usage)}\n`,
    rows(command.arguments.map((argument) => [argument.name, argument.description] as const)),
    options(command.options),
    formats.length > 0 ? row('-f, --format <format>', `${formats.join(', ')}, or a template`) : '',
    command.examples.map(([line, does]) => `.PP\n.B ${literal(line)}\n.RS\n${prose(does)}.RE\n`).join(''),
  ].join('')
}

function options(all: readonly OptionSpec[]): string {
  return rows(
    all.map(
      ({ flags, description: does, choices }) =>
        [flags, `${does}${choices ? ` (${choices.join(', ')})` : ''}`] as const,
    ),
  )
}

function part(one: TopicPart): string {
  return typeof one === 'string' ? paragraph(one) : rows(one)
}

function paragraph(text: string): string {
  return `.PP\n${prose(text)}`
}

function rows(all: readonly (readonly [string, string])[]): string {
  return all.map(([term, meaning]) => row(term, meaning)).join('')
}

function row(term: string, meaning: string): string {
  return `.TP\n.B ${literal(term)}\n${prose(meaning)}`
}

/** Text as roff lines, none of which is a request. */
function prose(text: string): string {
  return `${plain(text)}\n`
}

function plain(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replace(/^(?=[.'])/gm, '\\&')
    .replaceAll('~', '\\(ti')
    .replaceAll('^', '\\(ha')
}

/** Literal text for roff: dashes and quotes stay ASCII. */
function literal(text: string): string {
  return plain(text).replaceAll('-', '\\-').replaceAll("'", '\\(aq').replaceAll('`', '\\(ga').replaceAll('"', '\\(dq')
}
