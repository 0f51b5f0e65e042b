import type { Note } from '../../model/note.ts'
import { pagePropertiesEnd } from '../../parse/dialects/logseq.ts'
import { isLogseq } from '../write/logseq-blocks.ts'

/** A note's text, and where its body starts. */
export interface NoteText {
  readonly path: string
  readonly text: string
  readonly bodyStart: number
  /**
   * `page`: the text begins with the properties of a Logseq page in place of front matter. `json`: the front matter is JSON, which is never
   * edited.
   */
  readonly form?: 'page' | 'json'
}

/** The form of the front matter of a note. */
export function formOf(note: Note, text: string): Pick<NoteText, 'form'> {
  if (note.bodyStart > 0) return text.startsWith('{') ? { form: 'json' } : {}
  return isLogseq(note) ? { form: 'page' } : {}
}

/** Where the front matter of a note ends, or the page properties of Logseq, which replace it. */
export function frontMatterEnd(note: Note, text: string): number {
  return formOf(note, text).form === 'page' ? pagePropertiesEnd(text, 0) : note.bodyStart
}
