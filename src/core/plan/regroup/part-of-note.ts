import { fail } from '../../model/failure.ts'
import type { Heading, Note } from '../../model/note.ts'
import type { Span } from '../../model/span.ts'
import type { BlockToken, ItemToken } from '../../parse/blocks/block-token.ts'
import { plainText } from '../../parse/plain-text.ts'
import { readDocument } from '../../parse/read-document.ts'
import { headingNamed, resolveAnchor } from '../../vault/resolve-anchor.ts'
import { headingSpan } from '../../query/note/section-of.ts'
import { missingPart } from '../../query/note/missing-part.ts'
import { lineEnd, lineStart } from '../../model/line-ends.ts'

/** A part of a note that can become a note: its span, a title for it, and its heading if it begins with one. */
export interface NotePart {
  readonly span: Span
  readonly title: string
  readonly heading?: Heading
  /** By how many blanks its lines after the first are indented; they are removed when it leaves a list. */
  readonly indent: number
}

/** A heading with everything below it. */
export interface Section extends NotePart {
  readonly heading: Heading
}

/** The sections of the headings outside quotes and lists, each without blank lines at its end. */
export function sectionsOf(note: Note, text: string): readonly Section[] {
  const starts = new Set(readDocument(text, note).flatMap(({ type, span }) => (type === 'heading' ? [span.start] : [])))
  const headings = note.headings.filter(({ span }) => starts.has(span.start))
  return headings.map((heading, at) => {
    const { start, end } = headingSpan(headings, at, text.length)
    return { heading, title: heading.text, indent: 0, span: trimmed(text, lineStart(text, start), end) }
  })
}

/** The part that an anchor names: a section, or for `^id` a block. Fails when there is no such part. */
export function partAt(note: Note, text: string, anchor: string): NotePart {
  const match = resolveAnchor(note, anchor)
  const named = headingNamed(match)
  if (named !== undefined) {
    const section = sectionsOf(note, text).find(({ heading }) => heading.span.start === named.span.start)
    return section ?? cannotTake(note, `the heading "${named.text}" stands in a quote or a list`)
  }
  const block = match?.kind === 'block' ? note.blocks.find(({ id }) => id === match.id) : undefined
  if (block === undefined) return missingPart(note, anchor)
  const part = blockWith(readDocument(text, note), text, block.id)
  if (part === undefined) return cannotTake(note, `the block ^${block.id} stands in a quote or a list`)
  return part.span.end >= block.span.end ? part : { ...part, span: { start: part.span.start, end: block.span.end } }
}

function cannotTake(note: Note, why: string): never {
  return fail({
    kind: 'refused',
    message: `${why} in ${note.path}, and is no part that can be taken out; nothing was changed`,
    hint: 'take the section that it stands in',
  })
}

/** The block of an id: whole lines, or what an item of a list holds. */
function blockWith(blocks: readonly BlockToken[], text: string, id: string): NotePart | undefined {
  for (const block of blocks) {
    if (block.type === 'list') {
      const found = itemWith(block.items, text, id)
      if (found !== undefined) return found
    }
    if (block.id !== id) continue
    const span = trimmed(text, lineStart(text, block.span.start), lineEnd(text, block.span.end))
    return { span, title: titleFrom(text.slice(span.start, span.end)), indent: 0 }
  }
  return undefined
}

function itemWith(items: readonly ItemToken[], text: string, id: string): NotePart | undefined {
  for (const { children, span } of items) {
    const [first, ...others] = children
    if (first?.id === id) {
      const start =
        first.span.start + (/^\[.\] /.exec(text.slice(first.span.start, first.span.start + 4))?.[0].length ?? 0)
      const line = text.slice(lineStart(text, start), lineEnd(text, first.span.end))
      const indent = first.span.start - lineStart(text, first.span.start)
      return {
        span: { start, end: lineEnd(text, span.end) },
        title: titleFrom(line.slice(start - lineStart(text, start))),
        indent,
      }
    }
    const found = blockWith(first === undefined ? [] : [first, ...others], text, id)
    if (found !== undefined) return found.indent > 0 ? found : undefined
  }
  return undefined
}

/** The first sentence of a block, at most some sixty characters of it. */
function titleFrom(text: string): string {
  const [first = ''] = text.split(/\n\s*\n/)
  const plain = plainText(first.replace(/\s\^[A-Za-z0-9-]+\s*$/, ''))
    .replace(/\s+/g, ' ')
    .trim()
  const [sentence = ''] = plain.split(/(?<=[.!?:;。！？])\s/u)
  const short = sentence.length <= 60 ? sentence : sentence.slice(0, 61).replace(/\s+\S*$/, '')
  return short.replace(/[.:;,]+$/, '').trim()
}

function trimmed(text: string, start: number, end: number): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length }
}
