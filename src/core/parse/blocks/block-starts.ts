import type { VaultDialects } from '../../model/tool-dialect.ts'
import {
  BACKTICK,
  CARET,
  CLOSE_PAREN,
  COLON,
  DASH,
  DOT,
  EQUALS,
  HASH,
  OPEN_BRACKET,
  CLOSE_BRACKET,
  PLUS,
  STAR,
  isBlank,
  isDigit,
  isSpace,
  skipBlanks,
} from '../character.ts'
import type { ListMarker } from './findings.ts'

/** The level of an ATX heading whose `#` stands at `at` (CommonMark 4.2); 0 when there is none. */
export function atxLevel(text: string, at: number, end: number): number {
  let i = at
  while (i < end && text.charCodeAt(i) === HASH) i++
  const level = i - at
  return level <= 6 && (i >= end || isBlank(text.charCodeAt(i))) ? level : 0
}

/** Where the text of an ATX heading ends: before the closing `#`s and the white space around them. */
export function atxTextEnd(text: string, start: number, end: number): number {
  let i = trimBlanks(text, start, end)
  const trimmed = i
  while (i > start && text.charCodeAt(i - 1) === HASH) i--
  if (i === trimmed) return trimmed
  if (i === start) return start
  return isBlank(text.charCodeAt(i - 1)) ? trimBlanks(text, start, i) : trimmed
}

/** The length of the code fence at `at` (CommonMark 4.5); 0 when there is none. */
export function fenceLength(text: string, at: number, end: number): number {
  const mark = text.charCodeAt(at)
  let i = at
  while (i < end && text.charCodeAt(i) === mark) i++
  if (i - at < 3) return 0
  if (mark === BACKTICK) {
    for (let j = i; j < end; j++) if (text.charCodeAt(j) === BACKTICK) return 0
  }
  return i - at
}

/** Whether the line from `at` closes a fence of `length` marks. */
export function closesFence(text: string, at: number, end: number, fence: { mark: number; length: number }): boolean {
  let i = at
  while (i < end && text.charCodeAt(i) === fence.mark) i++
  return i - at >= fence.length && skipBlanks(text, i, end) === end
}

/** Where the line from `at` has what keeps it from being a thematic break (CommonMark 4.1), its end where it has too few marks; -1 for a break. */
export function unbrokenAt(text: string, at: number, end: number): number {
  const mark = text.charCodeAt(at)
  let count = 0
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === mark) count++
    else if (!isBlank(code)) return i
  }
  return count >= 3 ? -1 : end
}

/** The level of a setext underline (CommonMark 4.3); 0 when the line is none. */
export function setextLevel(text: string, at: number, end: number): number {
  const mark = text.charCodeAt(at)
  let i = at
  while (i < end && text.charCodeAt(i) === mark) i++
  if (skipBlanks(text, i, end) !== end) return 0
  if (mark === EQUALS) return 1
  return mark === DASH ? 2 : 0
}

/** The width of the list marker at `at` (CommonMark 5.2), 0 when there is none; negative when a paragraph is not interrupted by it. */
export function listMarkerWidth(text: string, at: number, end: number): number {
  const first = text.charCodeAt(at)
  const bullet = first === STAR || first === PLUS || first === DASH
  const width = bullet ? 1 : orderedMarkerWidth(text, at, end)
  const after = at + width
  if (width === 0 || (after < end && !isBlank(text.charCodeAt(after)))) return 0
  return bullet || Number(text.slice(at, after - 1)) === 1 ? width : -width
}

/** The list marker of a width at `at`. */
export function listMarker(text: string, at: number, width: number): ListMarker {
  const number = width > 1 ? Number(text.slice(at, at + width - 1)) : undefined
  return { mark: text.charAt(at + width - 1), number, start: at }
}

function orderedMarkerWidth(text: string, at: number, end: number): number {
  let i = at
  while (i < end && isDigit(text.charCodeAt(i))) i++
  const digits = i - at
  if (digits === 0 || digits > 9 || i >= end) return 0
  const last = text.charCodeAt(i)
  return last === DOT || last === CLOSE_PAREN ? digits + 1 : 0
}

/** The offset after `[^id]:` at `at`; -1 when no footnote starts there. */
export function footnoteStartEnd(text: string, at: number, end: number): number {
  if (text.charCodeAt(at + 1) !== CARET) return -1
  let i = at + 2
  for (; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === CLOSE_BRACKET) break
    if (code === OPEN_BRACKET || isSpace(code)) return -1
  }
  return i > at + 2 && i + 1 < end && text.charCodeAt(i + 1) === COLON ? i + 2 : -1
}

/** Whether the `>` at `at` is that of `>}}`, with which a shortcode of Hugo ends. */
export function endsShortcode(text: string, at: number, dialects: VaultDialects | undefined): boolean {
  return dialects?.syntax.includes('hugo') === true && text.startsWith('>}}', at)
}

function trimBlanks(text: string, start: number, end: number): number {
  let i = end
  while (i > start && isBlank(text.charCodeAt(i - 1))) i--
  return i
}
