import type { BlockToken } from '../../../core/parse/blocks/block-token.ts'
import type { Span } from '../../../core/model/span.ts'
import { htmlPieces } from '../../../core/parse/inlines/marks/html-pieces.ts'
import { tagParts } from '../../../core/parse/inlines/marks/html-tag.ts'
import { htmlLines } from '../html/html-lines.ts'
import { type HtmlSource, htmlTree } from '../html/html-tree.ts'
import type { Page } from '../page.ts'
import type { Line } from '../runs/run.ts'

/** A block of HTML as text: lists, tables and preformatted text as they are meant, inline elements as styles; comments vanish. */
export function htmlBlock(page: Page, parts: readonly HtmlSource[], width: number): readonly Line[] {
  return htmlLines(page, htmlTree(parts), width)
}

/** A `details` with the blocks of markdown between its tags, which blank lines part from them. */
export interface Details {
  readonly type: 'details'
  readonly span: Span
  readonly parts: readonly HtmlSource[]
}

/** The blocks with each `details` that goes over several of them as one; one that is never closed stays as it is. */
export function joinDetails(blocks: readonly BlockToken[]): readonly (BlockToken | Details)[] {
  if (!blocks.some(hasDetails)) return blocks
  const ends = detailsEnds(blocks)
  const joined: (BlockToken | Details)[] = []
  for (let at = 0; at < blocks.length; at++) {
    const first = at
    // The last tag of one may stand beside the first of the next.
    for (let end = ends.get(at); end !== undefined; end = ends.get(at)) at = end
    const inside = blocks.slice(first, at + 1)
    if (inside.length > 1)
      joined.push({ type: 'details', span: inside[0]?.span ?? { start: 0, end: 0 }, parts: partsOf(inside) })
    else joined.push(...inside)
  }
  return joined
}

/** HTML as text, a summary that stands apart too, and what stands between as blocks. */
function partsOf(blocks: readonly BlockToken[]): readonly HtmlSource[] {
  const parts: (string | BlockToken[])[] = []
  for (const block of blocks) {
    const last = parts.at(-1)
    if (block.type === 'html') parts.push(block.text)
    else if (typeof last === 'object') last.push(block)
    else parts.push([block])
    if (endsDetails(block)) parts.push('</details>')
  }
  return parts
}

/** For each block in which a `details` is opened that another one closes, the index of the one that closes the first. */
function detailsEnds(blocks: readonly BlockToken[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  const open: number[] = []
  blocks.forEach((block, index) => {
    for (const closing of detailsTags(block)) {
      if (!closing) open.push(index)
      const start = closing ? open.pop() : undefined
      if (start !== undefined && start < index) ends.set(start, index)
    }
  })
  return ends
}

/** Whether each tag of a `details` in a block closes it. */
function detailsTags(block: BlockToken): readonly boolean[] {
  if (endsDetails(block)) return [true]
  if (!hasDetails(block)) return []
  const tags = htmlPieces(block.text).flatMap(({ kind, raw }) => (kind === 'tag' ? [tagParts(raw)] : []))
  return tags.filter(({ name }) => name === 'details').map(({ closing }) => closing)
}

/** Whether a paragraph ends with the tag. */
function endsDetails(block: BlockToken): boolean {
  const last = block.type === 'paragraph' ? block.children.at(-1) : undefined
  return last?.type === 'html' && last.name === 'details' && last.closing
}

function hasDetails(block: BlockToken): block is Extract<BlockToken, { type: 'html' }> {
  return block.type === 'html' && /details/i.test(block.text)
}
