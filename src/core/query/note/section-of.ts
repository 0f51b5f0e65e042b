import type { Heading, Note } from '../../model/note.ts'
import type { ResolvedLink } from '../../model/resolution.ts'
import type { Span } from '../../model/span.ts'
import type { BlockToken } from '../../parse/blocks/block-token.ts'
import { readDocument } from '../../parse/read-document.ts'
import { type AnchorMatch, headingNamed, resolveAnchor } from '../../vault/resolve-anchor.ts'
import { lineEnd, lineStart } from '../../model/line-ends.ts'

/**
 * The part of a note's text that an anchor names: a heading with everything below it, a block or list item, or the body for the top.
 * Undefined when it names nothing.
 */
export function sectionOf(note: Note, text: string, anchor: string, read = readDocument): string | undefined {
  const span = sectionSpan(note, text, anchor, read)
  return span && unindented(text.slice(span.start, span.end), text.slice(lineStart(text, span.start), span.start))
}

/** A nested list item without its indentation, with which it would be code. */
function unindented(part: string, before: string): string {
  return /^[ \t]+$/.test(before) ? part.replaceAll(`\n${before}`, '\n') : part
}

/** The span of that part; `read` gives the blocks of the note. */
export function sectionSpan(note: Note, text: string, anchor: string, read = readDocument): Span | undefined {
  const match = resolveAnchor(note, anchor)
  if (match === undefined) return undefined
  const heading = headingNamed(match)
  if (heading !== undefined) return headingSpan(note.headings, note.headings.indexOf(heading), text.length)
  const block = match.kind === 'block' ? note.blocks.find(({ id }) => id === match.id) : undefined
  if (block === undefined) return { start: note.bodyStart, end: text.length }
  return blockWith(read(text, note), text, block.id) ?? paragraphAround(text, block.span.start)
}

/** The heading at an index with all below it: to the next one of its level or above, else to `end`, where the text ends. */
export function headingSpan(headings: readonly Heading[], at: number, end: number): Span {
  const heading = headings[at]
  const next = headings.slice(at + 1).find(({ level }) => level <= (heading?.level ?? 0))
  return { start: heading?.span.start ?? 0, end: next?.span.start ?? end }
}

/** The block that an id names: an item of a list with what stands below it, else whole lines. */
function blockWith(blocks: readonly BlockToken[], text: string, id: string): Span | undefined {
  for (const block of blocks) {
    if (block.id === id) return { start: block.span.start, end: lineEnd(text, block.span.end) }
    if (block.type === 'list') {
      for (const { span, children } of block.items) {
        if (children[0]?.id === id) return { start: span.start, end: lineEnd(text, span.end) }
        const found = blockWith(children, text, id)
        if (found !== undefined) return found
      }
    } else if (block.type === 'quote' || block.type === 'footnote') {
      const found = blockWith(block.children, text, id)
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** The line where the part that an anchor names begins; 1 for the top and when the anchor names nothing. */
export function lineOfSection(note: Note, anchor: string): number {
  const match = resolveAnchor(note, anchor)
  const heading = headingNamed(match)
  if (heading !== undefined) return heading.line
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
  const heading = headingNamed(b)
  if (heading !== undefined) return headingNamed(a)?.span.start === heading.span.start
  return a !== undefined && a.kind === b.kind && 'id' in a && 'id' in b && a.id === b.id
}

function paragraphAround(text: string, offset: number): Span {
  const before = text.slice(0, offset).trimEnd()
  const start = [...before.matchAll(/\n\r?\n/g)].at(-1)
  const end = /\r?\n\r?\n/.exec(text.slice(offset))
  return {
    start: start === undefined ? 0 : start.index + start[0].length,
    end: end === null ? text.length : offset + end.index,
  }
}
