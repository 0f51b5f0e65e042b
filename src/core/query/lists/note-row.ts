import type { Note } from '../../model/note.ts'
import type { LinkTotals, ListedNote, NoteRow, PrintedNote, Report } from '../../model/report.ts'
import type { Vault } from '../../vault/vault.ts'

/** The row of a note, with the counts of its links. */
export function toNoteRow(vault: Vault, note: Note): NoteRow {
  return { ...toListedNote(note), ...totalsOf(vault, note) }
}

/** How a list is shown as text: on one line for each note, or with the date that it is sorted by. */
export interface ListForm {
  readonly oneline?: boolean
  readonly dateOf?: (note: Note) => string | undefined
}

/** A report of notes. Rows are made, and links counted, only where a format asks for them. */
export function notesReport(
  vault: Vault,
  notes: readonly Note[],
  form: ListForm = {},
): Extract<Report, { kind: 'notes' }> {
  let listed: readonly ListedNote[] | undefined
  let printed: readonly PrintedNote[] | undefined
  return {
    kind: 'notes',
    ...(form.oneline === true ? { oneline: true } : {}),
    size: notes.length,
    part: (from, to) => notes.slice(from, to).map(toListedNote),
    get notes() {
      return (listed ??= listedNotes(vault, notes))
    },
    get printed() {
      return (printed ??= notes.map((note) => toPrintedNote(note, form.dateOf?.(note))))
    },
    totalsOf: (path) => {
      const note = vault.note(path)
      return note === undefined ? { links: 0, backlinks: 0 } : totalsOf(vault, note)
    },
  }
}

/** Rows are made in the order of the vault, since an index on disk is read in that order; in another it would be read many times over. */
function listedNotes(vault: Vault, notes: readonly Note[]): readonly ListedNote[] {
  const asked = new Set(notes)
  const rows = new Map<Note, ListedNote>()
  for (const note of vault.notes) if (asked.has(note)) rows.set(note, toListedNote(note))
  return notes.map((note) => rows.get(note) ?? toListedNote(note))
}

function toPrintedNote({ path, title, summary, topics, isPlain = false }: Note, date: string | undefined): PrintedNote {
  const row = summary === undefined ? { path, title, topics, isPlain } : { path, title, summary, topics, isPlain }
  return date === undefined ? row : { ...row, date }
}

function toListedNote(note: Note): ListedNote {
  const { path, title, summary, topics, tags, aliases, created, modified, words, metadata } = note
  // Two literals: an object made by spreading takes five times as long, and lists are long.
  return summary === undefined
    ? { path, title, topics, tags, aliases, created, modified, words, metadata }
    : { path, title, summary, topics, tags, aliases, created, modified, words, metadata }
}

function totalsOf(vault: Vault, { path }: Note): LinkTotals {
  return { links: vault.linkCount(path), backlinks: vault.backlinkCount(path) }
}
