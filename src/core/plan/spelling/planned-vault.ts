import { type Edit, editText } from '../../model/change.ts'
import type { Note } from '../../model/note.ts'
import type { NotePath } from '../../model/note-path.ts'
import { parseNote } from '../../parse/parse-note.ts'
import { Vault } from '../../vault/vault.ts'
import type { Draft, PlanSource } from '../draft.ts'

/** The vault after the change: notes at their new paths, edited notes parsed anew. */
export function plannedVault(
  { vault, textOf }: PlanSource,
  { moves, folders }: Draft,
  edits: ReadonlyMap<NotePath, readonly Edit[]>,
): Vault {
  const planned = (note: Note): Note => {
    const path = moves.get(note.path)
    const changes = edits.get(note.path)
    if (path === undefined && changes === undefined) return note
    const text = changes === undefined ? textOf(note.path) : editText(textOf(note.path), changes)
    return parseNote({ path: path ?? note.path, text, facts: note.file, dialects: note.dialects })
  }
  const notes = vault.notes.map(planned)
  const attachments = vault.attachments.map((one) => ({
    ...one,
    path: moves.get(one.path) ?? one.path,
    ...(one.leadsTo === undefined ? {} : { leadsTo: moves.get(one.leadsTo) ?? one.leadsTo }),
  }))
  const arrived = new Set<string>([...moves.values(), ...(folders?.values() ?? [])])
  const left = new Set<string>([...moves.keys(), ...(folders?.keys() ?? [])])
  const exists = (path: string): boolean => arrived.has(path) || (!left.has(path) && vault.index.exists(path))
  return new Vault({ notes, attachments, exists, canvases: () => vault.canvases.map(planned) })
}
