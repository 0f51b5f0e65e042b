import { InlineSource } from '../inline-source.ts'

/** A stretch of HTML. */
export interface HtmlPiece {
  readonly kind: 'tag' | 'comment' | 'text'
  readonly raw: string
}

/** Splits a block of HTML into tags, comments and text, as the index reads it; a comment that is never closed hides the rest. */
export function htmlPieces(html: string): readonly HtmlPiece[] {
  const source = new InlineSource(html)
  source.setRange(0, html.length)
  const pieces: HtmlPiece[] = []
  let from = 0
  const add = (kind: HtmlPiece['kind'], start: number, end: number): void => {
    if (start > from) pieces.push({ kind: 'text', raw: html.slice(from, start) })
    if (end > start) pieces.push({ kind, raw: html.slice(start, end) })
    from = end
  }
  let at = html.indexOf('<')
  while (at !== -1) {
    const end = source.htmlEnd(at)
    const comment = source.isComment(at)
    if (end !== -1 || comment) add(comment ? 'comment' : 'tag', at, end === -1 ? html.length : end)
    at = html.indexOf('<', Math.max(from, at + 1))
  }
  add('text', html.length, html.length)
  return pieces
}
