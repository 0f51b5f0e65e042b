import { lstatSync, type Stats } from '../files/file-system.ts'
import type { Attachment, FileFacts, Note } from '../../core/model/note.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import type { NoteFile } from '../../core/parse/note-file.ts'
import { parseNote } from '../../core/parse/parse-note.ts'
import { Vault } from '../../core/vault/vault.ts'
import { attachmentsOf } from './attachments-of.ts'
import { canvasesIn } from './canvas-state.ts'
import { decodeText } from '../files/decode-text.ts'
import { fileExists } from '../files/file-exists.ts'
import type { Progress } from '../terminal/progress.ts'
import { type ReadFile, readWithFacts } from '../files/read-with-facts.ts'
import { type WalkOptions, walkVault } from './walk-vault.ts'
import { datesOf } from './vault-dates.ts'
import { vaultDialects } from './vault-dialects.ts'
import { errorCode, errorReason } from '../files/error-code.ts'

/** Reads all notes of a folder into a vault. A file that can't be read or is binary becomes an attachment with the reason. */
export function readVault(root: string, options: WalkOptions, progress?: Progress): Vault {
  const files = walkVault(root, options)
  const notes: Note[] = []
  const skipped: Attachment[] = []
  for (const [order, path] of files.notes.entries()) {
    progress?.step(order, files.notes.length)
    const file = options.follow ? readNote(root, path) : readNoteFile(root, path)
    if (file.kind === 'note') notes.push(file.note)
    else skipped.push(file.attachment)
  }
  progress?.end()
  return new Vault({
    notes,
    attachments: attachmentsOf(files, skipped),
    exists: (path) => fileExists(root, path),
    canvases: (attachments) => readCanvases(root, attachments),
  })
}

/** Reads the canvases among the attachments of a vault; one that cannot be read is left out. */
export function readCanvases(root: string, attachments: readonly Attachment[]): readonly Note[] {
  return canvasesIn(attachments).flatMap((path) => {
    const read = readNoteFile(root, path)
    return read.kind === 'note' ? [read.note] : []
  })
}

/** A note with the stat of its file, or why the file is no note. */
export type NoteRead =
  | { readonly kind: 'note'; readonly note: Note; readonly facts: Stats }
  | { readonly kind: 'skipped'; readonly attachment: Attachment }

/** Reads and parses one note, with the stat of its file if that is known; binary and unreadable files are skipped with the reason. */
export function readNote(root: string, path: NotePath, seen?: Stats): NoteRead {
  const file = `${root}/${path}`
  return noteFrom(
    path,
    () => {
      const facts = seen ?? lstatSync(file)
      return { facts, bytes: readWithFacts(file, { follow: true }).bytes }
    },
    root,
  )
}

/** The same for a file that is no symbolic link, which is opened only once. */
export function readNoteFile(root: string, path: NotePath): NoteRead {
  return noteFrom(path, () => readWithFacts(`${root}/${path}`), root)
}

function noteFrom(path: NotePath, read: () => ReadFile, root: string): NoteRead {
  let file: ReadFile
  try {
    file = read()
  } catch (error) {
    return unreadable(path, error)
  }
  return noteOf(path, file, { dialects: vaultDialects(root), dates: datesOf(root, path) })
}

function unreadable(path: NotePath, error: unknown): NoteRead {
  const unnamed = path.includes('\ufffd') && errorCode(error) === 'ENOENT'
  const reason = unnamed ? 'its name is not UTF-8' : errorReason(error)
  return { kind: 'skipped', attachment: { path, skipped: 'unreadable', reason } }
}

function noteOf(
  path: NotePath,
  { facts, bytes }: ReadFile,
  { dialects, dates }: Pick<NoteFile, 'dialects' | 'dates'>,
): NoteRead {
  const decoded = decodeText(bytes)
  if ('binary' in decoded)
    return { kind: 'skipped', attachment: { path, skipped: 'binary', reason: 'it holds NUL bytes' } }
  const problem = decoded.problem === undefined ? {} : { encodingProblem: decoded.problem }
  return {
    kind: 'note',
    note: parseNote({ path, text: decoded.text, facts: fileFacts(facts), dialects, dates, ...problem }),
    facts,
  }
}

function fileFacts({ size, mtimeMs, birthtimeMs }: Stats): FileFacts {
  return { size, modifiedMs: mtimeMs, createdMs: birthtimeMs > 0 ? Math.min(birthtimeMs, mtimeMs) : mtimeMs }
}
