import type { Attachment, Note } from '../../model/note.ts'
import type { NotePath } from '../../model/note-path.ts'
import { siteAddresses } from '../site-addresses.ts'
import type { Vault } from '../vault.ts'
import type { ReadCanvases } from '../vault-files.ts'

/** The changes to files since a vault was read. */
export interface VaultChange {
  /** Notes that are new or were read anew. */
  readonly notes: readonly Note[]
  readonly removed: readonly NotePath[]
  /** All attachments, when the set of them changed. */
  readonly attachments?: readonly Attachment[]
  /** The new reader of canvases, when it changed. */
  readonly canvases?: ReadCanvases | undefined
}

/** Whether a change keeps everything by which links are resolved: paths, titles, aliases, attachments, and ids of other tools. */
export function keepsNames(old: Vault, { notes, removed, attachments }: VaultChange): boolean {
  return (
    removed.length === 0 && attachments === undefined && notes.every((note) => sameNames(old.note(note.path), note))
  )
}

/** Whether two states of a note have the same names. */
export function sameNames(before: Note | undefined, after: Note): boolean {
  return (
    before !== undefined &&
    before.title === after.title &&
    before.aliases.join('\n') === after.aliases.join('\n') &&
    (after.dialects === undefined || idsOf(before) === idsOf(after))
  )
}

/** The ids by which links of some tools find a note. */
function idsOf(note: Note): string {
  return JSON.stringify([note.blocks.map(({ id }) => id), note.metadata['uid'], siteAddresses(note)])
}

/** The notes after a change, in no particular order. */
export function notesAfter(old: Vault, { notes, removed }: VaultChange): readonly Note[] {
  const fresh = new Map(notes.map((note) => [note.path, note]))
  const gone = new Set(removed)
  const kept = old.notes.filter(({ path }) => !gone.has(path)).map((note) => fresh.get(note.path) ?? note)
  return [...kept, ...notes.filter(({ path }) => old.note(path) === undefined)]
}
