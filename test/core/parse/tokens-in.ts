import type { BlockToken } from '../../../src/core/parse/blocks/block-token.ts'
import type { InlineToken } from '../../../src/core/parse/inlines/inline-token.ts'

/** All blocks of a document, those inside others behind them. */
export function blocksIn(tokens: readonly BlockToken[]): readonly BlockToken[] {
  return tokens.flatMap((token) => {
    if (token.type === 'list') return [token, ...token.items.flatMap(({ children }) => blocksIn(children))]
    return token.type === 'quote' || token.type === 'footnote' ? [token, ...blocksIn(token.children)] : [token]
  })
}

/** All inline tokens of a document, those inside others behind them, but what stands behind the `|` of wikilinks. */
export function inlinesIn(tokens: readonly BlockToken[]): readonly InlineToken[] {
  return blocksIn(tokens).flatMap((token) => {
    switch (token.type) {
      case 'paragraph':
      case 'heading':
        return deep(token.children)
      case 'quote':
        return deep(token.callout?.title ?? [])
      case 'table':
        return [token.head, ...token.rows].flat().flatMap(deep)
      default:
        return []
    }
  })
}

function deep(tokens: readonly InlineToken[]): readonly InlineToken[] {
  return tokens.flatMap((token) => {
    const isNamed = token.type === 'link' && token.children.every(({ span }) => span === token.span)
    return 'children' in token && !isNamed ? [token, ...deep(token.children)] : [token]
  })
}
