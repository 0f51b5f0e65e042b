import { type Edit, editText } from '../../model/change.ts'
import type { Note } from '../../model/note.ts'
import type { Span } from '../../model/span.ts'
import { lineStart } from '../../model/line-ends.ts'
import { readDocument } from '../../parse/read-document.ts'
import { frontMatterEnd } from '../front-matter/note-text.ts'
import { type NotePiece, sliceOf } from './regrouping.ts'

/**
 * The definitions at the end of a note as a piece, with their edits; `gone` when all of them are dropped, because equal ones are in the
 * other note.
 */
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

/**
 * Whether a note ends with a link definition, after which others may follow without a blank line; after a footnote they would be read as
 * part of it.
 */
export function endsDefining(note: Note, text: string): boolean {
  return note.definitions.some(({ span }) => text.slice(span.end).trim() === '')
}

/** Where the definitions and footnotes at the end of a text begin, not counting those in a quote; the text's end when there are none. */
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

/** Whether a definition is the first thing on its line, and not inside a quote. */
export function isFirstInLine(text: string, { start }: Span): boolean {
  return text.slice(lineStart(text, start), start).trim() === ''
}
