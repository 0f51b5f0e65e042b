import type { Note } from '../../model/note.ts'
import type { NotePath } from '../../model/note-path.ts'
import { LinkOverlay } from './link-overlay.ts'
import { keepsNames } from './vault-change.ts'
import type { Vault } from '../vault.ts'

/** The difference between a vault and an earlier state of it with the same paths and attachments. */
export interface VaultNews {
  /** The notes that changed. */
  readonly notes: readonly Note[]
  /** Whether their names are unchanged: titles, aliases and the ids of other tools. */
  readonly keepsNames: boolean
  /** The changed notes, and unchanged notes whose links may lead elsewhere. */
  readonly relinked: readonly NotePath[]
}

/** The difference between two states of a vault; undefined when it is not known, or when files came or went. */
export function vaultNews(before: Vault, now: Vault): VaultNews | undefined {
  if (before === now) return { notes: [], keepsNames: true, relinked: [] }
  if (before.attachments !== now.attachments || before.notes.length !== now.notes.length) return undefined
  const notes = now.notes.filter((note, order) => note !== before.notes[order])
  if (notes.some(({ path }) => before.note(path) === undefined)) return undefined
  const changed = notes.map(({ path }) => path)
  if (keepsNames(before, { notes, removed: [] })) return { notes, keepsNames: true, relinked: changed }
  const { known } = now
  const moved = known instanceof LinkOverlay ? known.relinkedSince(before.known) : undefined
  return moved && { notes, keepsNames: false, relinked: [...new Set([...changed, ...moved])] }
}
