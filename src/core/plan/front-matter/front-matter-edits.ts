import type { Edit } from '../../model/change.ts'
import type { Note } from '../../model/note.ts'
import { formOf, frontMatterEnd, type NoteText } from './note-text.ts'
import { textDifference } from '../text/text-difference.ts'

/** The edits of a note's text that result from editing only its front matter; new front matter gets the line ends of the body. */
export function frontMatterEdits(note: Note, text: string, edit: (note: NoteText) => string): readonly Edit[] {
  const { path, bodyStart } = note
  const front = text.slice(0, frontMatterEnd(note, text))
  const edited = edit({ path, text: front, bodyStart, ...formOf(note, text) })
  const isCrlf = bodyStart === 0 && /^[^\n]*\r\n/.test(text)
  return textDifference(front, isCrlf ? edited.replace(/\r?\n/g, '\r\n') : edited)
}
