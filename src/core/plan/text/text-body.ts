import { readFrontMatter } from '../../parse/front-matter.ts'
import type { NoteText } from '../front-matter/set-property.ts'

/** A text with the place where its body starts, found anew after an edit. */
export function textBody(path: string, text: string): NoteText {
  return { path, text, bodyStart: readFrontMatter(text).bodyStart }
}
