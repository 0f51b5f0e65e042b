import type { Touched } from '../../core/model/change.ts'
import { isNoteFile, toNotePath } from '../../core/model/note-path.ts'
import type { Note } from '../../core/model/note.ts'
import { parseNote } from '../../core/parse/parse-note.ts'
import { isPrivate } from '../../core/vault/visible-vault.ts'
import type { Vault } from '../../core/vault/vault.ts'

/** The vault, the part of it that agents see, and which paths and notes are hidden. */
export interface Sight {
  readonly all: Vault | undefined
  readonly visible: Vault
  readonly hides: (note: Pick<Note, 'path' | 'isPrivate'>) => boolean
  /** The text of a file that is no note of the vault; undefined where there is none. */
  readonly textAt: (path: string) => string | undefined
}

/** Whether a change touches something hidden from agents, or creates something that would be. */
export function touchesHidden(touched: readonly Touched[], sight: Sight): boolean {
  return touched.some((one) => !isFolder(one) && isHidden(one, sight))
}

/** The paths of the files that a change touches, each once; of a moved file the old path. */
export function touchedPaths(touched: readonly Touched[]): ReadonlySet<string> {
  return new Set(touched.flatMap((one) => (isFolder(one) ? [] : [one.path])))
}

function isFolder({ kind }: Touched): boolean {
  return kind === 'make-folder' || kind === 'remove-folder'
}

function isHidden({ path, to = path, text }: Touched, { all, visible, hides, textAt }: Sight): boolean {
  if ([path, to].some((one) => hides({ path: one as Note['path'] }))) return true
  const note = all?.note(path) ?? all?.note(all.leadsTo(path) ?? '')
  if (note !== undefined) return visible.note(note.path) === undefined
  if (!isNoteFile(to)) return false
  // A restored note may be hidden by its content; for a removed file the content is unknown.
  const content = text ?? textAt(path)
  const name = toNotePath(to)
  if (content === undefined || name === undefined) return true
  return isPrivate(parseNote({ path: name, text: content, facts, dialects: all?.notes[0]?.dialects }))
}

/** Stat values do not decide whether a note is private. */
const facts = { size: 0, modifiedMs: 0, createdMs: 0 }
