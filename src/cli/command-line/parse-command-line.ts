import { FailureError } from '../../core/model/failure.ts'
import { neutralise } from '../../view/neutralise.ts'
import type { Command } from '../../commands/command.ts'
import { findCommand, registry } from '../../commands/registry.ts'
import { terminalFacts } from '../../io/terminal/terminal.ts'
import { expandAlias, type ShellLine, userAliases } from './expand-alias.ts'
import { buildProgram, markText, type Invocation, type ProgramCommands } from './build-program.ts'
import type { Process } from '../process.ts'
import type { ParserEnd } from './parser-end.ts'

/** Parses a command line into a command with its options, a shell command, or the parser's own output. Loads only the chosen command. */
export function parseCommandLine(
  argv: readonly string[],
  process: Process,
): Promise<Invocation | ParserEnd | ShellLine> {
  // The parser has no command `help` of its own.
  return parseLine(argv.join(' ') === 'help help' ? ['help'] : argv, process)
}

async function parseLine(argv: readonly string[], process: Process): Promise<Invocation | ParserEnd | ShellLine> {
  const at = commandPlace(argv)
  const name = argv[at]
  if (name === 'help') return parseHelp(argv, at, process)
  const plain = name === undefined ? commandWithoutName(argv, process) : undefined
  const asked = name ?? plain ?? ''
  const entry = findCommand(asked)
  if (entry === undefined && !asked.startsWith('-')) return aliasOf(argv, { at, asked }, process)
  const helpOnly = argv.some((arg) => /^(?:-h|--help|-V|--version)$/.test(arg))
  if (plain !== undefined && helpOnly) return wholeHelp(argv, process)
  const chosen = entry && { entry, command: await entry.load() }
  const mayLack = !helpOnly && mayLackWords(argv, wordsOf(argv.slice(at + 1))[0], chosen?.command)
  const commands = { ...noHelp, mayLack, chosen, entries: entry === undefined || helpOnly ? registry : [entry] }
  return withViews(parse(commands, plain === undefined ? argv : [plain, ...argv], process), chosen, argv, process)
}

/**
 * Whether missing arguments are accepted: when a note is chosen from a list, or when the first word is an unknown action, which the command
 * reports better.
 */
function mayLackWords(argv: readonly string[], action: string | undefined, command: Command | undefined): boolean {
  const words = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv
  const actions = command?.arguments[0]?.choices
  return words.includes('--pick') || (actions !== undefined && action !== undefined && !actions.includes(action))
}

/** What the help of the whole program adds. */
const noHelp = { aliases: new Map<string, string>(), topics: [] }

/** The help of the program, of a command, of an alias, or a topic; `--man` gives the manual page. */
async function parseHelp(
  argv: readonly string[],
  at: number,
  process: Process,
): Promise<Invocation | ParserEnd | ShellLine> {
  const after = argv.slice(at + 1)
  if (after.includes('--man')) return { exit: 0, out: await (await import('../help/man-page.ts')).manPage(), error: '' }
  const words = wordsOf(after)
  const [asked] = words
  if (asked === undefined) return wholeHelp(argv, process)
  const entry = findCommand(asked)
  const [{ findTopic }, { topicText }] = await Promise.all([
    import('../help/topics.ts'),
    import('../help/topic-text.ts'),
  ])
  const topic = findTopic(words)
  const page = topic && (await topicText(topic, widthOf(process)))
  if (entry === undefined)
    return page === undefined ? aliasOf(argv, { at, asked }, process) : { exit: 0, out: page, error: '' }
  const chosen = { entry, command: await entry.load() }
  const line = parse({ ...noHelp, chosen, entries: registry }, argv, process)
  const end = await withViews(line, chosen, argv, process)
  return page !== undefined && 'out' in end ? { ...end, out: `${end.out}\n${page}` } : end
}

const unknown = () => import('./unknown-words.ts')

/** The help of a command, with its saved views; an error, with the option that replaces another tool's. */
async function withViews(
  end: Invocation | ParserEnd,
  chosen: ProgramCommands['chosen'],
  argv: readonly string[],
  process: Process,
): Promise<Invocation | ParserEnd> {
  if (!('out' in end)) return end
  if (end.exit > 0) return (await unknown()).unknownOption(end, chosen?.entry.name)
  if (!end.out.startsWith('Usage:') || !takesView(chosen?.command)) return end
  const { savedViewsText } = await import('../help/saved-views.ts')
  return { ...end, out: end.out + (await savedViewsText(process, argv)) }
}

function takesView(command: Command | undefined): boolean {
  return command?.arguments[0]?.completes === 'view'
}

async function wholeHelp(argv: readonly string[], process: Process): Promise<Invocation | ParserEnd> {
  const { helpTopics } = await import('../help/topics.ts')
  return parse(
    { chosen: undefined, entries: registry, aliases: await aliasesIfAny(process), topics: helpTopics },
    argv,
    process,
  )
}

function widthOf(process: Process): number {
  return terminalFacts(process, 'never', undefined).width
}

/** The alias of a name that is no command, from the user's configuration. */
async function aliasOf(
  argv: readonly string[],
  { at, asked }: { readonly at: number; readonly asked: string },
  process: Process,
): Promise<Invocation | ParserEnd | ShellLine> {
  const aliases = await userAliases(process)
  const isHelp = argv[at] === 'help'
  const isCommand = (name: string): boolean => findCommand(name) !== undefined
  const line = expandAlias(isHelp ? [asked] : argv, isHelp ? 0 : at, { aliases, isCommand })
  if (line === undefined) {
    const { unknownCommand, unknownHelp } = await unknown()
    return (isHelp ? unknownHelp : unknownCommand)(asked, [...aliases.keys()])
  }
  const text = `${asked} is an alias: ${aliases.get(asked) ?? ''}\n`
  if (!isHelp) return 'shell' in line ? line : parseLine(line, process)
  const none: ParserEnd = { exit: 0, out: '', error: '' }
  const end = 'shell' in line ? none : await parseLine([...line, '--help'], process)
  return 'out' in end ? { ...end, out: `${neutralise(text)}${end.out === '' ? '' : `\n${end.out}`}` } : end
}

/** The aliases for the help, which is shown even when the configuration can't be read. */
async function aliasesIfAny(process: Process): Promise<ReadonlyMap<string, string>> {
  try {
    return new Map([...(await userAliases(process))].filter(([name]) => findCommand(name) === undefined))
  } catch (error) {
    if (error instanceof FailureError) return new Map()
    throw error
  }
}

function parse(commands: ProgramCommands, line: readonly string[], process: Process): Invocation | ParserEnd {
  const written = { out: '', error: '' }
  let invocation: Omit<Invocation, 'line'> | undefined
  const output = {
    out: (text: string) => void (written.out += text),
    error: (text: string) => void (written.error += text),
    width: () => widthOf(process),
  }
  const program = buildProgram(commands, output, (read) => (invocation = read))
  try {
    const command = commands.chosen?.command
    const isOption = (word: string): boolean =>
      command?.options.some(({ flags }) => flags.startsWith(`${word}, `)) === true
    const words = viewFirst(line, command).map((word) => (isOption(word) ? word : markText(word)))
    program.parse(words, { from: 'user' })
  } catch (error) {
    if (!(error instanceof Error && 'exitCode' in error)) throw error
    return { exit: error.exitCode === 0 ? 0 : 2, ...written }
  }
  return invocation === undefined ? { exit: 0, ...written } : { ...invocation, line }
}

/** Moves a saved view in front of an option that would take it as its value: `--changed @recent`. */
function viewFirst(line: readonly string[], command: Command | undefined): readonly string[] {
  if (command === undefined || !takesView(command)) return line
  const open = command.options.flatMap(({ flags }) => (flags.includes('[') ? (/--[\w-]+/.exec(flags) ?? []) : []))
  const at = line.findIndex((word, place) => open.includes(word) && /^@[^{~^]/.test(line[place + 1] ?? ''))
  return at < 0 ? line : [...line.slice(0, at), line[at + 1] ?? '', line[at] ?? '', ...line.slice(at + 2)]
}

/** The index of the first word that is no option, -1 without one; values of global options are skipped. */
export function commandPlace(argv: readonly string[]): number {
  for (let index = 0; index < argv.length; index++) {
    const arg = argv[index] ?? ''
    if (/^(?:-C|--vault|--color|--width|--pager)$/.test(arg)) index++
    else if (!arg.startsWith('-')) return index
    else if (!/^(?:-C.|-q|--)/.test(arg)) return -1
  }
  return -1
}

/** The words that are no options, up to the first option that is not global. */
function wordsOf(argv: readonly string[]): readonly string[] {
  const at = commandPlace(argv)
  return at < 0 ? [] : [argv[at] ?? '', ...wordsOf(argv.slice(at + 1))]
}

/** The command when none is given: the reader on a terminal; the list in a pipe, or when options of the list are given. */
function commandWithoutName(argv: readonly string[], process: Process): 'browse' | 'list' {
  const terminal = terminalFacts(process, 'never', undefined)
  return terminal.stdoutIsTerminal &&
    terminal.stdinIsTerminal &&
    process.env['TERM'] !== 'dumb' &&
    argv.join('\n').replace(globalOption, '') === ''
    ? 'browse'
    : 'list'
}

const globalOption =
  /(?:^|\n)(?:(?:-C|--vault|--color|--width)(?:\n|=)[^\n]*|-C[^\n]+|-q|--(?:quiet|no-cache|no-pager|follow|verbose))(?=\n|$)/g
