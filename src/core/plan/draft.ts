import type { Edit } from '../model/change.ts'
import type { LinkForm } from '../model/config.ts'
import type { NotePath } from '../model/note-path.ts'
import type { Vault } from '../vault/vault.ts'

/** What a change is planned on: the vault, and the text of each of its notes. */
export interface PlanSource {
  readonly vault: Vault
  readonly textOf: (path: NotePath) => string
  /** How new links are written (`links.style`). */
  readonly linkForm?: LinkForm | undefined
  /** What notes said before earlier changes that a draft takes back; undefined when it takes none back. */
  readonly formerly?: (draft: Draft) => FormerTexts | undefined
}

/** What notes said before changes that are taken back, by their present paths. */
export interface FormerTexts {
  /** What stood at an offset, where `written` stands now; the likeliest first. */
  readonly at: (path: string, written: string, offset: number) => readonly string[]
  /** Whether words surely stood there before, or what became of them: nobody but wend wrote to the note since. */
  readonly isTraced: (path: string, written: string, offset: number) => boolean
  /** The folder in which a note lay then, from where its links were meant; undefined where that is not known to be another than now. */
  readonly folderOf: (path: string) => string | undefined
}

/** What the user asked for, before the links that it concerns are rewritten. */
export interface Draft {
  /** New paths by old ones, of notes and attachments. */
  readonly moves: ReadonlyMap<string, NotePath>
  /** New paths of folders that move as a whole, for links that point at folders. */
  readonly folders?: ReadonlyMap<string, NotePath>
  /** Edits by the old path of the note. */
  readonly edits: ReadonlyMap<NotePath, readonly Edit[]>
}

/** An edit of a text at a place of it. */
export function editAt(text: string, start: number, end: number, after: string): Edit {
  return { span: { start, end }, before: text.slice(start, end), after }
}
