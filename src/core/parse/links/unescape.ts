import { COLON, DASH, PERCENT, UNDERSCORE, isLetter } from '../character.ts'
import { decodeEntity } from '../entities.ts'

/** A backslash escape, a character reference, or a plain `#`. */
const TOKEN = /\\([!-/:-@[-`{-~])|&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});|#/g

/** The text with backslash escapes and character references undone (CommonMark 2.4 and 2.5). */
export function unescapeMarkdown(raw: string): string {
  return raw.replace(TOKEN, decodeToken)
}

/** A destination cut at its first `#`. */
export interface SplitDestination {
  readonly target: string
  readonly anchor?: string
  /** How many characters of what was written are the path: without `#…`, and without `?…` unless the target is a URL. */
  readonly pathLength: number
}

/** Cuts a destination, as written, at its first `#` and undoes escapes; percent-encoding stays (links.md section 3). */
export function splitDestination(raw: string): SplitDestination {
  if (isPlainPath(raw)) return { target: raw, pathLength: raw.length }
  const mark = anchorMark(raw)
  const written = mark === undefined ? raw : raw.slice(0, mark.at)
  const target = unescapeMarkdown(written)
  const query = isUrl(target) ? -1 : written.indexOf('?')
  const pathLength = query === -1 ? written.length : query
  if (mark === undefined) return { target, pathLength }
  return { target, anchor: unescapeMarkdown(raw.slice(mark.at + mark.length)), pathLength }
}

/** Whether nothing in a destination means more than itself: letters, digits, `-`, `.`, `/`, `_` and `%`. */
function isPlainPath(raw: string): boolean {
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i)
    if (isLetter(code) || (code >= DASH && code < COLON) || code === UNDERSCORE || code === PERCENT) continue
    return false
  }
  return true
}

/** Whether a target has a scheme or a host, and so leaves the vault. */
export function isUrl(target: string): boolean {
  return target.startsWith('//') || /^[A-Za-z][A-Za-z\d+.-]+:/.test(target)
}

function anchorMark(raw: string): { at: number; length: number } | undefined {
  for (const match of raw.matchAll(TOKEN)) {
    if (decodeToken(match[0], match[1], match[2]) === '#') return { at: match.index, length: match[0].length }
  }
  return undefined
}

function decodeToken(whole: string, escaped?: string, entity?: string): string {
  if (escaped !== undefined) return escaped
  return entity === undefined ? whole : (decodeEntity(entity) ?? whole)
}
