import { InlineSource } from '../../core/parse/inlines/inline-source.ts'
import { openComment } from '../../core/parse/inlines/open-comment.ts'
import { neutralise } from '../neutralise.ts'

/** Deepest nesting of quotes and lists that is laid out; marked overflows the stack at about 2,500. */
const MAX_DEPTH = 24

/** Columns of indentation that still count; deeper lists are laid out at this depth. */
const MAX_INDENT = 96

/**
 * Makes source safe and convenient to lex, line by line: control characters visible, nesting bounded, `%% comment %%`
 * blocks and lone `^id` lines gone, display mathematics a paragraph of its own. Text inside fences stays as it is.
 */
export function prepareSource(source: string): string {
  const lines: string[] = []
  const raws = safeText(source).split('\n')
  const lastMark = raws.findLastIndex((raw) => raw.includes('%%'))
  const state: State = { fence: '', math: false, comment: false, blank: true, closable: false }
  for (const [index, raw] of raws.entries()) {
    state.closable = index < lastMark
    prepareLine(raw, state, lines)
  }
  return lines.join('\n')
}

interface State {
  /** The marker that opened the fence around this line. */
  fence: string
  math: boolean
  comment: boolean
  /** Whether the line before was blank. */
  blank: boolean
  /** Whether a later line can close a comment that this one opens. */
  closable: boolean
}

function prepareLine(raw: string, state: State, lines: string[]): void {
  const line = boundNesting(raw)
  const [, quotes = '', body = ''] = /^((?:[ \t]{0,3}>)*[ \t]*)(.*)$/s.exec(line) ?? []
  if (state.comment) skipComment(body, state, lines)
  else if (state.fence !== '' || /^(?:```|~~~)/.test(body)) {
    toggleFence(body, state)
    lines.push(line)
  } else if (body.startsWith('%%') && !state.math) skipComment(body, state, lines)
  else if (state.math || body.startsWith('$$')) prepareMath(line, { quotes, body }, state, lines)
  else if (state.closable && body.includes(' %%')) lines.push(withoutOpenComment(line, state))
  else lines.push(/^\^[A-Za-z0-9-]+[ \t]*$/.test(body) ? quotes.trimEnd() : line)
  state.blank = (lines.at(-1) ?? '').trim() === ''
}

function toggleFence(body: string, state: State): void {
  const marker = /^(?:`{3,}|~{3,})/.exec(body)?.[0]
  if (state.fence === '') state.fence = marker !== undefined && !/^`+.*`/.test(body.slice(marker.length)) ? marker : ''
  else if (marker !== undefined && marker.startsWith(state.fence) && body.slice(marker.length).trim() === '')
    state.fence = ''
}

/** The line up to the comment that it opens and a later line closes. */
function withoutOpenComment(line: string, state: State): string {
  const start = openComment(new InlineSource(line), 0, line.length)
  state.comment = start !== -1
  return start === -1 ? line : line.slice(0, start)
}

function skipComment(body: string, state: State, lines: string[]): void {
  const from = state.comment ? 0 : 2
  const end = body.indexOf('%%', from)
  state.comment = end < 0
  const rest = end < 0 ? '' : body.slice(end + 2)
  if (rest.trim() !== '') lines.push(rest)
  else if (!state.blank) lines.push('')
}

/** `$$` at the start of a line opens display mathematics that ends at the next `$$`; blank lines set it apart from prose. */
function prepareMath(
  line: string,
  { quotes, body }: { quotes: string; body: string },
  state: State,
  lines: string[],
): void {
  const opens = !state.math
  const end = body.indexOf('$$', opens ? 2 : 0)
  if (opens && !state.blank) lines.push(quotes.trimEnd())
  if (!opens && line.trim() === '') return
  if (end < 0) {
    state.math = true
    lines.push(line)
    return
  }
  state.math = false
  const closed = quotes + body.slice(0, end + 2)
  const rest = body.slice(end + 2)
  if (/^[ \t]*(?:\^[A-Za-z0-9-]+)?[ \t]*$/.test(rest)) lines.push(closed, quotes.trimEnd())
  else lines.push(opens ? line : `${closed}${rest}`)
}

/** Drops the container markers of a line beyond the depth that is laid out. */
function boundNesting(line: string): string {
  const first = line.charCodeAt(0)
  if (first > 62 || (line.length < 48 && first !== 62)) return line
  const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
  const shallow = indent.length > MAX_INDENT ? line.slice(indent.length - MAX_INDENT) : line
  const marker = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))/y
  let depth = 0
  let kept = 0
  while (marker.test(shallow)) {
    depth++
    if (depth <= MAX_DEPTH) kept = marker.lastIndex
    else if (marker.lastIndex >= shallow.length) break
    if (depth > MAX_DEPTH) continue
  }
  if (depth <= MAX_DEPTH) return shallow
  return shallow.slice(0, kept) + shallow.slice(endOfMarkers(shallow, kept))
}

function endOfMarkers(line: string, from: number): number {
  const marker = /(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))+/y
  marker.lastIndex = from
  return marker.test(line) ? marker.lastIndex : from
}

/** Text of a vault without what a terminal or the renderer's own marks would take for more than text. */
export function safeText(text: string): string {
  return neutralise(text).replace(/[\ufdd0-\ufdef\u2028\u2029]/g, '\ufffd')
}
