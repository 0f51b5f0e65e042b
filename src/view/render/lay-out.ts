import { type BlockToken, type BlockVisitor, visitBlock } from '../../core/parse/blocks/block-token.ts'
import { readDocument } from '../../core/parse/read-document.ts'
import { code } from './blocks/code.ts'
import { embed } from './blocks/embed.ts'
import { footnoteLines } from './blocks/footnotes.ts'
import { heading } from './blocks/heading.ts'
import { type Details, htmlBlock, joinDetails } from './blocks/html.ts'
import { list } from './blocks/list.ts'
import { mathLines } from './blocks/math.ts'
import { paragraph } from './blocks/paragraph.ts'
import { quote } from './blocks/quote.ts'
import { table } from './blocks/table.ts'
import { type InlineRenderer } from './inlines/inline-renderer.ts'
import type { Page, Room } from './page.ts'
import { safeText } from './runs/safe-text.ts'
import type { EmbeddedNote, RenderedHeading, RenderOptions } from './render-options.ts'
import { type Line, lineWidth, run, type Run } from './runs/run.ts'
import { displayWidth } from '../display-width.ts'
import { cutText } from '../wrap-text.ts'

/** A document laid out, not yet painted. */
export interface LaidOut {
  readonly lines: readonly Line[]
  readonly headings: readonly Omit<RenderedHeading, 'line'>[]
  readonly warnings: readonly string[]
}

/** What an embedded document shares with the document around it. */
export interface EmbedSurroundings {
  readonly embedding: readonly string[]
  readonly embedRoom: { left: number }
  /** Makes the renderer of a document; an embedded one keeps the links of the document around it. */
  readonly renderer: (options: RenderOptions) => InlineRenderer
}

/** Lays out markdown. Headings stand at the margin, all else two columns in where there is room. */
export function layOut(markdown: string, options: RenderOptions, surroundings: EmbedSurroundings): LaidOut {
  const renderer = surroundings.renderer(options)
  const text = safeText(markdown)
  const page: Page = {
    lineAt: lineCounter(text),
    options,
    renderer,
    headings: [],
    embedding: surroundings.embedding,
    embedRoom: surroundings.embedRoom,
    blocks: (tokens, room) => blocks(page, tokens, room),
    embedded: (note, width) => embedded(page, note, width, surroundings),
  }
  const margin = surroundings.embedding.length <= 1 && options.width >= 50 ? 2 : 0
  const tokens = readDocument(text, { bodyStart: 0, dialects: options.dialects })
  renderer.footnotes.collect(tokens)
  const lines = [...topLevel(page, tokens, options.width, margin)]
  const notes = footnoteLines(page, options.width - margin)
  if (notes.length > 0) lines.push([], ...indented(notes, margin))
  return {
    lines: lines.flatMap((line) => fitted(line, options.width)),
    headings: page.headings,
    warnings: [],
  }
}

/** A line cut where nested quotes and lists leave their text no room. */
function fitted(line: Line, width: number): readonly Line[] {
  if (lineWidth(line) <= width) return [line]
  const lines: Run[][] = [[]]
  let left = width
  for (const piece of line) {
    for (const [index, text] of cutText(piece.text, width, { room: left }).entries()) {
      const wide = displayWidth(text)
      if (index > 0 || (wide > left && left < width)) {
        lines.push([])
        left = width
      }
      lines.at(-1)?.push({ ...piece, text })
      left -= wide
    }
  }
  return lines
}

function embedded(page: Page, note: EmbeddedNote, width: number, surroundings: EmbedSurroundings): readonly Line[] {
  const { resolve } = note
  const options = { ...page.options, width, ...(resolve === undefined ? {} : { resolve }) }
  const { lines } = layOut(note.markdown, options, {
    ...surroundings,
    embedding: [...page.embedding, note.path],
  })
  return lines.map((line) => line.map(({ heading: _heading, source: _source, ...piece }) => piece))
}

function topLevel(page: Page, tokens: readonly BlockToken[], width: number, margin: number): readonly Line[] {
  const lines: Line[] = []
  let before: BlockToken | Details | undefined
  for (const token of joinDetails(tokens)) {
    const inset = token.type === 'heading' ? 0 : margin
    const laid = block(page, token, { width: width - inset })
    if (laid.length === 0) continue
    if (before !== undefined && (before.type !== 'heading' || token.type === 'heading')) lines.push([])
    for (const line of inset === 0 ? laid : indented(laid, inset)) lines.push(line)
    before = token
  }
  return lines
}

function indented(lines: readonly Line[], margin: number): readonly Line[] {
  const space = margin === 0 ? [] : [run(' '.repeat(margin))]
  return lines.map((line) => (line.length === 0 ? line : [...space, ...line]))
}

function blocks(page: Page, tokens: readonly BlockToken[], room: Room): readonly Line[] {
  const lines: Line[] = []
  let before: BlockToken | Details | undefined
  for (const token of joinDetails(tokens)) {
    const laid = block(page, token, room)
    if (laid.length === 0) continue
    const close =
      before?.type === 'heading' || (room.tight === true && (token.type === 'list' || token.type === 'paragraph'))
    if (before !== undefined && !close) lines.push([])
    for (const line of laid) lines.push(line)
    before = token
  }
  return lines
}

function block(page: Page, token: BlockToken | Details, room: Room): readonly Line[] {
  const laid =
    token.type === 'details' ? htmlBlock(page, token.parts, room.width) : visitBlock(token, visitor, page, room)
  const [first, ...rest] = laid
  return first === undefined ? laid : [[{ ...run(''), source: page.lineAt(token.span.start) }, ...first], ...rest]
}

/** Counts lines up to an offset; fast for ascending offsets. */
function lineCounter(text: string): (offset: number) => number {
  let [at, line] = [0, 0]
  return (offset) => {
    if (offset < at) [at, line] = [0, 0]
    for (let end = text.indexOf('\n', at); end >= 0 && end < offset; end = text.indexOf('\n', at)) {
      at = end + 1
      line++
    }
    return line
  }
}

const nothing = (): readonly Line[] => []

const visitor: BlockVisitor<readonly Line[], [page: Page, room: Room]> = {
  heading: (token, page, { width }) => heading(page, token, width),
  paragraph: ({ children }, page, { width }) => embed(page, children, width) ?? paragraph(page, children, width),
  list: (token, page, room) => list(page, token, room),
  quote: (token, page, room) => quote(page, token, room),
  code: (token, page, { width }) => code(page, token, width),
  math: ({ tex }, page, { width }) => {
    page.renderer.math.meet(tex)
    return mathLines(page, tex, width)
  },
  table: (token, page, { width }) => table(page, token, width),
  html: ({ text }, page, { width }) => htmlBlock(page, [text], width),
  rule: (_, page, { width }) => [[run('─'.repeat(width), 'rule')]],
  comment: nothing,
  // Below the text of the note.
  footnote: nothing,
}
