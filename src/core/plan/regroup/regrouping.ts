import type { Edit } from '../../model/change.ts'
import type { NotePath } from '../../model/note-path.ts'
import type { Span } from '../../model/span.ts'

/** A stretch of a note's text that goes where the piece stands, with what changes in it on the way. */
export interface Slice {
  readonly kind: 'slice'
  readonly from: NotePath
  readonly span: Span
  readonly edits: readonly Edit[]
  /** Whether the text stands elsewhere, too: links to what is in it lead there. */
  readonly copy?: boolean
  /** The note whose links lead to where this piece begins: it is removed, or the piece was its whole. */
  readonly topOf?: NotePath
}

/** Text that no note had before. */
export interface NewText {
  readonly kind: 'text'
  readonly text: string
  readonly topOf?: NotePath
}

/** A link to another note, in the syntax that the vault uses. */
export interface LinkToNote {
  readonly kind: 'link'
  readonly to: NotePath
  readonly shown: string
}

/** What a note is put together of. */
export type NotePiece = Slice | NewText | LinkToNote

/** Notes as they will be, put together of what is in notes now. Those that are not named stay as they are. */
export interface Regrouping {
  readonly title: string
  readonly notes: ReadonlyMap<NotePath, readonly NotePiece[]>
  /** Notes that go to the trash. */
  readonly removed: ReadonlySet<NotePath>
  /** Headings that become the beginning of a note, by `placeKey`: a link to the note is a link to them. */
  readonly tops: ReadonlySet<string>
  readonly messages: readonly string[]
}

/** Names a place of a note's text. */
export function placeKey(path: NotePath, offset: number): string {
  return `${offset} ${path}`
}

/** A stretch of text as it is. */
export function sliceOf(from: NotePath, span: Span, edits: readonly Edit[] = []): Slice {
  return { kind: 'slice', from, span, edits: edits.flatMap((edit) => within(edit, span)) }
}

/** An edit that lies in a stretch; of what is taken away across its border the part that is in it. */
function within(edit: Edit, around: Span): readonly Edit[] {
  const { span, before, after } = edit
  const [start, end] = [Math.max(span.start, around.start), Math.min(span.end, around.end)]
  if (start === span.start && end === span.end) return [edit]
  if (after !== '' || start >= end) return []
  return [{ span: { start, end }, before: before.slice(start - span.start, end - span.start), after }]
}

/** New text. */
export function newText(text: string): NewText {
  return { kind: 'text', text }
}

/** What is left of a span when others are taken out. */
export function spansWithout(span: Span, holes: readonly Span[]): readonly Span[] {
  const left: Span[] = []
  let at = span.start
  for (const hole of [...holes].sort((a, b) => a.start - b.start)) {
    if (hole.end <= at || hole.start >= span.end) continue
    if (hole.start > at) left.push({ start: at, end: hole.start })
    at = Math.max(at, hole.end)
  }
  if (at < span.end) left.push({ start: at, end: span.end })
  return left
}
