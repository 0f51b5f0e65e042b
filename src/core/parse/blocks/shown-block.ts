import type { BlockToken } from './block-token.ts'

/** The first block that shows anything. Undefined when none does. */
export function firstShownBlock(blocks: readonly BlockToken[]): BlockToken | undefined {
  return blocks.find(isShown)
}

/** Whether a block shows anything: one with nothing but comments does not. */
export function isShown(block: BlockToken): boolean {
  if (block.type !== 'paragraph') return block.type !== 'comment'
  return !block.children.every(
    (token) =>
      token.type === 'comment' || token.type === 'break' || (token.type === 'text' && token.text.trim() === ''),
  )
}
