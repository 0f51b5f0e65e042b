import type { VaultDialects } from '../model/tool-dialect.ts'
import { isShown } from './blocks/shown-block.ts'
import { plainText, toldText } from './plain-text.ts'
import { readDocument } from './read-document.ts'

/** Longer beginnings of a note are not compared with its summary. In characters. */
const longest = 4000

/** Whether the text of a note begins, below its title, with what its summary says: shown above it, that would be said twice. */
export function opensWith(body: string, summary: string, dialects?: VaultDialects): boolean {
  const text = body.slice(0, longest)
  const first = readDocument(text, { bodyStart: 0, dialects }).find(
    (block) => block.type !== 'heading' && isShown(block),
  )
  return (
    first !== undefined &&
    summary !== '' &&
    toldText(text.slice(first.span.start, first.span.end), { dialects }).startsWith(summary)
  )
}

/** Whether the text of a heading, as the index has it, says what a title says that may hold markup. */
export function saysTitle(heading: string, title: string): boolean {
  return heading === title || heading === plainText(title)
}
