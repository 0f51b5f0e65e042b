import type { Note } from '../model/note.ts'
import { keepsNames } from './update-vault.ts'
import type { Vault } from './vault.ts'

/** The notes of a vault that are others than in an earlier state of it; undefined where not only the text of notes changed, but what links are resolved by. */
export function changedNotes(before: Vault, now: Vault): readonly Note[] | undefined {
  if (before === now) return []
  if (before.attachments !== now.attachments || before.notes.length !== now.notes.length) return undefined
  const notes = now.notes.filter((note, order) => note !== before.notes[order])
  return keepsNames(before, { notes, removed: [] }) ? notes : undefined
}
