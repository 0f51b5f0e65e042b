import { BACKSLASH, CARET, SPACE, isBlank, isLineEnd } from '../../character.ts'
import { trailingBlockId } from '../../blocks/block-id.ts'
import type { InlineSource } from '../inline-source.ts'
import type { Mark } from './mark.ts'

/** The end of a line; hard behind a backslash or two spaces (CommonMark 6.7). The white space around it belongs to it. */
export const lineBreak: Mark<'break'> = {
  type: 'break',
  starts: '\\\r\n',
  detail: true,
  read(source, at) {
    const { text, end } = source
    const escaped = text.charCodeAt(at) === BACKSLASH
    const feed = escaped ? at + 1 : at
    if (feed >= end || !isLineEnd(text.charCodeAt(feed))) return undefined
    let start = at
    while (!escaped && start > 0 && isBlank(text.charCodeAt(start - 1))) start--
    const spaces = at - start >= 2 && text.charCodeAt(at - 1) === SPACE && text.charCodeAt(at - 2) === SPACE
    return { type: 'break', start, end: lineStart(source, feed), hard: escaped || spaces }
  },
}

/** `^id` alone on a line, which names the block above it (links.md section 4) */
export const blockIdLine: Mark<'blockId'> = {
  type: 'blockId',
  starts: '^',
  detail: true,
  read(source, at) {
    const { text, start, end } = source
    if (text.charCodeAt(at) !== CARET || (at > start && !isLineEnd(text.charCodeAt(at - 1)))) return undefined
    let stop = at
    while (stop < end && !isLineEnd(text.charCodeAt(stop))) stop++
    return trailingBlockId(text, at, stop) === at ? { type: 'blockId', start: at, end: stop } : undefined
  },
}

/** After a line ending and the white space that begins the next line. */
function lineStart({ text, end }: InlineSource, feed: number): number {
  let at = text.startsWith('\r\n', feed) ? feed + 2 : feed + 1
  while (at < end && isBlank(text.charCodeAt(at))) at++
  return Math.min(at, end)
}
