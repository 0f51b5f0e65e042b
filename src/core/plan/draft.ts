import type { Edit } from '../model/change.ts'
import type { LinkForm } from '../model/config.ts'
import type { NotePath } from '../model/note-path.ts'
import type { Vault } from '../vault/vault.ts'

/** What changes are planned on: the vault, and the text of each of its notes. */
export interface PlanSource {
  readonly vault: Vault
  readonly textOf: (path: NotePath) => string
  /** How new links are written (`links.style`). */
  readonly linkForm?: LinkForm | undefined
  /** The texts before the earlier changes that a draft reverses; undefined when it reverses none. */
  readonly formerly?: (draft: Draft) => FormerTexts | undefined
}

/** The texts of notes before changes that are being reversed, by the present paths of the notes. */
export interface FormerTexts {
  /** The possible former texts of the range at an offset that now holds `written`; the likeliest first. */
  readonly at: (path: string, written: string, offset: number) => readonly string[]
  /** Whether the former text is certain, because only wend has written to the note since. */
  readonly isTraced: (path: string, written: string, offset: number) => boolean
  /** The folder in which the note lay then, to which its relative links refer; undefined when it is not known to have changed. */
  readonly folderOf: (path: string) => string | undefined
}

/** What the user asked for, before the affected links are rewritten. */
export interface Draft {
  /** New paths by old ones, of notes and attachments. */
  readonly moves: ReadonlyMap<string, NotePath>
  /** New paths of folders that move as a whole, for links that point at folders. */
  readonly folders?: ReadonlyMap<string, NotePath>
  /** Edits by the old path of the note. */
  readonly edits: ReadonlyMap<NotePath, readonly Edit[]>
}

/** An edit that replaces a range of a text. */
export function editAt(text: string, start: number, end: number, after: string): Edit {
  return { span: { start, end }, before: text.slice(start, end), after }
}
