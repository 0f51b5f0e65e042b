import { BACKSLASH, DOLLAR, isLetter, isLineEnd, isSpace } from '../../character.ts'
import type { InlineSource } from '../inline-source.ts'
import type { InlineProblem, Mark } from './mark.ts'

/** `$…$` and `$$…$$` (links.md section 1) */
export const formula: Mark<'math'> = {
  type: 'math',
  starts: '$',
  detail: false,
  read(source, at) {
    const end = source.mathEnd(at)
    return end === -1 ? undefined : { type: 'math', start: at, end, display: isDisplay(source.text, at) }
  },
  skip: (source, at) => at + source.runLength(at),
  problem: (source, at, piece) =>
    piece === undefined ? unclosed(source, at) : unbalancedBrace(source.text, piece.start, piece.end),
}

/** The TeX of a formula as written, without its dollars and without the backticks that GitHub allows inside them. */
export function texOf(written: string): string {
  if (isDisplay(written, 0)) return written.slice(2, written.endsWith('$$') ? -2 : undefined).trim()
  const tex = written.slice(1, -1)
  return tex.length > 2 && tex.startsWith('`') && tex.endsWith('`') ? tex.slice(1, -1) : tex
}

/** The first brace of the TeX [start, end) that has no partner; a `\{` is no brace, and a comment behind `%` holds none. */
export function unbalancedBrace(text: string, start: number, end: number): InlineProblem | undefined {
  const open: number[] = []
  for (let i = start; i < end; i++) {
    const character = text[i]
    if (character === '\\') i++
    else if (character === '%') i = endOfLine(text, i, end)
    else if (character === '{') open.push(i)
    else if (character === '}' && open.pop() === undefined) return brace('this } closes no {', i)
  }
  const last = open.at(-1)
  return last === undefined ? undefined : brace('this { has no closing }', last)
}

function brace(reason: string, at: number): InlineProblem {
  return { code: 'unbalanced-math', reason, start: at, end: at + 1 }
}

function endOfLine(text: string, at: number, end: number): number {
  let i = at
  while (i < end && !isLineEnd(text.charCodeAt(i))) i++
  return i
}

function isDisplay(text: string, at: number): boolean {
  return text.charCodeAt(at + 1) === DOLLAR
}

/** A `$$` or `$` that nothing closes. A lone `$` counts only before a TeX command; else it is money. */
function unclosed(source: InlineSource, at: number): InlineProblem | undefined {
  if (source.runLength(at) > 2) return undefined
  const display = isDisplay(source.text, at)
  if (!display && !startsTex(source, at + 1)) return undefined
  const reason = display ? 'this $$ has no closing $$' : 'this $ has no closing $ on its line'
  return { code: 'unbalanced-math', reason, start: at, end: at + (display ? 2 : 1) }
}

function startsTex({ text, end }: InlineSource, at: number): boolean {
  if (at >= end || isSpace(text.charCodeAt(at))) return false
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === BACKSLASH) return isLetter(text.charCodeAt(i + 1))
    if (code === DOLLAR || isLineEnd(code)) return false
  }
  return false
}
