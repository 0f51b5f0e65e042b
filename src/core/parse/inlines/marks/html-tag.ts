import {
  BACKTICK,
  COLON,
  DASH,
  DOT,
  DOUBLE_QUOTE,
  EQUALS,
  GREATER_THAN,
  LESS_THAN,
  SINGLE_QUOTE,
  SLASH,
  UNDERSCORE,
  isDigit,
  isLetter,
  isSpace,
} from '../../character.ts'

/** An attribute with a value: offsets of the value without its quotes. */
export interface Attribute {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** The offset after the open or closing tag at `at` (CommonMark 6.6); -1 when there is none. */
export function tagEnd(text: string, at: number, end: number): number {
  const closing = text.charCodeAt(at + 1) === SLASH
  const nameStart = closing ? at + 2 : at + 1
  const name = nameEnd(text, nameStart, end)
  if (name === nameStart) return -1
  if (closing) {
    const close = skipSpace(text, name, end)
    return close < end && text.charCodeAt(close) === GREATER_THAN ? close + 1 : -1
  }
  return attributesEnd(text, name, end)
}

/** The attributes that have a value, of the tag [at, end). */
export function tagAttributes(text: string, at: number, end: number): Attribute[] {
  const found: Attribute[] = []
  attributesEnd(text, nameEnd(text, at + 1, end), end, found)
  return found
}

/** The lower-case name of the open or closing tag at `at`. */
export function tagName(text: string, at: number, end: number): string {
  const start = text.charCodeAt(at + 1) === SLASH ? at + 2 : at + 1
  return text.slice(start, nameEnd(text, start, end)).toLowerCase()
}

/** What a tag says: its name and attributes; neither for an instruction, declaration or CDATA section. */
export function tagParts(raw: string): {
  readonly name: string
  readonly closing: boolean
  readonly attributes: Readonly<Record<string, string>>
} {
  const attributes = tagAttributes(raw, 0, raw.length).map(({ name, start, end }) => [name, raw.slice(start, end)])
  return {
    name: tagName(raw, 0, raw.length),
    closing: raw.charCodeAt(1) === SLASH,
    attributes: Object.fromEntries(attributes.reverse()) as Record<string, string>,
  }
}

function attributesEnd(text: string, at: number, end: number, found?: Attribute[]): number {
  let i = at
  while (i < end) {
    const next = skipSpace(text, i, end)
    const code = text.charCodeAt(next)
    if (next >= end) return -1
    if (code === GREATER_THAN) return next + 1
    if (code === SLASH) return next + 1 < end && text.charCodeAt(next + 1) === GREATER_THAN ? next + 2 : -1
    if (next === i) return -1
    i = attributeEnd(text, next, end, found)
    if (i === -1) return -1
  }
  return -1
}

/** After the attribute at `at`, with or without a value; -1 when there is none. */
function attributeEnd(text: string, at: number, end: number, found?: Attribute[]): number {
  let i = at
  while (i < end && isAttributeName(text.charCodeAt(i), i === at)) i++
  if (i === at) return -1
  const equals = skipSpace(text, i, end)
  if (equals >= end || text.charCodeAt(equals) !== EQUALS) return i
  const value = skipSpace(text, equals + 1, end)
  const quote = text.charCodeAt(value)
  const quoted = quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE
  const start = quoted ? value + 1 : value
  const stop = quoted ? quotedEnd(text, start, end) : unquotedEnd(text, start, end)
  if (stop === -1) return -1
  found?.push({ name: text.slice(at, i).toLowerCase(), start, end: stop })
  return quoted ? stop + 1 : stop
}

function quotedEnd(text: string, start: number, end: number): number {
  const quote = text.charCodeAt(start - 1)
  let i = start
  while (i < end && text.charCodeAt(i) !== quote) i++
  return i < end ? i : -1
}

function unquotedEnd(text: string, start: number, end: number): number {
  let i = start
  while (i < end && isUnquoted(text.charCodeAt(i))) i++
  return i > start ? i : -1
}

function nameEnd(text: string, at: number, end: number): number {
  if (at >= end || !isLetter(text.charCodeAt(at))) return at
  let i = at + 1
  while (i < end && isTagName(text.charCodeAt(i))) i++
  return i
}

function skipSpace(text: string, at: number, end: number): number {
  let i = at
  while (i < end && isSpace(text.charCodeAt(i))) i++
  return i
}

function isTagName(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === DASH
}

function isAttributeName(code: number, first: boolean): boolean {
  if (isLetter(code) || code === UNDERSCORE || code === COLON) return true
  return !first && (isDigit(code) || code === DOT || code === DASH)
}

function isUnquoted(code: number): boolean {
  const forbidden =
    code === DOUBLE_QUOTE ||
    code === SINGLE_QUOTE ||
    code === EQUALS ||
    code === LESS_THAN ||
    code === GREATER_THAN ||
    code === BACKTICK
  return !forbidden && !isSpace(code)
}
