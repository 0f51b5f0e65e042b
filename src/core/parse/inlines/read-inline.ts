import type { Span } from '../../model/span.ts'
import { dialects } from '../links/dialects.ts'
import { Region } from '../region.ts'
import { codeText } from './marks/code-span.ts'
import { texOf } from './marks/formula.ts'
import { tagParts } from './marks/html-tag.ts'
import { InlineReader } from './inline-reader.ts'
import type { InlineOf, InlineToken, LinkToken } from './inline-token.ts'
import { InlineLevel } from './inline-level.ts'
import type { InlineRules, LinkPiece, Piece, PieceOf } from './piece.ts'
import { shortCodeNames } from './marks/short-code.ts'

/** Emphasis and links are nested this deep; what is deeper is shown without. */
const MAX_DEPTH = 60

/** How inline markdown is read. */
export interface InlineOptions extends InlineRules {
  /** Whether it is a table's cell, where `\|` is `|` also in code and mathematics. */
  readonly cell?: boolean
  /** Where to begin, behind a task box or the mark of a callout. */
  readonly from?: number
}

/** The tokens of inline markdown, which may be a region of a note: spans are offsets of the note then. */
export function readInline(markdown: string | Region, options: InlineOptions = {}): readonly InlineToken[] {
  const region = typeof markdown === 'string' ? Region.of(markdown, { start: 0, end: markdown.length }) : markdown
  const { from = region.start } = options
  const { pieces } = new InlineReader(region.text, options, true).read(region, from)
  const sorted = pieces.toSorted((a, b) => a.start - b.start || b.end - a.end)
  return new TokenBuilder(region, sorted, options).build(from, region.end, 0)
}

/** Makes a tree of pieces in the order of their starts, those around others first. */
class TokenBuilder {
  private readonly region: Region
  private readonly pieces: readonly Piece[]
  private readonly options: InlineOptions
  private next = 0

  constructor(region: Region, pieces: readonly Piece[], options: InlineOptions) {
    this.region = region
    this.pieces = pieces
    this.options = options
  }

  /** The tokens of [start, end), which takes the pieces in it. */
  build(start: number, end: number, depth: number): readonly InlineToken[] {
    const level = new InlineLevel(this.region)
    let at = start
    for (;;) {
      const piece = this.pieces[this.next]
      if (piece === undefined || piece.start >= end) break
      this.next++
      if (piece.start < at) continue
      level.text(at, piece.start)
      if (piece.type === 'run') level.run(piece)
      else if (piece.type === 'unlinked') for (const token of this.inside(piece.inside, depth)) level.add(token)
      else level.add(this.token(piece, depth))
      at = piece.end
      while ((this.pieces[this.next]?.start ?? Infinity) < at) this.next++
    }
    level.text(at, end)
    return level.tokens()
  }

  private token(piece: Exclude<Piece, { readonly type: 'run' | 'unlinked' }>, depth: number): InlineToken {
    const { region } = this
    const span = { start: region.toSource(piece.start), end: region.toSource(piece.end) }
    const written = region.text.slice(piece.start, piece.end)
    switch (piece.type) {
      case 'link':
        return this.link(piece, span, depth)
      case 'ownFootnote':
        return { type: 'ownFootnote', span, children: this.inside(piece.inside, depth) }
      case 'code':
        return { type: 'code', span, text: this.unpiped(codeText(written)) }
      case 'math':
        return { type: 'math', span, raw: written, tex: this.unpiped(texOf(written)), display: piece.display }
      case 'html':
        // Blanks that begin a further line are none of its text (CommonMark 4.8).
        return { type: 'html', span, raw: written.replace(/(\r?\n|\r)[ \t]+/g, '$1'), ...tagParts(written) }
      case 'tag':
        return { type: 'tag', span, tag: written.slice(1) }
      case 'footnote':
        return { type: 'footnote', span, id: piece.id }
      case 'shortCode':
        return { type: 'shortCode', span, names: shortCodeNames(written) }
      case 'address':
        return { type: 'address', span, url: piece.url, text: written }
      case 'replaced':
        return { type: 'text', span, text: piece.text }
      case 'comment':
        return commentToken(piece, span)
      case 'break':
        return { type: 'break', span, hard: piece.hard }
      default:
        return { type: piece.type, span }
    }
  }

  private link(piece: LinkPiece, span: LinkToken['span'], depth: number): LinkToken {
    const { kind, target, anchor, title, size, inside, text, tool } = piece
    const dialect = dialects[kind]
    const shown =
      inside === undefined
        ? this.labelled(size === undefined ? text : undefined, span, depth)
        : this.inside(inside, depth)
    const bare = shown.length === 0
    return {
      type: 'link',
      kind,
      span,
      target,
      ...(anchor === undefined ? {} : { anchor }),
      ...(tool === undefined ? {} : { tool }),
      ...(title === undefined ? {} : { title }),
      ...(size === undefined ? {} : { size }),
      embeds: dialect.embeds,
      bare,
      children: bare && inside === undefined ? [{ type: 'text', span, text: dialect.shown(piece) }] : shown,
    }
  }

  /** What a wikilink shows behind its `|`: inline markdown, too; all of it stands where the link does. */
  private labelled(text: string | undefined, span: LinkToken['span'], depth: number): readonly InlineToken[] {
    if (text === undefined || depth >= MAX_DEPTH) return []
    return readInline(text, { dialects: this.options.dialects }).map((token) => ({ ...token, span }))
  }

  private inside(
    { start, end }: { readonly start: number; readonly end: number },
    depth: number,
  ): readonly InlineToken[] {
    return depth < MAX_DEPTH
      ? this.build(start, end, depth + 1)
      : new InlineLevel(this.region).text(start, end).tokens()
  }

  private unpiped(text: string): string {
    return this.options.cell === true ? text.replaceAll('\\|', '|') : text
  }
}

function commentToken({ ids, block }: PieceOf<'comment'>, span: Span): InlineOf<'comment'> {
  const declares = ids === undefined && block === undefined ? {} : { declares: true as const }
  return { type: 'comment', span, ...(block === undefined ? {} : { names: block.id }), ...declares }
}
