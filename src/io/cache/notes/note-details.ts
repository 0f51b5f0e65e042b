import type { Note } from '../../../core/model/note.ts'
import type { ColumnNote } from './note-columns.ts'

/** What few commands need of a note: all that is neither in a column nor a link. */
export type NoteDetails = Omit<Note, keyof ColumnNote | 'links' | 'dialects'>

/** The details of a note as JSON, which holds all that the parser gives. */
export function writeDetails(note: Note): string {
  return JSON.stringify(detailsOf(note))
}

/** Names every field, so that the compiler misses none that notes come to have. */
function detailsOf(note: Note): { readonly [Name in keyof Required<NoteDetails>]: NoteDetails[Name] } {
  const { summarySource, metadata, bodyStart, headings, blocks, inlineTags, anchors, definitions, footnotes, file } =
    note
  return { summarySource, metadata, bodyStart, headings, blocks, inlineTags, anchors, definitions, footnotes, file }
}

/** The inverse of `writeDetails`. */
export function readDetails(text: string): NoteDetails {
  return JSON.parse(text) as NoteDetails
}
