import type { Note } from '../../model/note.ts'
import { noteOfText } from '../text/note-of-text.ts'
import { isLogseq } from './logseq-blocks.ts'

/**
 * Whether a note ends inside an unclosed code block or comment, which would swallow a heading put below it. Logseq closes both at the end
 * of a block.
 */
export function endsOpen(note: Note, text: string): boolean {
  if (isLogseq(note)) return false
  const headingsOf = (whole: string): number => noteOfText(note.path, whole, note.dialects).headings.length
  return headingsOf(`${text}\n\n# below\n`) === headingsOf(text)
}
