import type { Note } from '../../../core/model/note.ts'
import type { KeptFolder } from '../kept-folder.ts'
import { randomId } from '../kept-file.ts'
import { type ColumnNote, columnsOf } from './note-columns.ts'
import { writeDetails } from './note-details.ts'

/** A note that changed after the index was written. */
export interface ChangedNote {
  /** A unique id of this state of the note. */
  readonly id: string
  /** As `stampOf` gives it; null for NaN. */
  readonly stamp: readonly (number | null)[]
  readonly columns: ColumnNote
  readonly details: string
  readonly links: string
}

/** The notes that changed since the index was written. When a path, title or alias changes, the index is written anew instead. */
export interface Changes {
  /** An id of the vault's present state; empty when nothing changed. */
  readonly state: string
  /** By place. */
  readonly notes: ReadonlyMap<number, ChangedNote>
}

/** The state of an index without changes. */
export const noChanges: Changes = { state: '', notes: new Map() }

interface About {
  readonly index: string
  readonly state: string
}

/** Reads the changes stored for an index; none when the file is damaged or belongs to an earlier index. */
export function readChanges(files: KeptFolder, index: string): Changes {
  const file = files.open<About>('changes')
  const bytes = file?.about.index === index ? file.read('notes') : undefined
  file?.close()
  if (file === undefined || bytes === undefined) return noChanges
  return { state: file.about.state, notes: new Map(JSON.parse(bytes.toString()) as [number, ChangedNote][]) }
}

/** Stores changes next to the index; false when they can't be written. */
export function writeChanges(files: KeptFolder, index: string, { state, notes }: Changes): boolean {
  return files.write('changes', { index, state } satisfies About, [['notes', [Buffer.from(JSON.stringify([...notes]))]]])
}

/** A note that was just read, with the stamp of its file; without a stamp it is read again next time. */
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
