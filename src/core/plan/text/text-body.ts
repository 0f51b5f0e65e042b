import { readFrontMatter } from '../../parse/front-matter.ts'
import { splitJson } from '../../parse/front-matter/json.ts'
import type { NoteText } from '../front-matter/note-text.ts'

/** A text of a note with the place where its body starts, found anew after an edit. */
export function textBody(note: Pick<NoteText, 'path' | 'form'>, text: string): NoteText {
  if (note.form === 'page') return { ...note, text, bodyStart: 0 }
  if (note.form === 'json') return { ...note, text, bodyStart: splitJson(text)?.bodyStart ?? 0 }
  return { ...note, text, bodyStart: readFrontMatter(text).bodyStart }
}
