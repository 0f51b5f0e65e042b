import type { InlineToken, LinkToken } from '../inlines/inline-token.ts'
import { texOf } from '../inlines/marks/formula.ts'
import { toldParts } from '../prose/told-text.ts'

/** What the block of an id says, as a told line; undefined where no note has it. */
export type BlockWords = (id: string) => string | undefined

/** Blocks that name blocks are written out this deep. */
export const deepestBlocks = 4

/** What a link shows that names a block of Logseq and has no words of its own: what the block says. Undefined for all other links. */
export function shownOfBlock(token: LinkToken, wordsOf: BlockWords | undefined): readonly InlineToken[] | undefined {
  const words = token.tool === 'block' && token.bare ? wordsOf?.(token.target) : undefined
  if (words === undefined) return undefined
  const { span } = token
  return toldParts(words).map((part): InlineToken => {
    if ('text' in part) return { type: 'text', span, text: part.text }
    return { type: 'math', span, raw: part.math, tex: texOf(part.math), display: part.math.startsWith('$$') }
  })
}

/** Tokens in which such links show what their blocks say. */
export function withBlockWords(tokens: readonly InlineToken[], wordsOf: BlockWords): readonly InlineToken[] {
  return tokens.map((token) => {
    if (!('children' in token)) return token
    const said = token.type === 'link' ? shownOfBlock(token, wordsOf) : undefined
    return { ...token, children: said ?? withBlockWords(token.children, wordsOf) }
  })
}
