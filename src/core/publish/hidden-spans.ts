import type { Span } from '../model/span.ts'
import { htmlPieces } from '../parse/inlines/marks/html-pieces.ts'
import { Openings } from '../parse/inlines/openings.ts'
import { type BodyRules, readDocument } from '../parse/read-document.ts'
import { type Token, walkTokens } from '../parse/walk-tokens.ts'

const comments = new Openings((type) => type === 'comment')

/** Where comments stand in the body of a note, which a reader never sees; in order. `read` gives its blocks. */
export function commentSpans(text: string, body: BodyRules, read = readDocument): readonly Span[] {
  if (!comments.mayBeIn(text.slice(body.bodyStart), body.dialects)) return []
  return [...walkTokens(read(text, body))].flatMap((token) => commentsOf(token, text)).sort((a, b) => a.start - b.start)
}

function commentsOf(token: Token, text: string): readonly Span[] {
  if (token.type === 'comment') return 'declares' in token ? [] : [token.span]
  return token.type === 'html' ? commentsOfHtml(text, token.span) : []
}

function commentsOfHtml(text: string, { start, end }: Span): readonly Span[] {
  let at = start
  return htmlPieces(text.slice(start, end)).flatMap(({ kind, raw }) => {
    const from = at
    at += raw.length
    return kind === 'comment' ? [{ start: from, end: at }] : []
  })
}
