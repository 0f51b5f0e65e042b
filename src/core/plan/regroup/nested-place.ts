import type { Edit } from '../../model/change.ts'
import type { Heading, Note } from '../../model/note.ts'
import type { Span } from '../../model/span.ts'
import type { BlockToken } from '../../parse/blocks/block-token.ts'
import { readDocument } from '../../parse/read-document.ts'
import { editAt } from '../draft.ts'
import { lineStart } from '../../model/line-ends.ts'

/** A link that is the whole paragraph of a list item or quote, and the prefix of each further line there. */
export interface NestedPlace {
  readonly span: Span
  readonly prefix: string
}

/** The marks of quotes and items that stand before a link, and the box of a task. */
const marks = /^((?: |>|[-*+](?= )|\d{1,9}[.)](?= ))+)(?:\[[^\]\n]\] )?$/

/** The first line of a callout, which the parser reads as one paragraph with the lines below it. */
const calloutLine = /^\[![^\n]*\n$/

/** The place of a link that stands alone in a list item or quote; undefined for any other link. */
export function nestedPlace(note: Note, text: string, link: Span): NestedPlace | undefined {
  const top = readDocument(text, note).find(({ span }) => isWithin(link, span))
  if (top?.type !== 'list' && top?.type !== 'quote') return undefined
  const paragraph = innermost(top, link)
  if (paragraph?.type !== 'paragraph' || paragraph.id !== undefined || paragraph.span.end !== link.end) return undefined
  const line = lineStart(text, link.start)
  const found = marks.exec(text.slice(line, link.start))?.[1]
  if (found === undefined || !isFirstOf(text.slice(paragraph.span.start, line), found)) return undefined
  if (!/^[ \t]*(?:\r?\n|$)/.test(text.slice(link.end))) return undefined
  return { span: link, prefix: found.replace(/[^>]/g, ' ') }
}

/** Whether a line is the first of its paragraph, or comes right after the first line of a callout. */
function isFirstOf(above: string, marksBefore: string): boolean {
  return above === '' || (calloutLine.test(above) && /> ?$/.test(marksBefore))
}

function innermost(block: BlockToken, link: Span): BlockToken | undefined {
  const inner =
    block.type === 'list'
      ? block.items.flatMap(({ children }) => children)
      : block.type === 'quote'
        ? block.children
        : undefined
  if (inner === undefined) return block
  const next = inner.find(({ span }) => isWithin(link, span))
  return next && innermost(next, link)
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/**
 * The edits that make a range of a note the text of a list item or quote: headings become bold lines, and each line but the first gets the
 * prefix. Undefined when that would change the meaning: a tab at a line's start, a setext heading, or one with marks in it.
 */
export function nestedEdits(
  { headings }: Note,
  text: string,
  span: Span,
  { prefix, eol }: { readonly prefix: string; readonly eol: string },
): readonly Edit[] | undefined {
  const inside = headings.filter((heading) => isWithin(heading.span, span))
  if (/^ *\t/m.test(text.slice(span.start, span.end)) || !inside.every((heading) => isPlain(text, heading)))
    return undefined
  const isHeading = new Map(inside.map((heading) => [heading.span.start, heading]))
  const bare = prefix.trimEnd()
  const edits: Edit[] = []
  let from = span.start
  let afterHeading = false
  for (const line of text.slice(span.start, span.end).split('\n')) {
    const heading = isHeading.get(from)
    const isBlank = line.trim() === ''
    const parted =
      from > span.start && (afterHeading || heading !== undefined) && !isBlank && !isBlankBefore(text, from)
    const start = `${parted ? bare + eol : ''}${from === span.start ? '' : isBlank ? bare : prefix}`
    if (heading !== undefined) {
      edits.push(
        editAt(text, from, heading.textSpan.start, `${start}**`),
        editAt(text, heading.textSpan.end, heading.span.end, '**'),
      )
    } else if (start !== '') edits.push(editAt(text, from, from, start))
    afterHeading = heading !== undefined
    from += line.length + 1
  }
  return edits
}

/** Whether a heading is one line whose words can be made bold. */
function isPlain(text: string, { span, textSpan, level, text: words }: Heading): boolean {
  return (
    lineStart(text, span.start) === span.start &&
    text.slice(span.start, textSpan.start).trim() === '#'.repeat(level) &&
    /^[ \t#]*$/.test(text.slice(textSpan.end, span.end)) &&
    words !== '' &&
    !/[*\\{\n]/.test(text.slice(textSpan.start, textSpan.end))
  )
}

function isBlankBefore(text: string, start: number): boolean {
  const before = text.slice(0, start).replace(/\r?\n$/, '')
  return before.slice(before.lastIndexOf('\n') + 1).trim() === ''
}
