import { fail } from '../../core/model/failure.ts'
import type { Note } from '../../core/model/note.ts'
import { filterOptions, readFilters } from '../arguments/note-filters.ts'
import { withVault } from '../arguments/with-vault.ts'
import type { Options } from '../arguments/options.ts'
import type { Context, OptionSpec } from '../command.ts'

/** The filters that can choose notes in place of a NOTE. */
const filters = ['--where', '--tag', '--topic', '--path']

/** Options of commands that can change all matching notes, and the expected number of them. */
export const bulkOptions: readonly OptionSpec[] = [
  ...filterOptions
    .filter(({ flags }) => filters.includes(flags.split(' ')[0] ?? ''))
    .map((option) => ({ ...option, description: option.description.replace('only notes', 'in all notes') })),
  { flags: '--expect <count>', description: 'the number of notes expected; with another number nothing is changed' },
]

/** Whether a command line chooses notes by filters, so that it has no NOTE. */
export function isBulk(options: Options): boolean {
  const chosen = filters.some((flag) => options.texts(flag.slice(2)).length > 0)
  if (!chosen && options.text('expect') !== undefined)
    fail({
      kind: 'usage',
      message: '--expect counts the notes that --where, --tag, --topic or --path choose; give one',
    })
  return chosen
}

/**
 * How many notes filters may choose: the number after `--expect`; without it a person is asked (about `what`, before the vault is locked),
 * and a script fails with the number. Undefined when any number will do: without filters, and in a dry run.
 */
export async function agreeOnCount(context: Context, options: Options, what: string): Promise<number | undefined> {
  if (!isBulk(options)) return undefined
  const expected = options.count('expect')
  if (expected !== undefined || options.flag('dryRun')) return expected
  const { length } = await chosenNotes(withVault(context, await context.freshVault()), options)
  if (length === 0) return fail({ kind: 'refused', message: 'no note matches' })
  if (context.ask === undefined)
    return fail({
      kind: 'refused',
      message: `${counted(length)} ${length === 1 ? 'matches' : 'match'}; nothing was changed`,
      hint: `to change ${length === 1 ? 'it' : 'them'}: --expect ${length}; to see how: --dry-run`,
    })
  const answer = await context.ask(`${what} of ${counted(length)}? (y/n) `)
  return /^y(?:es)?$/i.test(answer.trim()) ? length : fail({ kind: 'refused', message: 'nothing was changed' })
}

/** The notes that filters choose; refused when their number differs from the agreed one. */
export async function bulkNotes(
  context: Context,
  options: Options,
  agreed: number | undefined,
): Promise<readonly Note[]> {
  const found = await chosenNotes(context, options)
  if (agreed !== undefined && agreed !== found.length)
    return fail({
      kind: 'refused',
      message: `${counted(found.length)} ${found.length === 1 ? 'matches' : 'match'}, not ${agreed}; nothing was changed`,
      hint: 'to see how they would change: --dry-run without --expect',
    })
  return found.length > 0 || agreed === 0 ? found : fail({ kind: 'refused', message: 'no note matches' })
}

async function chosenNotes(context: Context, options: Options): Promise<readonly Note[]> {
  const messages: string[] = []
  const holds = await readFilters(context, options, messages)
  return (await context.vault()).notes.filter((note) => holds.every((filter) => filter(note)))
}

function counted(count: number): string {
  return count === 1 ? '1 note' : `${count} notes`
}
