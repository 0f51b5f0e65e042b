import { type Edit, editText } from '../../model/change.ts'
import type { Note } from '../../model/note.ts'
import type { Span } from '../../model/span.ts'
import { lineStart } from '../../model/line-ends.ts'
import { readDocument } from '../../parse/read-document.ts'
import { frontMatterEnd } from '../front-matter/note-text.ts'
import { type NotePiece, sliceOf } from './regrouping.ts'

/** The definitions that a note ends with as a piece, with what changes in them; `gone` where they all go, since others serve their links. */
export function tailPiece(
  { path }: Note,
  text: string,
  span: Span,
  edits: readonly Edit[],
): { readonly tail?: NotePiece; readonly gone: readonly NotePiece[] } {
  const tail = sliceOf(path, span, edits)
  const rest = editText(text, tail.edits).slice(span.start)
  return rest.trim() === '' ? { gone: [tail] } : { tail, gone: [] }
}

/** Where the text of a note begins, below its front matter and the blank lines there. */
export function bodyAt(note: Note, text: string): number {
  const front = frontMatterEnd(note, text)
  return front + (/^(?:[ \t]*\r?\n)*/.exec(text.slice(front))?.[0].length ?? 0)
}

/** Whether a note ends with a definition of a link, which others may follow line by line; below the text of a footnote they would be text of it. */
export function endsDefining(note: Note, text: string): boolean {
  return note.definitions.some(({ span }) => text.slice(span.end).trim() === '')
}

/** Where the definitions and footnotes begin that a text ends with, not those in a quote; its end where it ends with something else. */
export function tailStart(note: Note, text: string): number {
  const footnotes = readDocument(text, note).filter(({ type }) => type === 'footnote')
  const definitions = note.definitions.filter(({ span }) => isFirstInLine(text, span))
  const spans = [...definitions, ...footnotes].map(({ span }) => span).sort((a, b) => b.start - a.start)
  let start = text.trimEnd().length
  for (const span of spans) {
    if (span.start >= start) continue
    if (text.slice(Math.min(span.end, start), start).trim() !== '') break
    start = span.start
  }
  return start
}

/** Whether nothing stands before a definition in its line, as the mark of a quote does. */
export function isFirstInLine(text: string, { start }: Span): boolean {
  return text.slice(lineStart(text, start), start).trim() === ''
}
