import { readFrontMatter } from '../../parse/front-matter.ts'
import type { NoteText } from '../front-matter/note-text.ts'

/** A text of a note with the place where its body starts, found anew after an edit. */
export function textBody(note: Pick<NoteText, 'path' | 'form'>, text: string): NoteText {
  return { ...note, text, bodyStart: note.form === 'page' ? 0 : readFrontMatter(text).bodyStart }
}
