import type { Span } from '../model/span.ts'
import { InlineSource } from '../parse/inlines/inline-source.ts'
import { htmlPieces } from '../parse/inlines/marks/html-pieces.ts'
import { Openings } from '../parse/inlines/openings.ts'
import { type BodyRules, readDocument } from '../parse/read-document.ts'
import { type Token, walkTokens } from '../parse/walk-tokens.ts'

const comments = new Openings((type) => type === 'comment')

/** Where comments stand in the body of a note, which a reader never sees; in order. `read` gives its blocks. */
export function commentSpans(text: string, body: BodyRules, read = readDocument): readonly Span[] {
  if (!comments.mayBeIn(text.slice(body.bodyStart), body.dialects)) return []
  const isMdx = body.dialects?.syntax.includes('docusaurus') === true
  return [...walkTokens(read(text, body))]
    .flatMap((token) => commentsOf(token, text, isMdx))
    .sort((a, b) => a.start - b.start)
}

function commentsOf(token: Token, text: string, isMdx: boolean): readonly Span[] {
  if (token.type === 'comment') return 'declares' in token ? [] : [token.span]
  if (token.type !== 'html') return []
  return [...commentsOfHtml(text, token.span), ...(isMdx ? commentsOfMdx(text, token.span) : [])]
}

function commentsOfHtml(text: string, { start, end }: Span): readonly Span[] {
  let at = start
  return htmlPieces(text.slice(start, end)).flatMap(({ kind, raw }) => {
    const from = at
    at += raw.length
    return kind === 'comment' ? [{ start: from, end: at }] : []
  })
}

/** Comments in braces amid HTML, which is JSX to MDX: they may hold tags. */
function commentsOfMdx(text: string, { start, end }: Span): readonly Span[] {
  const source = new InlineSource(text)
  source.setRange(start, end)
  const found: Span[] = []
  for (let at = text.indexOf('{/*', start); at !== -1 && at < end;) {
    const after = source.mdxCommentEnd(at)
    if (after === -1) break
    found.push({ start: at, end: after })
    at = text.indexOf('{/*', after)
  }
  return found
}
