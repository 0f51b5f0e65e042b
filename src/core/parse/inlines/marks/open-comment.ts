import { BACKSLASH, BACKTICK, DOLLAR, LESS_THAN, PERCENT, isBlank } from '../../character.ts'
import type { InlineSource } from '../inline-source.ts'

/**
 * Where the line at [start, end) has a `%%` that it does not close, set apart by a space and outside code, mathematics and HTML comments;
 * -1 when there is none. Moves the source to the line.
 */
export function openComment(source: InlineSource, start: number, end: number): number {
  const { text } = source
  source.setRange(start, end)
  let at = start
  while (at < end) {
    const after = endOfHidden(source, at)
    if (after === -1) return text.charCodeAt(at) === PERCENT && at > start && isBlank(text.charCodeAt(at - 1)) ? at : -1
    at = after
  }
  return -1
}

/** Where to read on behind what stands at an offset; -1 at a mark that the line does not close. */
function endOfHidden(source: InlineSource, at: number): number {
  switch (source.text.charCodeAt(at)) {
    case BACKSLASH:
      return at + 2
    case BACKTICK:
      return source.codeSpanEnd(at)
    case DOLLAR:
      return Math.max(source.mathEnd(at), at + 1)
    case LESS_THAN:
      return source.isComment(at) ? source.htmlEnd(at) : at + 1
    case PERCENT:
      return source.text.charCodeAt(at + 1) === PERCENT ? source.hiddenEnd(at) : at + 1
    default:
      return at + 1
  }
}
