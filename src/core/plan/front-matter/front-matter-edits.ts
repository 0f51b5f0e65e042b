import type { Edit } from '../../model/change.ts'
import type { Note } from '../../model/note.ts'
import { pagePropertiesEnd } from '../../parse/dialects/logseq.ts'
import type { NoteText } from './note-text.ts'
import { textDifference } from '../text/text-difference.ts'

/** The edits of a note's text that an edit of its front matter alone comes to; front matter that is new has the line ends of the body. */
export function frontMatterEdits(
  { path, bodyStart, dialects }: Note,
  text: string,
  edit: (note: NoteText) => string,
): readonly Edit[] {
  const isPage = bodyStart === 0 && dialects?.syntax.includes('logseq') === true
  const front = text.slice(0, isPage ? pagePropertiesEnd(text, 0) : bodyStart)
  const edited = edit({ path, text: front, bodyStart, ...(isPage ? { form: 'page' } : {}) })
  const isCrlf = bodyStart === 0 && /^[^\n]*\r\n/.test(text)
  return textDifference(front, isCrlf ? edited.replace(/\r?\n/g, '\r\n') : edited)
}
