import type { Edit } from '../../model/change.ts'
import type { Note } from '../../model/note.ts'
import type { NotePath } from '../../model/note-path.ts'
import type { Span } from '../../model/span.ts'
import type { PlanSource } from '../draft.ts'
import type { Plan } from '../rename/rename-note.ts'
import { bodyAt, endsDefining, tailPiece, tailStart } from './definition-tail.ts'
import { keepRegrouped } from './keep-regrouped.ts'
import { lineEndEdits } from './line-end-edits.ts'
import { nestedEdits, nestedPlace } from './nested-place.ts'
import { newText, type NotePiece, sliceOf } from './regrouping.ts'
import { renameLabels } from './rename-labels.ts'

/**
 * Plans to put a note's text into the list item or quote that holds nothing but the only link to it; headings become bold lines,
 * definitions move to the end. Undefined when there is no such place, or when the text would have another meaning there.
 */
export function inlineNested(
  source: PlanSource,
  note: Note,
  into: Note,
  messages: readonly string[],
): Plan | undefined {
  const [only, ...others] = source.vault.linksTo(note.path)
  if (only?.from !== into || others.length > 0) return undefined
  const text = source.textOf(into.path)
  const place = nestedPlace(into, text, only.link.span)
  if (place === undefined) return undefined
  const { span, prefix } = place
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const body = nestedBody(source, note, into, { prefix, eol })
  if (body === undefined) return undefined
  const { pieces, tail, isLong } = body
  const isFollowed = /^[ \t]*\r?\n[^\S\n]*\S/.test(text.slice(span.end))
  const rest = { start: span.end, end: tail === undefined ? text.length : Math.max(span.end, text.trimEnd().length) }
  const all: readonly NotePiece[] = [
    sliceOf(into.path, { start: 0, end: span.start }),
    ...pieces,
    newText(isLong && isFollowed ? eol + prefix.trimEnd() : ''),
    sliceOf(into.path, rest),
    ...(tail === undefined ? [] : [newText(endsDefining(into, text) ? eol : eol + eol), tail, newText(eol)]),
  ]
  const notes = new Map<NotePath, readonly NotePiece[]>([[into.path, all]])
  return keepRegrouped(source, { title: '', notes, removed: new Set([note.path]), tops: new Set(), messages })
}

interface Body {
  readonly pieces: readonly NotePiece[]
  readonly tail?: NotePiece
  /** Whether it has more than its title. */
  readonly isLong: boolean
}

function nestedBody(
  source: PlanSource,
  note: Note,
  into: Note,
  how: { readonly prefix: string; readonly eol: string },
): Body | undefined {
  const { prefix, eol } = how
  const text = source.textOf(note.path)
  const start = bodyAt(note, text)
  const defined = Math.max(start, tailStart(note, text))
  const span: Span = { start, end: start + text.slice(start, defined).trimEnd().length }
  const whole: Span = { start: defined, end: Math.max(defined, text.trimEnd().length) }
  const renamed = renameLabels(source, note, into)
  const nested = nestedEdits(note, text, span, how)
  // Removing a line would leave its prefix behind.
  if (nested === undefined || renamed.some((edit) => edit.after === '' && edit.span.start < span.end)) return undefined
  const ends = lineEndEdits(text, eol, renamed)
  const edits: readonly Edit[] = [...renamed, ...nested, ...ends]
  const { gone, ...tail } = tailPiece(note, text, whole, [...renamed, ...ends])
  const slice = sliceOf(note.path, span, edits)
  const first = note.headings[0]
  if (first?.level === 1 && first.span.start === start)
    return { pieces: [slice, ...gone], ...tail, isLong: first.span.end < span.end }
  if (/[*\\\n]/.test(note.title)) return undefined
  const isLong = span.end > start
  const title = `**${note.title}**${isLong ? eol + prefix.trimEnd() + eol + prefix : ''}`
  return { pieces: [newText(title), slice, ...gone], ...tail, isLong }
}
