import type { Note } from '../model/note.ts'
import type { NoteRow } from '../model/report.ts'
import type { Vault } from '../vault/vault.ts'

/** The row of a note in a list, with the counts of its links. */
export function toNoteRow(vault: Vault, note: Note): NoteRow {
  const { path, title, summary, topics, tags, aliases, created, modified, words } = note
  const links = vault.linkCount(path)
  const backlinks = vault.backlinkCount(path)
  // Two literals: an object put together of spread parts takes five times as long, and lists are long.
  return summary === undefined
    ? { path, title, topics, tags, aliases, created, modified, words, links, backlinks }
    : { path, title, summary, topics, tags, aliases, created, modified, words, links, backlinks }
}
