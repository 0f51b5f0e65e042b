import { displayWidth, isNarrowText } from './display-width.ts'
import { graphemes } from './graphemes.ts'
import { wrapWide } from './wrap-wide.ts'

/**
 * Breaks unstyled text of one paragraph into lines of at most `width` columns, at spaces and between the characters of
 * Chinese and Japanese; a word that is too long is cut.
 */
export function wrapText(text: string, width: number): readonly string[] {
  const room = Math.max(1, width)
  const isSimple = !beyondAsciiWords.test(text) || (isNarrowText(text) && !oddSpaces.test(text))
  return isSimple ? wrapPlain(text, room) : wrapWide(text, room, cutText)
}

/** What words of ASCII parted by single spaces do not have. */
const beyondAsciiWords = /[^ -~]|^ | {2}| $/
const oddSpaces = /[^\S ]|^ | {2}| $/

/** The same when every character takes one column and words are separated by single spaces: most text, in a tenth of the time. */
export function wrapPlain(text: string, width: number): readonly string[] {
  const room = Math.max(1, width)
  if (text !== '' && text.length <= room) return [text]
  const lines: string[] = []
  let start = 0
  while (text.length - start > room) {
    const space = text.lastIndexOf(' ', start + room)
    const end = space > start ? space : start + room
    lines.push(text.slice(start, end))
    start = space > start ? space + 1 : end
  }
  if (start < text.length) lines.push(text.slice(start))
  return lines
}

/** The text cut to a width, with `…` in place of what is missing. */
export function truncate(text: string, width: number): string {
  // This much text nearly always fills the width.
  const start = text.slice(0, 20 * width)
  if (start.length < text.length && displayWidth(start) > width) return truncate(start, width)
  if (displayWidth(text) <= width) return text
  return `${cutText(text, Math.max(1, width - 1), { most: 1 })[0] ?? ''}…`
}

/** Where text is cut: the first piece has at most `room` columns, and no more than `most` pieces are asked for. */
interface Cut {
  readonly room?: number
  readonly most?: number
}

/** Cuts text into pieces of at most `width` columns; a grapheme wider than that stays whole. */
export function cutText(text: string, width: number, { room = width, most = Infinity }: Cut = {}): readonly string[] {
  if (isNarrowText(text)) return cutNarrow(text, width, { room, most })
  const pieces: string[] = []
  let piece = ''
  let left = room
  for (const grapheme of graphemes(text)) {
    const wide = displayWidth(grapheme)
    if (wide > left && piece !== '') {
      pieces.push(piece)
      if (pieces.length === most) return pieces
      piece = ''
      left = width
    }
    piece += grapheme
    left -= wide
  }
  return [...pieces, piece]
}

/** The same where every character takes one column; none of those belongs to the one before it. */
function cutNarrow(text: string, width: number, { room, most }: Required<Cut>): readonly string[] {
  if (text.length <= room) return [text]
  const pieces = room > 0 ? [text.slice(0, room)] : []
  for (let at = Math.max(0, room); at < text.length && pieces.length < most; at += width)
    pieces.push(text.slice(at, at + width))
  return pieces
}
