import type { Command, Context, Outcome } from '../../commands/command.ts'
import { Options } from '../../commands/arguments/options.ts'
import { withVault } from '../../commands/arguments/with-vault.ts'
import { type NotePath, toNotePath } from '../../core/model/note-path.ts'
import type { ChangeRow } from '../../core/model/report.ts'
import type { Outside, Reader } from './outside.ts'
import { takeVault } from './take-vault.ts'

/** Creates a note as `wend new` does, and opens it. */
export async function createNote(title: string, reader: Reader, outside: Outside): Promise<void> {
  const { newNote } = await import('../../commands/change/new.ts')
  const { report } = await run(newNote, [title], {}, { reader, outside })
  const data = report?.kind === 'document' ? report.data : undefined
  const path = isPlaced(data) ? toNotePath(data.path) : undefined
  if (path !== undefined) reader.dispatch({ type: 'open', path })
  reader.dispatch({ type: 'message', text: `created ${path ?? title}; e edits it` })
}

/** Renames a note as `wend mv` does: the links follow. */
export async function renameNote(path: NotePath, name: string, reader: Reader, outside: Outside): Promise<void> {
  const { mv } = await import('../../commands/change/mv.ts')
  const { report } = await run(mv, [path, name], {}, { reader, outside, from: path })
  const files = report?.kind === 'changes' ? report.changes.length : 0
  reader.dispatch({ type: 'message', text: `renamed, ${files} file${files === 1 ? '' : 's'} changed; u takes it back` })
}

/** Puts a note in the trash as `wend rm --force` does. */
export async function removeNote(path: NotePath, reader: Reader, outside: Outside): Promise<void> {
  const { rm } = await import('../../commands/change/rm.ts')
  await run(rm, [path], { force: true }, { reader, outside })
  reader.dispatch({ type: 'message', text: `${path} is in the trash; u takes it back` })
}

/** Undoes the last change as `wend undo` does: the reader follows a note that is moved, and opens one that comes back from the trash. */
export async function undoChange(reader: Reader, outside: Outside): Promise<void> {
  const { undo } = await import('../../commands/change/undo.ts')
  const { note, vault: before } = reader.state
  const { report } = await run(undo, [], {}, { reader, outside, ...(note === undefined ? {} : { from: note.path }) })
  const moves = report?.kind === 'changes' ? movesOf(report.changes) : []
  const back = moves.find(({ path }) => before.note(path) === undefined)
  const returned = back === undefined ? undefined : reader.state.vault.note(back.to)
  if (returned !== undefined) reader.dispatch({ type: 'open', path: returned.path })
  reader.dispatch({ type: 'message', text: report?.kind === 'changes' ? report.title : 'taken back' })
}

function movesOf(changes: readonly ChangeRow[]): readonly { readonly path: string; readonly to: string }[] {
  return changes.flatMap(({ action, path, to }) => (action === 'move' && to !== undefined ? [{ path, to }] : []))
}

interface Where {
  readonly reader: Reader
  readonly outside: Outside
  /** The note whose path may change. */
  readonly from?: NotePath
}

/** Runs a command from the root of the vault, without asking, then shows the vault as it is afterwards. */
async function run(
  command: Command,
  args: readonly string[],
  options: Readonly<Record<string, unknown>>,
  { reader, outside, from }: Where,
): Promise<Outcome> {
  const { context } = outside
  const here: Context = {
    ...withVault(context, reader.state.vault),
    cwd: context.vaultChoice().root,
    terminal: { ...context.terminal, stdinIsTerminal: true },
    ask: undefined,
  }
  const outcome = await command.run(here, args, new Options(options))
  const vault = await context.freshVault()
  const moves = outcome.report?.kind === 'changes' ? movesOf(outcome.report.changes) : []
  const to = moves.find(({ path }) => path === from)?.to
  const target = to === undefined ? undefined : toNotePath(to)
  if (from !== undefined && target !== undefined) reader.dispatch({ type: 'moved', from, to: target })
  takeVault(vault, reader, outside, from !== undefined)
  return outcome
}

function isPlaced(data: unknown): data is { readonly path: string } {
  return typeof data === 'object' && data !== null && 'path' in data && typeof data.path === 'string'
}
