import type { Note } from '../../../core/model/note.ts'
import type { KeptFolder } from '../kept-folder.ts'
import { randomId } from '../kept-file.ts'
import { type ColumnNote, columnsOf } from './note-columns.ts'
import { writeDetails } from './note-details.ts'

/** A note that was read anew after the index was written. */
export interface ChangedNote {
  /** Names this reading of it. */
  readonly id: string
  /** As `stampOf` gives it; null for NaN. */
  readonly stamp: readonly (number | null)[]
  readonly columns: ColumnNote
  readonly details: string
  readonly links: string
}

/** The notes that changed since the index was written, as long as no path, title or alias did: then the index is written anew. */
export interface Changes {
  /** Names the vault as it is now; empty when nothing changed. */
  readonly state: string
  /** By place. */
  readonly notes: ReadonlyMap<number, ChangedNote>
}

/** The state of an index to which nothing was added. */
export const noChanges: Changes = { state: '', notes: new Map() }

interface About {
  readonly index: string
  readonly state: string
}

/** Reads the changes that were kept for an index; none where the file is damaged or belongs to an earlier index. */
export function readChanges(files: KeptFolder, index: string): Changes {
  const file = files.open<About>('changes')
  const bytes = file?.about.index === index ? file.read('notes') : undefined
  file?.close()
  if (file === undefined || bytes === undefined) return noChanges
  return { state: file.about.state, notes: new Map(JSON.parse(bytes.toString()) as [number, ChangedNote][]) }
}

/** Puts changes beside the index; false when they can't be written. */
export function writeChanges(files: KeptFolder, index: string, { state, notes }: Changes): boolean {
  return files.write('changes', { index, state } satisfies About, [['notes', [Buffer.from(JSON.stringify([...notes]))]]])
}

/** A note that was read just now, with the stamp of its file; without one it is read again next time. */
export function changedNote(note: Note, stamp: readonly number[] = []): ChangedNote {
  return {
    id: randomId(),
    stamp: [0, 1, 2, 3].map((order) => finite(stamp[order])),
    columns: columnsOf(note),
    details: writeDetails(note),
    links: JSON.stringify(note.links),
  }
}

function finite(value = Number.NaN): number | null {
  return Number.isNaN(value) ? null : value
}
