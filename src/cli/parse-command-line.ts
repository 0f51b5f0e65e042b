import { distance } from 'fastest-levenshtein'
import { findCommand, registry, type RegistryEntry } from '../commands/registry.ts'
import { terminalFacts } from '../io/terminal/terminal.ts'
import { buildProgram, markText, type Invocation, type ProgramCommands } from './build-program.ts'
import type { Process } from './process.ts'

/** What the parser printed instead of asking for a command: help, version or an error. */
export interface ParserEnd {
  readonly exit: 0 | 2
  readonly out: string
  readonly error: string
}

/** Reads a command line: which command with which options, or what the parser has to say. Loads only that command. */
export function parseCommandLine(argv: readonly string[], process: Process): Promise<Invocation | ParserEnd> {
  // The parser does not know its own help as a command.
  return parseLine(argv.join(' ') === 'help help' ? ['help'] : argv, process)
}

async function parseLine(argv: readonly string[], process: Process): Promise<Invocation | ParserEnd> {
  const name = commandName(argv)
  const plain = name === undefined ? commandWithoutName(argv, process) : undefined
  const asked = name === 'help' ? argv[argv.indexOf('help') + 1] : (name ?? plain)
  const entry = findCommand(asked ?? '')
  if (entry === undefined && asked !== undefined && !asked.startsWith('-')) return unknownCommand(asked)
  const chosen = entry && { entry, command: await entry.load() }
  const helpOnly = argv.some((arg) => /^(?:-h|--help|-V|--version)$/.test(arg))
  const line = plain === undefined || helpOnly ? argv : [plain, ...argv]
  const entries = entriesFor(entry, name === 'help' || helpOnly)
  return parse({ chosen, entries }, line, () => terminalFacts(process, 'never', undefined).width)
}

/** Only help names the other commands. */
function entriesFor(entry: RegistryEntry | undefined, help: boolean): readonly RegistryEntry[] {
  return entry === undefined || help ? registry : [entry]
}

function parse(commands: ProgramCommands, line: readonly string[], width: () => number): Invocation | ParserEnd {
  const written = { out: '', error: '' }
  let invocation: Invocation | undefined
  const output = {
    out: (text: string) => void (written.out += text),
    error: (text: string) => void (written.error += text),
    width,
  }
  const program = buildProgram(commands, output, (read) => (invocation = read))
  try {
    program.parse(line.map(markText), { from: 'user' })
  } catch (error) {
    if (!(error instanceof Error && 'exitCode' in error)) throw error
    return { exit: error.exitCode === 0 ? 0 : 2, ...written }
  }
  return invocation ?? { exit: 0, ...written }
}

/** The first word that is no option; the values of global options are skipped. */
function commandName(argv: readonly string[]): string | undefined {
  for (let index = 0; index < argv.length; index++) {
    const arg = argv[index] ?? ''
    if (/^(?:-C|--vault|--color|--width|--pager)$/.test(arg)) index++
    else if (!arg.startsWith('-')) return arg
    else if (!/^(?:-C.|-q|--)/.test(arg)) return undefined
  }
  return undefined
}

/** Without a command: the reader for a person on a terminal; the list in a pipe, and when options of the list are given. */
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

function unknownCommand(name: string): ParserEnd {
  const names = registry.flatMap((entry) => [entry.name, ...entry.aliases])
  if (name.trim() === '')
    return { exit: 2, out: '', error: 'wend: the command is empty\n      all commands: wend --help\n' }
  const nearest = names
    .map((candidate) => ({ candidate, edits: distance(name, candidate) }))
    .sort((a, b) => a.edits - b.edits)[0]
  const hint =
    nearest !== undefined && nearest.edits <= Math.min(2, name.length - 1)
      ? `did you mean "wend ${nearest.candidate}"?`
      : `search notes with: wend search "${name}"; all commands: wend --help`
  return { exit: 2, out: '', error: `wend: unknown command "${name.slice(0, 100)}"\n      ${hint}\n` }
}
