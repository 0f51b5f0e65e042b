import type { Note } from '../../model/note.ts'
import { readDocument } from '../../parse/read-document.ts'

/** Whether a note ends with a definition, which others may follow line by line. */
export function endsDefining(note: Note, text: string): boolean {
  return tailStart(note, text) < text.trimEnd().length
}

/** Where the definitions and footnotes begin that a text ends with; its end where it ends with something else. */
export function tailStart(note: Note, text: string): number {
  const footnotes = readDocument(text, note.bodyStart).filter(({ type }) => type === 'footnote')
  const spans = [...note.definitions, ...footnotes].map(({ span }) => span).sort((a, b) => b.start - a.start)
  let start = text.trimEnd().length
  for (const span of spans) {
    if (span.start >= start) continue
    if (text.slice(Math.min(span.end, start), start).trim() !== '') break
    start = span.start
  }
  return start
}
