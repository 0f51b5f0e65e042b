import type { Note } from '../../model/note.ts'
import type { NotePath } from '../../model/note-path.ts'
import { LinkOverlay } from './link-overlay.ts'
import { keepsNames } from './vault-change.ts'
import type { Vault } from '../vault.ts'

/** What is other in a vault than in an earlier state of it with the same paths and attachments. */
export interface VaultNews {
  /** The notes that are others. */
  readonly notes: readonly Note[]
  /** Whether they are named as they were: by title, aliases and what else links of some tools name. */
  readonly keepsNames: boolean
  /** The changed notes, and those whose links may lead elsewhere though they did not change. */
  readonly relinked: readonly NotePath[]
}

/** What changed between two states of a vault; undefined where that is not known, or where files came or went. */
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
