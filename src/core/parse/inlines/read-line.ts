import type { InlineToken } from './inline-token.ts'
import type { InlineRules } from './piece.ts'
import { readInline } from './read-inline.ts'

/**
 * One line of a title, summary or sentence, read as `readInline` does but with underscores as text: the markup of most such
 * lines is gone already, and what stands between underscores is the name of something, such as `__init__`.
 */
export function readLine(line: string, { dialects }: Pick<InlineRules, 'dialects'> = {}): readonly InlineToken[] {
  const tokens = readInline(line, { dialects })
  return line.includes('_') ? withUnderscores(tokens, line) : tokens
}

function withUnderscores(tokens: readonly InlineToken[], line: string): readonly InlineToken[] {
  return tokens.flatMap((token): readonly InlineToken[] => {
    if (!('children' in token)) return [token]
    const children = withUnderscores(token.children, line)
    if (!isOfUnderscores(token, line)) return [{ ...token, children }]
    const { span } = token
    const text = token.type === 'strong' ? '__' : '_'
    return [{ type: 'text', span, text }, ...children, { type: 'text', span, text }]
  })
}

function isOfUnderscores({ type, span }: InlineToken, line: string): boolean {
  return (type === 'emphasis' || type === 'strong') && line[span.start] === '_'
}
