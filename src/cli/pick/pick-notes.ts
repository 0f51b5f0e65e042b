import type { Context } from '../../commands/command.ts'
import { fail } from '../../core/model/failure.ts'
import type { Note } from '../../core/model/note.ts'
import { findProgram } from '../../io/programs/find-program.ts'
import { neutralise } from '../../view/neutralise.ts'
import type { Process } from '../process.ts'

/** For which command a note or an open task is chosen, and whether it takes several. */
export interface PickRequest {
  readonly command: string
  readonly several: boolean
  readonly of?: 'note' | 'task'
}

/** Something to choose: a note, or a task, which is a note by its text and place. */
interface Offer {
  readonly note: Note
  /** The note that is shown in the preview. */
  readonly shown: string
}

/**
 * Lets a person at the terminal choose notes or tasks, with fzf if it is installed and has room; gives their paths (with the line, for
 * tasks) relative to the current folder.
 */
export async function pickNotes(process: Process, context: Context, request: PickRequest): Promise<readonly string[]> {
  const mayBeFzf = context.env['OS'] !== 'Windows_NT' && hasRoom(process)
  const fzf = mayBeFzf ? findProgram('fzf', context.env) : undefined
  // fzf reads keys from the terminal itself: standard input may hold a text.
  const canReadKeys = context.terminal.stdinIsTerminal || fzf !== undefined
  if (!canReadKeys || !context.terminal.stderrIsTerminal || context.env['TERM'] === 'dumb')
    fail({
      kind: 'usage',
      message: '--pick needs a terminal to choose on',
      hint: `name the note: wend ${request.command} NOTE; wend list shows them`,
    })
  const offers = request.of === 'task' ? await allTasks(context) : await allNotes(context)
  // A path that does not fit on one line can't be returned on one.
  const offered = offers.filter(({ note: { path } }) => neutralise(path) === path && !/[\t\n]/.test(path))
  if (offered.length === 0 && request.of === 'task') fail({ kind: 'refused', message: 'no task is open' })
  const chosen =
    fzf === undefined
      ? await (
          await import('./own-picker.ts')
        ).pickInTerminal(
          process,
          offered.map(({ note }) => note),
        )
      : await pickWithFzf(process, context, { fzf, offers: offered, ...request })
  if (chosen.length === 0) fail({ kind: 'refused', message: `no ${request.of ?? 'note'} was chosen` })
  return chosen.map((path) => context.pathHere(path))
}

/** Whether fzf has room for its preview: it fails on a terminal of a few columns or rows, or of unknown size. */
function hasRoom({ stderr }: Process): boolean {
  const { columns = 0, rows = 0 } = stderr as Partial<NodeJS.WriteStream>
  return columns >= 20 && rows >= 5
}

async function allNotes(context: Context): Promise<readonly Offer[]> {
  return (await context.vault()).notes.map((note) => ({ note, shown: note.path }))
}

async function allTasks(context: Context): Promise<readonly Offer[]> {
  const { openTasks } = await import('../../commands/list/open-tasks.ts')
  const vault = await context.vault()
  return (await openTasks(context, vault.notes)).flatMap(({ path, text, line }) => {
    const note = vault.note(path)
    if (note === undefined) return []
    return [{ note: { ...note, title: text, aliases: [], path: `${path}:${line}` as Note['path'] }, shown: path }]
  })
}

async function pickWithFzf(
  { argv: [node = '', script = ''] }: Process,
  context: Context,
  { fzf, offers, command, several }: PickRequest & { readonly fzf: string; readonly offers: readonly Offer[] },
): Promise<readonly string[]> {
  const { askPicker } = await import('../../io/programs/start-program.ts')
  const self = script === '' || script === node ? [node] : [node, script]
  const { root } = context.vaultChoice()
  const words = [...self, '-C', root, 'show', '--no-pager', '--color', 'always'].map(quoted)
  const preview = `${words.join(' ')} --width "$((\${FZF_PREVIEW_COLUMNS:-80} - 2))" -- {1}`
  const { chosen, problem } = askPicker(
    fzf,
    [
      ...['--read0', '--print0', '--delimiter', '\t', '--with-nth', '3..', '--no-hscroll', '--layout', 'reverse'],
      ...[several ? '--multi' : '--no-multi', '--prompt', `${command} > `, '--preview', preview],
    ],
    offers.map(({ note, shown }) => `${shown}\t${note.path}\t${lineOf(note)}\0`).join(''),
  )
  if (problem !== undefined) fail({ kind: 'io', action: 'start', path: fzf, reason: problem })
  const known = new Set<string>(offers.map(({ note }) => note.path))
  // The user's own fzf options may print other lines, which are no notes.
  return (chosen ?? '')
    .split('\0')
    .map((line) => line.split('\t')[1] ?? '')
    .filter((path) => known.has(path))
}

/** A note on one line, to be searched by its names. */
function lineOf({ title, path, aliases }: Note): string {
  const also = aliases.length === 0 ? '' : `  ${aliases.join(', ')}`
  return neutralise(`${title}  ${path}${also}`).replace(/[\t\n]+/g, ' ')
}

/** A word quoted for `sh`. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}
