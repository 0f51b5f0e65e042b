import type { NotePath } from './note-path.ts'
import type { Span } from './span.ts'

/** One replacement in the decoded text of a file: what stands at `span` and what takes its place. An empty span inserts. */
export interface Edit {
  readonly span: Span
  readonly before: string
  readonly after: string
}

/** Replaces parts of a file; `original` is the whole decoded text that the edits were planned on. Bytes outside the spans stay. */
export interface EditFile {
  readonly kind: 'edit'
  readonly path: NotePath
  readonly original: string
  readonly edits: readonly Edit[]
}

/** Creates a file that must not exist; UTF-8. */
export interface CreateFile {
  readonly kind: 'create'
  readonly path: NotePath
  readonly text: string
}

/** Gives a file another path, which must be free. Edits of the file name its old path. */
export interface MoveFile {
  readonly kind: 'move'
  readonly path: NotePath
  readonly to: NotePath
}

/** Moves a file to the vault's trash. */
export interface TrashFile {
  readonly kind: 'trash'
  readonly path: NotePath
}

/** Removes a file for good. */
export interface RemoveFile {
  readonly kind: 'remove'
  readonly path: NotePath
}

/** Removes a folder that the moves of the same change empty; left alone when something else is in it. */
export interface RemoveFolder {
  readonly kind: 'remove-folder'
  readonly path: NotePath
}

/** Has a symbolic link lead to where its file will be; where both move, `path` is the old path of the link and `to` the new one of the file. */
export interface Relink {
  readonly kind: 'relink'
  readonly path: NotePath
  readonly to: NotePath
}

/** What happens to one file or folder. */
export type Change = EditFile | CreateFile | MoveFile | TrashFile | RemoveFile | RemoveFolder | Relink

/** What a change does to a path, as far as it must be known to say whether it may be done: `text` is what a file will hold that is not there yet. */
export interface Touched {
  readonly kind: string
  readonly path: string
  readonly to?: string
  readonly text?: string
}

/** A change of the vault as data: applied as a whole or not at all, previewed as a diff, undone as a whole. At most one edit a file. */
export interface ChangeSet {
  /** What it does, as an imperative: `rename a.md to b.md`. */
  readonly title: string
  readonly changes: readonly Change[]
}

/** The edits in order of their spans; edits that are equal are made once. Fails when two overlap or one does not match the text: a bug. */
export function orderEdits(text: string, edits: readonly Edit[]): readonly Edit[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  const ordered: Edit[] = []
  for (const edit of sorted) {
    const last = ordered.at(-1)
    if (last !== undefined && isSameEdit(last, edit)) continue
    if (last !== undefined && edit.span.start < last.span.end)
      throw new RangeError(`edits overlap at offset ${edit.span.start}`)
    if (text.slice(edit.span.start, edit.span.end) !== edit.before)
      throw new RangeError(`the edit at offset ${edit.span.start} is not of this text`)
    ordered.push(edit)
  }
  return ordered
}

/** The text with its edits made. */
export function editText(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let at = 0
  for (const { span, after } of orderEdits(text, edits)) {
    parts.push(text.slice(at, span.start), after)
    at = span.end
  }
  return parts.join('') + text.slice(at)
}

function isSameEdit(a: Edit, b: Edit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.after === b.after && a.span.end > a.span.start
}
