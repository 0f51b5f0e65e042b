import type { Context } from '../../commands/command.ts'
import { fail } from '../../core/model/failure.ts'
import type { Note } from '../../core/model/note.ts'
import { findProgram } from '../../io/programs/find-program.ts'
import { neutralise } from '../../view/neutralise.ts'
import type { Process } from '../process.ts'

/** For which command a note is chosen, and whether it takes several. */
export interface PickRequest {
  readonly command: string
  readonly several: boolean
}

/** Has a person at the terminal choose a note, with fzf where there is one; gives paths as they are typed from the current folder. */
export async function pickNotes(process: Process, context: Context, request: PickRequest): Promise<readonly string[]> {
  if (!context.terminal.stdinIsTerminal || !context.terminal.stderrIsTerminal || context.env['TERM'] === 'dumb')
    fail({
      kind: 'usage',
      message: '--pick needs a terminal to choose on',
      hint: `name the note: wend ${request.command} NOTE; wend list shows them`,
    })
  const { notes } = await context.vault()
  // What can't be written on one line can't be chosen in one.
  const offered = notes.filter(({ path }) => neutralise(path) === path && !/[\t\n]/.test(path))
  const fzf = context.env['OS'] === 'Windows_NT' ? undefined : findProgram('fzf', context.env)
  const chosen =
    fzf === undefined
      ? await (await import('./own-picker.ts')).pickInTerminal(process, offered)
      : await pickWithFzf(process, context, { fzf, notes: offered, ...request })
  if (chosen.length === 0) fail({ kind: 'refused', message: 'no note was chosen' })
  return chosen.map((path) => context.pathHere(path))
}

async function pickWithFzf(
  { argv: [node = '', script = ''] }: Process,
  context: Context,
  { fzf, notes, command, several }: PickRequest & { readonly fzf: string; readonly notes: readonly Note[] },
): Promise<readonly string[]> {
  const { askPicker } = await import('../../io/programs/start-program.ts')
  const self = script === '' || script === node ? [node] : [node, script]
  const { root } = context.vaultChoice()
  const words = [...self, '-C', root, 'show', '--no-pager', '--color', 'always'].map(quoted)
  const preview = `${words.join(' ')} --width "$((\${FZF_PREVIEW_COLUMNS:-80} - 2))" -- {1}`
  const { chosen, problem } = askPicker(
    fzf,
    [
      ...['--read0', '--print0', '--delimiter', '\t', '--with-nth', '2..', '--no-hscroll', '--layout', 'reverse'],
      ...[several ? '--multi' : '--no-multi', '--prompt', `${command} > `, '--preview', preview],
    ],
    notes.map((note) => `${note.path}\t${lineOf(note)}\0`).join(''),
  )
  if (problem !== undefined) fail({ kind: 'io', action: 'start', path: fzf, reason: problem })
  const known = new Set<string>(notes.map(({ path }) => path))
  // What the user's own options of fzf have it print besides is no note.
  return (chosen ?? '')
    .split('\0')
    .map((line) => line.split('\t')[0] ?? '')
    .filter((path) => known.has(path))
}

/** A note on one line, to be searched by its names. */
function lineOf({ title, path, aliases }: Note): string {
  const also = aliases.length === 0 ? '' : `  ${aliases.join(', ')}`
  return neutralise(`${title}  ${path}${also}`).replace(/[\t\n]+/g, ' ')
}

/** A word for `sh`. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}
