import { BACKSLASH, BACKTICK, CLOSE_BRACKET, DOLLAR, OPEN_BRACKET, isLineEnd } from '../character.ts'
import type { InlineSource } from '../inlines/inline-source.ts'

/** The parts of `[[target#anchor|text]]`; offsets are those of the text that was read. */
export interface WikiParts {
  readonly target: string
  readonly targetStart: number
  readonly targetEnd: number
  readonly anchor: string | undefined
  readonly text: string | undefined
}

/**
 * The offset after the wikilink whose `[[` stands at `at`; -1 when there is none. It stands on one line, ends at the first `]]`, and an
 * inner `[[` takes its place. Code and mathematics win: one that starts inside must end inside (links.md sections 1 and 2).
 */
export function wikilinkEnd(source: InlineSource, at: number): number {
  const { text, end } = source
  let i = at + 2
  while (i + 1 < end) {
    const code = text.charCodeAt(i)
    if (code === CLOSE_BRACKET && text.charCodeAt(i + 1) === CLOSE_BRACKET) return i + 2
    if (code === OPEN_BRACKET && text.charCodeAt(i + 1) === OPEN_BRACKET) return -1
    if (code === BACKTICK || code === DOLLAR) i = skipWhole(source, i)
    else i = isLineEnd(code) ? -1 : i + 1
    if (i === -1) return -1
  }
  return -1
}

/** After the code span or mathematics at `at`, or after a mark that starts neither; -1 when it goes on in another line. */
function skipWhole(source: InlineSource, at: number): number {
  const code = source.text.charCodeAt(at) === BACKTICK
  const close = code ? source.codeSpanEnd(at) : source.mathEnd(at)
  if (close === -1) return at + (code ? source.runLength(at) : 1)
  return hasLineEnd(source.text, at, close) ? -1 : close
}

/** The parts of the wikilink whose inside is [start, end); undefined when it names neither target nor anchor. */
export function readWikiParts(text: string, start: number, end: number): WikiParts | undefined {
  const inside = text.slice(start, end)
  const pipe = inside.indexOf('|')
  const written = pipe === -1 ? inside : inside.slice(0, inside.charCodeAt(pipe - 1) === BACKSLASH ? pipe - 1 : pipe)
  const mark = written.indexOf('#')
  const raw = mark === -1 ? written : written.slice(0, mark)
  const target = raw.trim()
  if (target === '' && mark === -1) return undefined
  const targetStart = start + leadingSpace(raw)
  const shown = pipe === -1 ? '' : readShown(inside.slice(pipe + 1))
  return {
    target,
    targetStart: target === '' ? start : targetStart,
    targetEnd: target === '' ? start : targetStart + target.length,
    anchor: mark === -1 ? undefined : written.slice(mark + 1).trim(),
    text: shown === '' ? undefined : shown,
  }
}

function readShown(written: string): string {
  return written.replaceAll('\\|', '|').trim()
}

function leadingSpace(raw: string): number {
  return raw.length - raw.trimStart().length
}

function hasLineEnd(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isLineEnd(text.charCodeAt(i))) return true
  return false
}
