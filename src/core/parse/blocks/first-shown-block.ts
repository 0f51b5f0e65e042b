import type { BlockToken } from './block-token.ts'

/** The first block that shows anything: one with nothing but comments does not. Undefined when none does. */
export function firstShownBlock(blocks: readonly BlockToken[]): BlockToken | undefined {
  return blocks.find((block) => block.type !== 'comment' && !(block.type === 'paragraph' && holdsComments(block)))
}

function holdsComments({ children }: Extract<BlockToken, { type: 'paragraph' }>): boolean {
  return children.every(
    (token) =>
      token.type === 'comment' || token.type === 'break' || (token.type === 'text' && token.text.trim() === ''),
  )
}
