import type { Edit } from '../../model/change.ts'
import { fail } from '../../model/failure.ts'
import type { Note } from '../../model/note.ts'
import type { NotePath } from '../../model/note-path.ts'
import { overlap, type Span } from '../../model/span.ts'
import { editAt, type PlanSource } from '../draft.ts'
import type { Plan } from '../rename/rename-note.ts'
import { carryAlong } from './carry-along.ts'
import { keepRegrouped } from './keep-regrouped.ts'
import type { NotePart } from './part-of-note.ts'
import { newText, type NotePiece, placeKey, sliceOf, spansWithout } from './regrouping.ts'
import { shiftHeadings } from './shift-headings.ts'

/** A part of a note, and the note that it becomes. */
export interface CutOut {
  readonly part: NotePart
  readonly path: NotePath
  readonly title: string
  /** What the new note begins with: front matter, or nothing. */
  readonly front: string
  /** The text of the template between title and part, and after the part. */
  readonly between?: string
  readonly back?: string
}

/** Plans to move parts of a note into notes of their own, with a link in place of each; `asItems` writes the links as list items. */
export function cutOut(
  source: PlanSource,
  note: Note,
  how: { readonly title: string; readonly cuts: readonly CutOut[]; readonly asItems: boolean },
): Plan {
  const text = source.textOf(note.path)
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const cuts = [...how.cuts].sort((a, b) => a.part.span.start - b.part.span.start)
  for (const { path } of cuts) refuseIfThere(source, path)
  const whole = { start: 0, end: text.length }
  const rest = spansWithout(
    whole,
    cuts.map(({ part }) => part.span),
  )
  const shares = new Map([[note.path, rest], ...cuts.map(({ path, part }) => [path, [part.span]] as const)])
  const { taken, added } = carryAlong(source, note, shares)
  const atEnd = (path: NotePath): readonly NotePiece[] =>
    (added.get(path) ?? []).flatMap((slice, at): readonly NotePiece[] => [
      newText(at === 0 ? eol : ''),
      slice,
      newText(eol),
    ])
  const notes = new Map<NotePath, readonly NotePiece[]>()
  for (const cut of cuts) {
    notes.set(cut.path, [...newNote(note, text, { cut, taken, eol }), ...atEnd(cut.path)])
  }
  notes.set(note.path, [
    ...restPieces(note, text, { cuts, taken, eol, asItems: how.asItems }),
    ...ending(text, eol, added.has(note.path)),
    ...atEnd(note.path),
  ])
  const tops = cuts.flatMap(({ part }) =>
    part.heading === undefined ? [] : [placeKey(note.path, part.heading.span.start)],
  )
  return keepRegrouped(source, { title: how.title, notes, removed: new Set(), tops: new Set(tops), messages: [] })
}

function refuseIfThere({ vault }: PlanSource, path: NotePath): void {
  if (vault.note(path) === undefined && !vault.index.exists(path)) return
  fail({
    kind: 'refused',
    message: `${path} exists already; nothing was changed`,
    hint: 'give the new note another title',
  })
}

/** The pieces of the note that a part becomes: the template's text before, between and after its title and the rest of the part. */
function newNote(
  note: Note,
  text: string,
  { cut, taken, eol }: { readonly cut: CutOut; readonly taken: readonly Span[]; readonly eol: string },
): readonly NotePiece[] {
  const edits = editsOf(note, text, cut)
  const slices = (span: Span): readonly NotePiece[] =>
    withoutLastBlanks(text, spansWithout(span, taken)).map((one) => sliceOf(note.path, one, edits))
  const { between = '', back = '', front, part } = cut
  const after = newText(eol + back)
  if (part.heading === undefined)
    return [newText(`${front}# ${cut.title}${eol}${eol}${between}`), ...slices(part.span), after]
  if (between === '') return [newText(front), ...slices(part.span), after]
  const { end } = part.heading.span
  const start = end + (/^\s*/.exec(text.slice(end, part.span.end))?.[0].length ?? 0)
  const title = slices({ start: part.span.start, end })
  return [newText(front), ...title, newText(eol + eol + between), ...slices({ start, end: part.span.end }), after]
}

/** The edits of a moved part: its heading becomes the title, the headings below it move up, list indentation is removed. */
function editsOf(note: Note, text: string, { part, title }: CutOut): readonly Edit[] {
  const { span, heading, indent } = part
  const level = heading?.level ?? 1
  const named =
    heading === undefined || heading.text === title
      ? []
      : [editAt(text, heading.textSpan.start, heading.textSpan.end, title)]
  const blanks =
    indent === 0
      ? []
      : [...text.slice(span.start, span.end).matchAll(new RegExp(`(?<=\\n)[ \\t]{1,${String(indent)}}`, 'g'))]
  // A title that is replaced needs no second edit to join its lines.
  const shifted = shiftHeadings(note, text, span, 1 - level).filter(
    (edit) => !named.some((one) => overlap(one.span, edit.span)),
  )
  return [
    ...named,
    ...shifted,
    ...blanks.map(({ index, 0: found }) => editAt(text, span.start + index, span.start + index + found.length, '')),
  ]
}

function restPieces(
  note: Note,
  text: string,
  {
    cuts,
    taken,
    eol,
    asItems,
  }: {
    readonly cuts: readonly CutOut[]
    readonly taken: readonly Span[]
    readonly eol: string
    readonly asItems: boolean
  },
): readonly NotePiece[] {
  const pieces: NotePiece[] = []
  let at = 0
  for (const [order, { part, path, title }] of cuts.entries()) {
    const before = text.slice(at, part.span.start)
    // Consecutive items form one list, without the blank lines that separated the sections.
    const joins = asItems && order > 0 && before.trim() === ''
    if (joins) pieces.push(newText(eol))
    else
      pieces.push(...spansWithout({ start: at, end: part.span.start }, taken).map((span) => sliceOf(note.path, span)))
    if (asItems) pieces.push(newText('- '))
    pieces.push({ kind: 'link', to: path, shown: title })
    at = part.span.end
  }
  const last = { start: at, end: text.length }
  const left = taken.some(({ end }) => end > at) ? withoutLastBlanks(text, spansWithout(last, taken)) : undefined
  const tail = left ?? spansWithout(last, taken)
  return [...pieces, ...tail.map((span) => sliceOf(note.path, span)), ...(left === undefined ? [] : [newText(eol)])]
}

/** The spans without blank lines at the end, which may be left where definitions were taken away. */
function withoutLastBlanks(text: string, spans: readonly Span[]): readonly Span[] {
  const last = spans.findLastIndex(({ start, end }) => text.slice(start, end).trim() !== '')
  return spans.slice(0, last + 1).map(({ start, end }, at) => {
    return at < last ? { start, end } : { start, end: start + text.slice(start, end).trimEnd().length }
  })
}

/** A line end before text that is added at the end, when one is missing. */
function ending(text: string, eol: string, isAdded: boolean): readonly NotePiece[] {
  return isAdded && !text.endsWith('\n') ? [newText(eol)] : []
}
