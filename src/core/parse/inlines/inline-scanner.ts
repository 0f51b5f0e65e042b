import type { Link } from '../../model/link.ts'
import type { Excluded } from '../found.ts'
import { readTag } from '../links/html.ts'
import { dialects } from '../links/dialects.ts'
import { isUrl } from '../links/unescape.ts'
import type { Region } from '../region.ts'
import type { InlineContext } from './inline-context.ts'
import { InlineReader } from './inline-reader.ts'
import { linkOf } from './link-of.ts'
import type { InlineProblem } from './marks/mark.ts'
import type { LinkPiece, Piece, PieceOf } from './piece.ts'
import { taskBox } from './task-box.ts'
import { countWords } from './word-class.ts'

/** What a stretch that is not prose is for the index. */
const EXCLUDED: Readonly<Partial<Record<Piece['type'], Excluded['kind']>>> = {
  code: 'code',
  math: 'math',
  comment: 'comment',
}

/** The second pass of the index: what the reader finds in paragraphs, headings and cells becomes links, hashtags and the like. */
export class InlineScanner {
  private readonly context: InlineContext
  private readonly reader: InlineReader

  constructor(context: InlineContext) {
    this.context = context
    this.reader = new InlineReader(context.text, context, false)
  }

  /** Reads one block; `first` says whether it is the first of a list item, so that a `[x]` at its start is a task box. */
  scan(region: Region, first: boolean): void {
    const box = first ? taskBox(region.text, region.start, region.end) : undefined
    const { pieces, problems, words } = this.reader.read(region, box?.end)
    for (const piece of pieces) this.note(piece, region)
    for (const problem of problems) this.report(problem, region)
    this.context.found.words += words
  }

  private note(piece: Piece, region: Region): void {
    const { found } = this.context
    const excluded = EXCLUDED[piece.type]
    if (piece.type === 'comment') this.addNames(piece, region)
    if (excluded !== undefined) found.excluded.push({ kind: excluded, ...spanOf(piece, region) })
    else if (piece.type === 'link') this.addLink(piece, region)
    else if (piece.type === 'tag') this.addTag(piece, region)
    else if (piece.type === 'footnote') this.addFootnote(piece, region)
    else if (piece.type === 'html') this.readHtml(piece, region)
  }

  private addLink(piece: LinkPiece, region: Region): void {
    const { found, uses } = this.context
    const link: Link = linkOf(piece, region, this.context)
    found.links.push(link)
    if (piece.definition !== undefined) uses.set(piece.definition, (uses.get(piece.definition) ?? 0) + 1)
    const shownAsWritten = piece.inside === undefined && !dialects[piece.kind].embeds && !isUrl(piece.target)
    if (shownAsWritten) found.words += countWords(piece.text ?? piece.target)
  }

  private addNames({ ids = [], block }: PieceOf<'comment'>, region: Region): void {
    const { found, lines } = this.context
    found.anchors.push(...ids)
    if (block === undefined) return
    const span = spanOf(block, region)
    found.blocks.push({ id: block.id, span, ...lines.position(span.start) })
  }

  private addTag(piece: PieceOf<'tag'>, region: Region): void {
    const { found, lines } = this.context
    const span = spanOf(piece, region)
    found.inlineTags.push({
      tag: region.text.slice(piece.start + 1, piece.end),
      span,
      ...lines.position(span.start),
    })
  }

  private addFootnote(piece: PieceOf<'footnote'>, region: Region): void {
    const { found, lines } = this.context
    const span = spanOf(piece, region)
    found.footnotes.push({ id: piece.id, role: 'mark', span, ...lines.position(span.start) })
  }

  private readHtml(piece: PieceOf<'html'>, region: Region): void {
    const { lines, found } = this.context
    const place = { text: region.text, lines, toSource: (offset: number) => region.toSource(offset) }
    readTag(place, piece.start, piece.end, found)
  }

  private report(problem: InlineProblem, region: Region): void {
    const { found, lines } = this.context
    const span = spanOf(problem, region)
    found.problems.push({ code: problem.code, reason: problem.reason, span, ...lines.position(span.start) })
  }
}

function spanOf({ start, end }: { readonly start: number; readonly end: number }, region: Region) {
  return { start: region.toSource(start), end: region.toSource(end) }
}
