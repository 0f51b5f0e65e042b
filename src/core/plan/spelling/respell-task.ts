import type { Link } from '../../model/link.ts'
import type { Note } from '../../model/note.ts'
import type { Resolution } from '../../model/resolution.ts'
import type { Vault } from '../../vault/vault.ts'
import type { Draft } from '../draft.ts'

/** A link that has to be spelled anew, in the vault as it was and as it will be. */
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

/** The old and new place of what a link names, for the spellings of its target. */
export interface TargetChange {
  readonly task: Omit<RespellTask, 'draft'>
  readonly oldPath: string
  readonly newPath: string
  readonly oldNote: Note | undefined
  readonly newNote: Note | undefined
}
