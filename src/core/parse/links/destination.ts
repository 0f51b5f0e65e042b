import {
  BACKSLASH,
  CLOSE_PAREN,
  DOUBLE_QUOTE,
  GREATER_THAN,
  LESS_THAN,
  OPEN_PAREN,
  SINGLE_QUOTE,
  SPACE,
  isAsciiPunctuation,
  isLineEnd,
  skipBlanks,
} from '../character.ts'

/** A link destination as written: [start, end) without the `<…>` that may stand around it. */
export interface Destination {
  readonly start: number
  readonly end: number
  readonly angle: boolean
  /** The offset after it, `>` included. */
  readonly after: number
}

/** The `(destination "title")` of a link; `title` is what stands between its quotes, as written. */
export interface InlineTail extends Destination {
  readonly title?: string
}

/** Parentheses may be nested this deep; CommonMark asks for three at least, and without a bound the time would be quadratic. */
const MAX_PARENTHESES = 8

/** The destination at `at` (CommonMark 6.3); undefined when there is none. It may be empty before a `)`. */
export function readDestination(text: string, at: number, end: number): Destination | undefined {
  return text.charCodeAt(at) === LESS_THAN && at < end ? readAngle(text, at, end) : readPlain(text, at, end)
}

function readAngle(text: string, at: number, end: number): Destination | undefined {
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === GREATER_THAN) return { start: at + 1, end: i, angle: true, after: i + 1 }
    if (code === LESS_THAN || isLineEnd(code)) return undefined
    if (code === BACKSLASH && !isLineEnd(text.charCodeAt(i + 1))) i++
  }
  return undefined
}

function readPlain(text: string, at: number, end: number): Destination | undefined {
  let open = 0
  let i = at
  for (; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code <= SPACE) break
    if (code === OPEN_PAREN && ++open > MAX_PARENTHESES) break
    if (code === CLOSE_PAREN && --open < 0) break
    if (code === BACKSLASH) i += escapeLength(text, i, end)
  }
  // Either a `)` too many ended it, or all are balanced; it is empty only before a `)`.
  if (open > 0 || (open === 0 && i === at)) return undefined
  return { start: at, end: i, angle: false, after: i }
}

/** 1 when a backslash at `at` escapes what follows, else 0. */
function escapeLength(text: string, at: number, end: number): number {
  return at + 1 < end && isAsciiPunctuation(text.charCodeAt(at + 1)) ? 1 : 0
}

/** The offset after the title at `at` (CommonMark 6.3); -1 when there is none. */
export function titleEnd(text: string, at: number, end: number): number {
  const open = text.charCodeAt(at)
  if (open !== DOUBLE_QUOTE && open !== SINGLE_QUOTE && open !== OPEN_PAREN) return -1
  const close = open === OPEN_PAREN ? CLOSE_PAREN : open
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === close) return i + 1
    if (code === OPEN_PAREN && open === OPEN_PAREN) return -1
    if (code === BACKSLASH) i++
  }
  return -1
}

/** The offset after spaces and tabs with at most one line ending among them. */
export function skipSpacing(text: string, at: number, end: number): number {
  let i = skipBlanks(text, at, end)
  if (isLineEnd(text.charCodeAt(i))) i = skipBlanks(text, i + (text.startsWith('\r\n', i) ? 2 : 1), end)
  return Math.min(i, end)
}

/** The destination in the `(destination "title")` whose `(` stands at `at`; `after` is then after the `)`. */
export function readInlineTail(text: string, at: number, end: number): InlineTail | undefined {
  const destination = readDestination(text, skipSpacing(text, at + 1, end), end)
  if (destination === undefined) return undefined
  let i = skipSpacing(text, destination.after, end)
  const open = i
  let title = -1
  if (i > destination.after) {
    title = titleEnd(text, i, end)
    if (title !== -1) i = skipSpacing(text, title, end)
  }
  if (i >= end || text.charCodeAt(i) !== CLOSE_PAREN) return undefined
  const { start, end: stop, angle } = destination
  if (title === -1) return { start, end: stop, angle, after: i + 1 }
  return { start, end: stop, angle, after: i + 1, title: text.slice(open + 1, title - 1) }
}
