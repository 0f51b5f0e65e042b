import type { Note } from '../../model/note.ts'
import type { ResolvedLink } from '../../model/resolution.ts'
import type { Span } from '../../model/span.ts'
import { type AnchorMatch, resolveAnchor } from '../../vault/resolve-anchor.ts'

/** The part of a note's text that an anchor names: a heading with all below it, a block's paragraph; the body for the top. Undefined when it names nothing. */
export function sectionOf(note: Note, text: string, anchor: string): string | undefined {
  const span = sectionSpan(note, text, anchor)
  return span && text.slice(span.start, span.end)
}

/** Where that part stands. */
export function sectionSpan(note: Note, text: string, anchor: string): Span | undefined {
  const match = resolveAnchor(note, anchor)
  if (match === undefined) return undefined
  if (match.kind === 'heading') {
    const { heading } = match
    const next = note.headings.slice(note.headings.indexOf(heading) + 1).find(({ level }) => level <= heading.level)
    return { start: heading.span.start, end: next?.span.start ?? text.length }
  }
  const block = match.kind === 'block' ? note.blocks.find(({ id }) => id === match.id) : undefined
  return block === undefined ? { start: note.bodyStart, end: text.length } : paragraphAround(text, block.span.start)
}

/** The line where the part that an anchor names begins; 1 for the top and for what stands nowhere. */
export function lineOfSection(note: Note, anchor: string): number {
  const match = resolveAnchor(note, anchor)
  if (match?.kind === 'heading') return match.heading.line
  return match?.kind === 'block' ? (note.blocks.find(({ id }) => id === match.id)?.line ?? 1) : 1
}

/** Whether a link to a note points at the same heading or block as an anchor does. */
export function pointsAtSection(note: Note, anchor: string): (link: ResolvedLink) => boolean {
  const wanted = resolveAnchor(note, anchor)
  return ({ resolution, link }) => {
    const written = 'path' in resolution ? (resolution.anchor ?? link.anchor) : undefined
    return written !== undefined && wanted !== undefined && isSame(resolveAnchor(note, written), wanted)
  }
}

function isSame(a: AnchorMatch | undefined, b: AnchorMatch): boolean {
  if (a?.kind === 'heading' && b.kind === 'heading') return a.heading.span.start === b.heading.span.start
  return a !== undefined && a.kind === b.kind && 'id' in a && 'id' in b && a.id === b.id
}

function paragraphAround(text: string, offset: number): Span {
  const before = text.slice(0, offset).trimEnd()
  const start = before.lastIndexOf('\n\n')
  const end = text.indexOf('\n\n', offset)
  return { start: start < 0 ? 0 : start + 2, end: end < 0 ? text.length : end }
}
