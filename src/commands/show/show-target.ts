import { parseNote } from '../../core/parse/parse-note.ts'
import { fileName, isNoteFile, type NotePath, toNotePath } from '../../core/model/note-path.ts'
import type { Note } from '../../core/model/note.ts'
import type { Context } from '../command.ts'
import { requireTarget } from '../arguments/require-note.ts'

/** What an argument of `show` names: a note of the vault, or a markdown file elsewhere (or standard input). */
export interface ShowTarget {
  readonly note: Note
  readonly text: string
  readonly inVault: boolean
  /** The requested heading or block of the note. */
  readonly anchor?: string
}

/** Finds what an argument names: `-` is standard input; a path of a markdown file outside the vault is that file; else a note. */
export async function showTarget(context: Context, argument: string, messages: string[]): Promise<ShowTarget> {
  if (argument === '-') return outside('stdin.md', await context.readInput())
  const file = isNoteFile(argument) ? await context.findFile(argument) : undefined
  if (file !== undefined && file.inVault === undefined) return outside(argument, file.text)
  const { note, ...part } = await requireTarget(context, file?.inVault ?? argument, messages)
  return { note, ...part, text: await context.readText(note.path), inVault: true }
}

function outside(path: string, text: string): ShowTarget {
  const facts = { size: text.length, modifiedMs: Number.NaN, createdMs: Number.NaN }
  const name: NotePath | undefined = toNotePath(fileName(path.replaceAll('\\', '/')))
  if (name === undefined) throw new TypeError(`no file name in ${path}`)
  return { note: parseNote({ path: name, text, facts }), text, inVault: false }
}
