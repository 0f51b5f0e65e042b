import type { NotePath } from '../model/note-path.ts'
import type { FileFacts, NoteDates } from '../model/note.ts'
import type { VaultDialects } from '../model/tool-dialect.ts'

/** A file with the name of a note, decoded: `text` has no byte order mark. */
export interface NoteFile {
  readonly path: NotePath
  readonly text: string
  readonly facts: FileFacts
  /** The tools by whose ways its vault is read. */
  readonly dialects?: VaultDialects | undefined
  /** What says when it was made and changed; its front matter, else its file, where absent. */
  readonly dates?: NoteDates | undefined
  /** What was wrong with the bytes, as a sentence without its final dot. */
  readonly encodingProblem?: string
}
