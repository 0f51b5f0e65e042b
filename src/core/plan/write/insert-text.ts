import type { Edit } from '../../model/change.ts'
import { fail } from '../../model/failure.ts'
import type { Note } from '../../model/note.ts'
import { pagePropertiesEnd } from '../../parse/dialects/logseq.ts'
import { missingPart } from '../../query/note/missing-part.ts'
import { sameHeadings } from '../../query/note/same-headings.ts'
import { sectionSpan } from '../../query/note/section-of.ts'
import { headingNamed, resolveAnchor } from '../../vault/resolve-anchor.ts'
import { editAt, type PlanSource } from '../draft.ts'
import { endsOpen } from './ends-open.ts'
import { asBlocks, blocksBelow, isLogseq } from './logseq-blocks.ts'
import type { Plan } from '../rename/rename-note.ts'
import { lineStart } from '../../model/line-ends.ts'

/** A text that is to be put into a note. */
export interface Insertion {
  readonly text: string
  /** At the start or end of the section, or of the whole note; the start is after front matter and title. */
  readonly at: 'start' | 'end'
  /** The section, by its heading or another anchor. */
  readonly section?: string | undefined
  /** Whether a missing heading is added at the end; otherwise it is a failure. */
  readonly makeSection?: boolean
}

/**
 * Plans to insert a text into a note, on lines of its own. A paragraph is separated by blank lines, a list item or table row joins the list
 * or table next to it.
 */
export function insertText(source: PlanSource, note: Note, insertion: Insertion): Plan {
  const original = source.textOf(note.path)
  const edit = insertionEdit(note, original, insertion)
  const what = insertion.at === 'end' ? 'append to' : 'prepend to'
  const { section } = insertion
  const where = section === undefined ? note.path : `${note.path}#${section.replace(/^#+\s*/, '')}`
  return {
    changes: {
      title: `${what} ${where}`,
      changes: [{ kind: 'edit', path: note.path, original, edits: [edit] }],
    },
    messages: [...(section === undefined ? [] : sameHeadings(note, section)), ...swallowed(note, original, edit)],
  }
}

/** The warning when a text is added at the end of a note, inside an unclosed block. */
function swallowed(note: Note, text: string, { span }: Edit): readonly string[] {
  if (text.slice(span.end).trim() !== '' || !endsOpen(note, text)) return []
  return [`${note.path} ends in a code block or comment that is never closed, and the text is part of it`]
}

/** The text of a note that is not written yet, with the text inserted. */
export function withInsertion(note: Note, text: string, insertion: Insertion): string {
  const { span, after } = insertionEdit(note, text, insertion)
  return text.slice(0, span.start) + after + text.slice(span.end)
}

function insertionEdit(note: Note, text: string, insertion: Insertion): Edit {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const said = insertion.text.replace(/^(?:[ \t]*\r?\n)+|\s+$/g, '')
  const lines = (isLogseq(note) && said !== '' ? asBlocks(said) : said).replace(/\r?\n/g, eol)
  const block = isLogseq(note) ? blocksBelow(note, text, insertion.section) : undefined
  if (block !== undefined) {
    const [at, indent] = insertion.at === 'end' ? [block.end, block.indent] : [block.start, block.indent]
    return editAt(text, at, at, `${eol}${lines.replace(/^(?=.)/gm, indent)}`)
  }
  if (lines === '') fail({ kind: 'usage', message: 'there is no text to add' })
  const place = placeOf(note, text, insertion)
  if (place === undefined) {
    const end = endOf(text, note.bodyStart, text.length)
    return between(text, end, `${'#'.repeat(levelOfNew(note))} ${insertion.section ?? ''}${eol}${eol}${lines}`, eol)
  }
  return between(text, insertion.at === 'end' ? endOf(text, place.start, place.end) : place.start, lines, eol)
}

/** The range of a section's own text; undefined when it is missing and may be added. */
function placeOf(note: Note, text: string, { section, makeSection }: Insertion): Edit['span'] | undefined {
  if (section === undefined) return { start: afterTitle(note, text), end: text.length }
  const match = resolveAnchor(note, section)
  const heading = headingNamed(match)
  if (heading !== undefined) {
    const next = note.headings[note.headings.indexOf(heading) + 1]
    return { start: heading.span.end, end: next?.span.start ?? text.length }
  }
  if (match?.kind === 'block') {
    const span = sectionSpan(note, text, `^${match.id}`)
    if (span !== undefined) return { start: lineStart(text, span.start), end: span.end }
  }
  if (match === undefined && makeSection === true) return undefined
  return missingPart(note, section)
}

function levelOfNew({ headings }: Note): number {
  const below = headings.filter(({ level }) => level > 1).map(({ level }) => level)
  return below.length > 0 ? Math.min(...below) : 2
}

/** After the front matter, and the heading that the body begins with. */
function afterTitle(note: Note, text: string): number {
  if (isLogseq(note)) return pagePropertiesEnd(text, note.bodyStart)
  const first = note.headings[0]
  const isTitle = first !== undefined && first.level === 1 && text.slice(note.bodyStart, first.span.start).trim() === ''
  return isTitle ? first.span.end : note.bodyStart
}

/** The end of the last line with anything on it. */
function endOf(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length
}

/** Inserts lines at a place that ends or begins a line. */
function between(text: string, at: number, lines: string, eol: string): Edit {
  const before = text.slice(0, at).trimEnd()
  const rest = text.slice(at)
  const blank = /^\s*/.exec(rest)?.[0] ?? ''
  const following = rest.slice(blank.length)
  const lastLine = before.slice(before.lastIndexOf('\n') + 1)
  const atStart = before === ''
  const above = atStart ? '' : joins(lastLine, lines) || isRowAfter(lastLine, lines) ? eol : eol + eol
  const below = following === '' ? eol : joins(lines.slice(lines.lastIndexOf('\n') + 1), following) ? eol : eol + eol
  const start = before.length
  return editAt(text, start, at + blank.length, above + lines + below)
}

const item = /^\s*(?:[-+*]|\d{1,9}[.)])\s/

/** Whether two lines need no blank line between them: both are list items. */
function joins(above: string, below: string): boolean {
  return (item.test(above) || /^\s{2,}\S/.test(above)) && item.test(below)
}

/** Whether a line is a row of the table that ends above it. */
function isRowAfter(above: string, below: string): boolean {
  return /^\s*\|.*\|\s*$/.test(above) && /^\s*\|.*\|[ \t]*(?:\r?\n|$)/.test(below)
}
