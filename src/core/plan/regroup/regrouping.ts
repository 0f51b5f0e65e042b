import type { Edit } from '../../model/change.ts'
import type { NotePath } from '../../model/note-path.ts'
import type { Span } from '../../model/span.ts'

/** A range of a note's text, with the edits made to it when it moves. */
export interface Slice {
  readonly kind: 'slice'
  readonly from: NotePath
  readonly span: Span
  readonly edits: readonly Edit[]
  /** Whether the text exists elsewhere, too; links to what is in it lead to the other place. */
  readonly copy?: boolean
  /** The note that this piece replaces: links to that note lead to the beginning of this piece. */
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

/** A piece of a composed note. */
export type NotePiece = Slice | NewText | LinkToNote

/** Which notes are composed from which pieces. Notes that are not named do not change. */
export interface Regrouping {
  readonly title: string
  readonly notes: ReadonlyMap<NotePath, readonly NotePiece[]>
  /** Notes that go to the trash. */
  readonly removed: ReadonlySet<NotePath>
  /** Headings that become the beginning of a note, by `placeKey`: links to them become links to the note. */
  readonly tops: ReadonlySet<string>
  readonly messages: readonly string[]
}

/** Names a place of a note's text. */
export function placeKey(path: NotePath, offset: number): string {
  return `${offset} ${path}`
}

/** A range of a note's text, with those of some edits that lie in it. */
export function sliceOf(from: NotePath, span: Span, edits: readonly Edit[] = []): Slice {
  return { kind: 'slice', from, span, edits: edits.flatMap((edit) => within(edit, span)) }
}

/** The part of an edit that lies in a range; only a deletion may be cut. */
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
