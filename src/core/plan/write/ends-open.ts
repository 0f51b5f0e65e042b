import type { Note } from '../../model/note.ts'
import { parseNote } from '../../parse/parse-note.ts'
import { isLogseq } from './logseq-blocks.ts'

/** Whether what comes below a note would be part of a code block or comment that nothing closes: a heading there is none. Blocks of Logseq close what is in them. */
export function endsOpen(note: Note, text: string): boolean {
  if (isLogseq(note)) return false
  const { path, dialects } = note
  const headingsOf = (whole: string): number => {
    const file = { path, text: whole, facts: { size: whole.length, modifiedMs: 0, createdMs: 0 } }
    return parseNote(dialects === undefined ? file : { ...file, dialects }).headings.length
  }
  return headingsOf(`${text}\n\n# below\n`) === headingsOf(text)
}
