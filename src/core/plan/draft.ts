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
  /**
   * What the place of a note at an offset, where `written` stands, said before an earlier change that the draft takes back; the likeliest
   * first. Undefined when the draft takes none back.
   */
  readonly formerly?: (
    draft: Draft,
  ) => ((path: string, written: string, offset: number) => readonly string[]) | undefined
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
