import type { Link } from '../../model/link.ts'
import type { Note } from '../../model/note.ts'
import type { Resolution } from '../../model/resolution.ts'
import type { Vault } from '../../vault/vault.ts'
import type { Draft } from '../draft.ts'

/** A link that must be respelled, in the vault before and after the change. */
export interface RespellTask {
  readonly before: Vault
  readonly after: Vault
  readonly draft: Draft
  /** The note that holds the link, as it was and as it will be. */
  readonly from: Note
  readonly now: Note
  readonly link: Link
  readonly resolution: Resolution
}

/** The old and new path of a link's target. */
export interface TargetChange {
  readonly task: Omit<RespellTask, 'draft'>
  readonly oldPath: string
  readonly newPath: string
  readonly oldNote: Note | undefined
  readonly newNote: Note | undefined
}
