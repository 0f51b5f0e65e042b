import { type Edit, orderEdits } from '../../model/change.ts'
import type { NotePath } from '../../model/note-path.ts'
import type { PlanSource } from '../draft.ts'
import type { LinkToNote, NotePiece, Regrouping, Slice } from './regrouping.ts'
import { isWithin } from '../../model/span.ts'

/** A slice in the note that now contains it. */
interface PlacedSlice {
  readonly slice: Slice
  readonly path: NotePath
  /** Its offset in that note. */
  readonly at: number
  readonly edits: readonly Edit[]
}

/** A composed note: its pieces in order, from its own text or from other notes, and new text between them. */
export interface ComposedNote {
  readonly text: string
  /** The text of each piece in the composed note. */
  readonly parts: readonly { readonly piece: NotePiece; readonly text: string; readonly edits: readonly Edit[] }[]
}

/** Composed notes; finds where each range of the old notes is in them. */
export class ComposedNotes {
  readonly notes = new Map<NotePath, ComposedNote>()
  private readonly placed = new Map<Slice, PlacedSlice>()
  private readonly byOrigin = new Map<NotePath, PlacedSlice[]>()
  private readonly tops = new Map<NotePath, { readonly path: NotePath; readonly offset: number }>()

  add(path: NotePath, pieces: readonly NotePiece[], how: HowToCompose): void {
    const parts: { piece: NotePiece; text: string; edits: readonly Edit[] }[] = []
    let length = 0
    for (const piece of pieces) {
      const edits = piece.kind === 'slice' ? how.editsOf(path, piece) : []
      const text =
        piece.kind === 'text'
          ? piece.text
          : piece.kind === 'link'
            ? how.linkText(path, piece)
            : how.textOf(piece, edits)
      if (piece.kind === 'slice') this.place({ slice: piece, path, at: length, edits })
      if (piece.kind !== 'link' && piece.topOf !== undefined) this.tops.set(piece.topOf, { path, offset: length })
      parts.push({ piece, text, edits })
      length += text.length
    }
    this.notes.set(path, { text: parts.map(({ text }) => text).join(''), parts })
  }

  private place(placed: PlacedSlice): void {
    this.placed.set(placed.slice, placed)
    if (placed.slice.copy === true) return
    const { from } = placed.slice
    this.byOrigin.set(from, [...(this.byOrigin.get(from) ?? []), placed])
  }

  /** Where the heading or block at an offset of an old note is now; undefined when it was removed. */
  locate(from: NotePath, offset: number): { readonly path: NotePath; readonly offset: number } | undefined {
    const all = this.byOrigin.get(from)
    if (all === undefined) return undefined
    const found = all.find(({ slice: { span } }) => offset >= span.start && offset < span.end)
    return found && { path: found.path, offset: offsetIn(found, offset, 'before') }
  }

  /** The offset in the composed note of an offset of the old note within one slice. */
  offsetIn(slice: Slice, offset: number): number {
    const placed = this.placed.get(slice)
    return placed === undefined ? offset : offsetIn(placed, offset, 'after')
  }

  /** Whether a note contains anything from another note. */
  takesFrom(path: NotePath, from: NotePath): boolean {
    return this.notes.get(path)?.parts.some(({ piece }) => piece.kind === 'slice' && piece.from === from) ?? false
  }

  /** Where links to a removed note as a whole lead. */
  topOf(path: NotePath): { readonly path: NotePath; readonly offset: number } | undefined {
    return this.tops.get(path)
  }
}

interface HowToCompose {
  readonly editsOf: (holder: NotePath, slice: Slice) => readonly Edit[]
  readonly textOf: (slice: Slice, edits: readonly Edit[]) => string
  readonly linkText: (holder: NotePath, link: LinkToNote) => string
}

/** Composes notes; `respelled` holds the edits of links by the note that will contain them and the note that did. */
export function composeNotes(
  { textOf }: PlanSource,
  pieces: ReadonlyMap<NotePath, readonly NotePiece[]>,
  how: {
    readonly respelled: (holder: NotePath, from: NotePath) => readonly Edit[]
    readonly linkText: HowToCompose['linkText']
  },
): ComposedNotes {
  const composed = new ComposedNotes()
  const editsOf = (holder: NotePath, { from, span, edits }: Slice): readonly Edit[] => {
    const spans = new Set(edits.map((edit) => `${edit.span.start}-${edit.span.end}`))
    const links = how
      .respelled(holder, from)
      .filter((edit) => isWithin(edit.span, span))
      .filter((edit) => edit.span.start === edit.span.end || !spans.has(`${edit.span.start}-${edit.span.end}`))
    return orderEdits(textOf(from), [...edits, ...links])
  }
  const written = ({ from, span }: Slice, edits: readonly Edit[]): string => {
    const text = textOf(from)
    const parts: string[] = []
    let at = span.start
    for (const edit of edits) {
      parts.push(text.slice(at, edit.span.start), edit.after)
      at = edit.span.end
    }
    return parts.join('') + text.slice(at, span.end)
  }
  for (const [path, list] of pieces) composed.add(path, list, { editsOf, textOf: written, linkText: how.linkText })
  return composed
}

/** The pieces of every note that changes: those of the regrouping, and one piece for each note in which only links change. */
export function piecesOf(
  source: PlanSource,
  regrouping: Regrouping,
  holders: Iterable<NotePath>,
): ReadonlyMap<NotePath, readonly NotePiece[]> {
  const pieces = new Map(regrouping.notes)
  for (const path of holders) if (!pieces.has(path)) pieces.set(path, [wholeNote(source, path)])
  return pieces
}

const whole = new WeakMap<PlanSource, Map<NotePath, Slice>>()

/** A note as one piece; always the same object for the same note. */
export function wholeNote(source: PlanSource, path: NotePath): Slice {
  const known = whole.get(source) ?? new Map<NotePath, Slice>()
  whole.set(source, known)
  const slice: Slice = known.get(path) ?? {
    kind: 'slice',
    from: path,
    span: { start: 0, end: Number.POSITIVE_INFINITY },
    edits: [],
  }
  known.set(path, slice)
  return slice
}

/**
 * An offset within an edit maps to where the edit begins; `side` decides whether an offset right at an insertion comes before or after it.
 */
function offsetIn({ slice, at, edits }: PlacedSlice, offset: number, side: 'before' | 'after'): number {
  let moved = at + offset - slice.span.start
  for (const { span, after } of edits) {
    if (span.start > offset || (side === 'before' && span.start === offset)) break
    if (span.end > offset) return moved - (offset - span.start)
    moved += after.length - (span.end - span.start)
  }
  return moved
}
