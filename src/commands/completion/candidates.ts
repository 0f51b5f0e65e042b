import type { Candidate, Candidates } from './candidate.ts'
import { formatsOf } from '../../view/format-report.ts'
import type { Command, Completes, Context, OptionSpec } from '../command.ts'
import { globalOptions } from '../arguments/global-options.ts'
import { findCommand, registry } from '../registry.ts'
import { completionValues } from './values.ts'
import { flagsOf } from '../arguments/odd-word.ts'

/** The parts of a command that completion needs. */
type Completed = Pick<Command, 'arguments' | 'options' | 'reports'>

const none: Candidates = { words: [] }

/** The candidates for the last word, given the words before it. A broken vault gives none. */
export async function candidatesFor(context: Context, before: readonly string[], current: string): Promise<Candidates> {
  const place = await contextOfWord(context, before)
  if (place === undefined) return { words: [], shell: 'files' }
  const { command, args, vault, open, onlyArguments } = place
  const inVault = vault === undefined ? context : context.inFolder(vault)
  if (open !== undefined) return optionValues(inVault, open, { args, current })
  const typed = { args, current }
  if (current.startsWith('-') && !onlyArguments) return ofOptions(inVault, command, typed)
  if (command === undefined) return fitting(current, await commandNames(context))
  const argument = command.arguments[args.length] ?? command.arguments.findLast(({ name }) => name.includes('...'))
  return argument === undefined ? none : optionValues(inVault, argument, typed)
}

/** Options, or the values of one after `--option=`. */
async function ofOptions(
  context: Context,
  command: Completed | undefined,
  { args, current }: Typed,
): Promise<Candidates> {
  const options = [...(command === undefined ? [] : optionsOf(command)), ...globalOptions, help]
  const [, head, value = ''] = /^(--[\w-]+=)(.*)$/s.exec(current) ?? []
  if (head === undefined) {
    const names = options.flatMap(({ flags, description }) =>
      flagsOf(flags).map((word) => ({ word, about: description })),
    )
    return fitting(current, names)
  }
  const option = options.find(({ flags }) => takesValue(flags) && flagsOf(flags).includes(head.slice(0, -1)))
  if (option === undefined) return none
  const { words } = await optionValues(context, option, { args, current: value })
  return { words: words.map((one) => ({ ...one, word: head + one.word })) }
}

const help: OptionSpec = { flags: '-h, --help', description: 'show the help of a command' }

interface Typed {
  readonly args: readonly string[]
  readonly current: string
}

async function optionValues(
  context: Context,
  { choices, completes }: Pick<OptionSpec, 'choices' | 'completes'>,
  typed: Typed,
): Promise<Candidates> {
  if (choices !== undefined)
    return fitting(
      typed.current,
      choices.map((word) => ({ word })),
    )
  return valuesFor(context, completes, typed)
}

async function valuesFor(context: Context, what: Completes | undefined, { args, current }: Typed): Promise<Candidates> {
  if (what === undefined) return none
  const byShell = what && ofShell[what]
  if (byShell !== undefined) return { words: [], shell: byShell }
  const { words, shell } = await completionValues(context, what, { args, current })
  return { ...fitting(current, words), ...(shell && { shell }) }
}

/** What the shell completes itself. */
const ofShell: Partial<Record<Completes, NonNullable<Candidates['shell']>>> = {
  file: 'files',
  directory: 'folders',
  command: 'commands',
}

/** What the words before the last one say about it. */
interface WordContext {
  readonly command: Completed | undefined
  /** The arguments before it. */
  readonly args: readonly string[]
  /** The folder that -C names. */
  readonly vault: string | undefined
  /** The option before it that still needs a value. */
  readonly open: OptionSpec | undefined
  /** Whether `--` came before it. */
  readonly onlyArguments: boolean
}

/** Reads the words before the last; undefined after an alias for a shell command, about which nothing is known. */
async function contextOfWord(context: Context, before: readonly string[]): Promise<WordContext | undefined> {
  const place: { -readonly [Key in keyof WordContext]: WordContext[Key] } = {
    command: undefined,
    args: [],
    vault: undefined,
    open: undefined,
    onlyArguments: false,
  }
  const words = [...before]
  let aliasesLeft = 20
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (place.open !== undefined) {
      if (place.open.completes === 'vault') place.vault = word
      place.open = undefined
    } else if (word.startsWith('-') && !place.onlyArguments) {
      if (word === '--') place.onlyArguments = true
      place.open = optionOf(place.command, word)
      place.vault = /^(?:--vault=|-C(?=.))(.+)$/s.exec(word)?.[1] ?? place.vault
    } else if (place.command !== undefined) place.args = [...place.args, word]
    else {
      const found = await commandOf(context, word)
      if (found === 'shell' || aliasesLeft-- === 0) return undefined
      place.command = found?.command
      words.unshift(...(found?.more ?? []))
    }
  }
  return place
}

/** The option that a word names, if it takes a value. */
function optionOf(command: Completed | undefined, word: string): OptionSpec | undefined {
  const options = [...globalOptions, ...(command === undefined ? [] : optionsOf(command))]
  return options.find(({ flags }) => takesValue(flags) && flagsOf(flags).includes(word))
}

/** The command that a word names, or the command line of an alias, which may be a shell command. */
async function commandOf(
  context: Context,
  word: string,
): Promise<{ readonly command?: Completed; readonly more?: readonly string[] } | 'shell' | undefined> {
  const command = word === 'help' ? helpCommand : await findCommand(word)?.load()
  if (command !== undefined) return { command }
  const line = (await aliases(context)).get(word)?.trim()
  if (line === undefined) return undefined
  if (line.startsWith('!')) return 'shell'
  const more = (await import('../../io/programs/split-command.ts')).splitCommand(line)
  return more[0] === word ? undefined : { more }
}

const helpCommand: Completed = {
  arguments: [{ name: '[command]', description: '', completes: 'subcommand' }],
  options: [{ flags: '--man', description: 'write the manual page' }],
}

/** The user's aliases; none when the configuration can't be read. */
async function aliases(context: Context): Promise<ReadonlyMap<string, string>> {
  try {
    return (await import('../../io/config/user-names.ts')).readAliases(context.userConfig)
  } catch {
    return new Map()
  }
}

async function commandNames(context: Context): Promise<readonly Candidate[]> {
  const known = registry.flatMap(({ name, aliases: others, summary }) =>
    [name, ...others].map((word) => ({ word, about: summary })),
  )
  const own = [...(await aliases(context))]
    .filter(([name]) => findCommand(name) === undefined)
    .map(([word, line]) => ({ word, about: line }))
  return [...known, ...own, { word: 'help', about: 'Show the help of a command or topic' }]
}

/** The options of a command, with those of its formats. */
function optionsOf(command: Completed): readonly OptionSpec[] {
  if (command.reports === undefined) return command.options
  const choices = [...new Set(command.reports.flatMap(formatsOf))]
  return [
    ...command.options,
    { flags: '-f, --format <format>', description: 'how the output is written', choices },
    { flags: '--json', description: 'same as --format json' },
    { flags: '-0, --null', description: 'end each record with a NUL byte' },
  ]
}

function takesValue(flags: string): boolean {
  return flags.includes('<')
}

/**
 * The candidates that begin like the word, ignoring case; without those that contain a line end or a tab, which end a word in the answer.
 */
function fitting(prefix: string, words: readonly Candidate[]): Candidates {
  const folded = prefix.toLowerCase()
  const seen = new Set<string>()
  return {
    words: words.filter(({ word }) => {
      if (seen.has(word) || !word.toLowerCase().startsWith(folded) || /[\u0000-\u001f\u007f]/.test(word)) return false
      seen.add(word)
      return true
    }),
  }
}
