import { displayWidth, isNarrowText } from './display-width.ts'
import { graphemes } from './graphemes.ts'

/** Breaks unstyled text of one paragraph into lines of at most `width` columns, at spaces; a word that is too long is cut. */
export function wrapText(text: string, width: number): readonly string[] {
  const room = Math.max(1, width)
  if (asciiWords.test(text) || (isNarrowText(text) && !/[^\S ]|^ | $| {2}/.test(text))) return wrapNarrow(text, room)
  const lines: string[] = []
  let line = ''
  let taken = 0
  for (const word of text.split(/\s+/)) {
    if (word === '') continue
    const wide = displayWidth(word)
    if (line !== '' && taken + 1 + wide <= room) {
      line += ` ${word}`
      taken += 1 + wide
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = wide <= room ? [word] : cutWord(word, room)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
    taken = displayWidth(line)
  }
  if (line !== '') lines.push(line)
  return lines
}

/** Words of ASCII parted by single spaces. */
const asciiWords = /^[!-~]+(?: [!-~]+)*$/

/** The same where every character takes one column and words are parted by single spaces: most text, at a tenth of the cost. */
function wrapNarrow(text: string, room: number): readonly string[] {
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
  // What a text of many lines' length begins with nearly always fills the width by itself.
  const start = text.slice(0, 20 * width)
  if (start.length < text.length && displayWidth(start) > width) return truncate(start, width)
  if (displayWidth(text) <= width) return text
  return `${cutWord(text, Math.max(1, width - 1), 1)[0] ?? ''}…`
}

function cutWord(word: string, width: number, most = Number.POSITIVE_INFINITY): string[] {
  if (isNarrowText(word)) return cutNarrow(word, width, most)
  const pieces: string[] = []
  let piece = ''
  let taken = 0
  for (const grapheme of graphemes(word)) {
    const wide = displayWidth(grapheme)
    if (taken + wide > width && piece !== '') {
      pieces.push(piece)
      if (pieces.length === most) return pieces
      piece = ''
      taken = 0
    }
    piece += grapheme
    taken += wide
  }
  return [...pieces, piece]
}

/** The same where every character takes one column; none of those belongs to the one before it. */
function cutNarrow(word: string, width: number, most: number): string[] {
  const pieces: string[] = []
  for (let start = 0; start < word.length && pieces.length < most; start += width)
    pieces.push(word.slice(start, start + width))
  return pieces
}
