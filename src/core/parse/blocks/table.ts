import {
  BACKSLASH,
  CLOSE_BRACKET,
  COLON,
  DASH,
  OPEN_BRACKET,
  PIPE,
  isBlank,
  skipBlanks,
  trimEnd,
} from '../character.ts'
import type { Alignment } from './findings.ts'

interface Range {
  readonly start: number
  readonly end: number
}

/** Whether the line is the `| --- | :-: |` under a header with as many cells (GitHub Flavored Markdown 4.10). */
export function isTableDelimiter(text: string, line: Range, header: Range): boolean {
  let piped = false
  for (let i = line.start; i < line.end; i++) {
    const code = text.charCodeAt(i)
    if (code === PIPE || code === COLON) piped = true
    else if (code !== DASH && !isBlank(code)) return false
  }
  if (!piped && !text.slice(header.start, header.end).includes('|')) return false
  const cells = tableCells(text, line.start, line.end)
  if (!cells.every((cell) => isDelimiterCell(text, cell))) return false
  return cells.length === tableCells(text, header.start, header.end).length
}

/** How the columns are aligned below the delimiter row. */
export function columnAlignments(text: string, start: number, end: number): readonly Alignment[] {
  return tableCells(text, start, end).map((cell) => {
    const left = text.charCodeAt(cell.start) === COLON
    const right = text.charCodeAt(cell.end - 1) === COLON
    if (left) return right ? 'center' : 'left'
    return right ? 'right' : undefined
  })
}

/** The cells of a table row, trimmed. A `|` parts them unless a backslash precedes it or it stands inside `[[ ]]`. */
export function tableCells(text: string, start: number, end: number): Range[] {
  const cells: Range[] = []
  let cell = skipBlanks(text, start, end)
  if (cell < end && text.charCodeAt(cell) === PIPE) cell++
  while (cell < end) {
    const pipe = nextPipe(text, cell, end)
    const from = skipBlanks(text, cell, pipe)
    if (pipe < end || from < pipe) cells.push({ start: from, end: trimEnd(text, from, pipe) })
    cell = pipe + 1
  }
  return cells
}

/** Dashes, with a colon before or after or both. */
function isDelimiterCell(text: string, { start, end }: Range): boolean {
  let i = text.charCodeAt(start) === COLON ? start + 1 : start
  const dashes = i
  while (i < end && text.charCodeAt(i) === DASH) i++
  if (i === dashes) return false
  return i === end || (i === end - 1 && text.charCodeAt(i) === COLON)
}

/** The next `|` that parts cells; one inside a wikilink that was opened since `at` does not, if the wikilink is closed in the row. */
function nextPipe(text: string, at: number, end: number): number {
  let inLink = -1
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === BACKSLASH) i++
    else if (code === PIPE) {
      if (inLink === -1) return i
      const close = linkEnd(text, i, end)
      if (close === -1) return i
      i = close
      inLink = -1
    } else if (code === OPEN_BRACKET && text.charCodeAt(i + 1) === OPEN_BRACKET) inLink = i
    else if (code === CLOSE_BRACKET && text.charCodeAt(i + 1) === CLOSE_BRACKET) inLink = -1
  }
  return end
}

/** The `]]` after the `|` of a wikilink; -1 when another bracket or `|` comes first. */
function linkEnd(text: string, at: number, end: number): number {
  for (let i = at + 1; i + 1 < end; i++) {
    const code = text.charCodeAt(i)
    if (code === CLOSE_BRACKET && text.charCodeAt(i + 1) === CLOSE_BRACKET) return i + 1
    if (code === PIPE || code === OPEN_BRACKET) return -1
  }
  return -1
}
