import type { Note } from '../model/note.ts'
import type { LinkTotals, ListedNote, NoteRow, Report } from '../model/report.ts'
import { listNotes } from './list-notes.ts'
import type { Vault } from '../vault/vault.ts'

/** The row of a note, with the counts of its links. */
export function toNoteRow(vault: Vault, note: Note): NoteRow {
  return { ...toListedNote(note), ...totalsOf(vault, note) }
}

/** A report of notes, whose links are counted only where a format says how many they are. */
export function notesReport(vault: Vault, notes: readonly Note[]): Extract<Report, { kind: 'notes' }> {
  return lazyReport(vault, () => notes)
}

/** A report of all notes by title; which comes first is decided when a format asks for them. */
export function wholeReport(vault: Vault): Extract<Report, { kind: 'notes' }> {
  return lazyReport(vault, () => listNotes(vault, [], { sort: 'title', reverse: false, random: () => 0 }), true)
}

function lazyReport(vault: Vault, notes: () => readonly Note[], isWhole = false): Extract<Report, { kind: 'notes' }> {
  let listed: readonly ListedNote[] | undefined
  return {
    kind: 'notes',
    isWhole,
    get notes() {
      return (listed ??= notes().map(toListedNote))
    },
    totalsOf: (path) => {
      const note = vault.note(path)
      return note === undefined ? { links: 0, backlinks: 0 } : totalsOf(vault, note)
    },
  }
}

function toListedNote(note: Note): ListedNote {
  const { path, title, summary, topics, tags, aliases, created, modified, words } = note
  // Two literals: an object put together of spread parts takes five times as long, and lists are long.
  return summary === undefined
    ? { path, title, topics, tags, aliases, created, modified, words }
    : { path, title, summary, topics, tags, aliases, created, modified, words }
}

function totalsOf(vault: Vault, { path }: Note): LinkTotals {
  return { links: vault.linkCount(path), backlinks: vault.backlinkCount(path) }
}
