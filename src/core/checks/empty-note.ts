import type { Note } from '../model/note.ts'
import { atNote, perNote, type Rule } from './rule.ts'

/** A note without a body. */
export const emptyNote: Rule = {
  severity: 'info',
  summary: 'A note without a body',
  find: perNote((note) => (isEmpty(note) ? [atNote(note, 'the note is empty')] : [])),
}

/** A note with only code has no words either, so the size of the file (in bytes) decides; a few bytes may be blank lines. */
function isEmpty(note: Note): boolean {
  return (
    note.words === 0 && note.links.length === 0 && note.headings.length === 0 && note.file.size - note.bodyStart < 24
  )
}
