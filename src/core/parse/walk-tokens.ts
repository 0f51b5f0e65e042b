import type { BlockToken } from './blocks/block-token.ts'
import type { InlineToken } from './inlines/inline-token.ts'

/** A block or a piece of inline markdown. */
export type Token = BlockToken | InlineToken

/** Visits all tokens of a document in order, each before what it holds; what a token holds is passed over when `enters` says no. */
export function* walkTokens(
  tokens: readonly Token[],
  enters: (token: Token) => boolean = () => true,
): Generator<Token> {
  for (const token of tokens) {
    if (!enters(token)) continue
    yield token
    yield* walkTokens(heldBy(token), enters)
  }
}

function heldBy(token: Token): readonly Token[] {
  switch (token.type) {
    case 'list':
      return token.items.flatMap(({ children }) => children)
    case 'table':
      return [token.head, ...token.rows].flat(2)
    case 'quote':
      return [...(token.callout?.title ?? []), ...token.children]
    default:
      return 'children' in token ? token.children : []
  }
}
