import type { BlockToken } from '../parse/blocks/block-token.ts'
import type { InlineToken } from '../parse/inlines/inline-token.ts'
import { type BodyRules, readDocument } from '../parse/read-document.ts'
import type { Span } from '../model/span.ts'

/** Where comments stand in the body of a note, which a reader never sees; in order. `read` gives its blocks. */
export function commentSpans(text: string, body: BodyRules, read = readDocument): readonly Span[] {
  if (!text.includes('<!--', body.bodyStart) && !text.includes('%%', body.bodyStart)) return []
  const spans: Span[] = []
  for (const token of read(text, body)) ofBlock(token, spans)
  return spans.sort((a, b) => a.start - b.start)
}

function ofBlock(token: BlockToken, spans: Span[]): void {
  switch (token.type) {
    case 'comment':
      spans.push(token.span)
      return
    case 'paragraph':
    case 'heading':
      return ofInlines(token.children, spans)
    case 'quote':
      ofInlines(token.callout?.title ?? [], spans)
      for (const child of token.children) ofBlock(child, spans)
      return
    case 'footnote':
      for (const child of token.children) ofBlock(child, spans)
      return
    case 'list':
      for (const { children } of token.items) for (const child of children) ofBlock(child, spans)
      return
    case 'table':
      for (const row of [token.head, ...token.rows]) for (const cell of row) ofInlines(cell, spans)
      return
    default:
      return
  }
}

function ofInlines(tokens: readonly InlineToken[], spans: Span[]): void {
  for (const token of tokens) {
    if (token.type === 'comment') spans.push(token.span)
    else if ('children' in token) ofInlines(token.children, spans)
  }
}
