import type { Note } from '../../model/note.ts'
import { noteOfText } from '../text/note-of-text.ts'
import { isLogseq } from './logseq-blocks.ts'

/** Whether what comes below a note would be part of a code block or comment that nothing closes, so that a heading put there would not be read as one. Blocks of Logseq close what is in them. */
export function endsOpen(note: Note, text: string): boolean {
  if (isLogseq(note)) return false
  const headingsOf = (whole: string): number => noteOfText(note.path, whole, note.dialects).headings.length
  return headingsOf(`${text}\n\n# below\n`) === headingsOf(text)
}
