/** UTF-16 codes of the characters that mean something in markdown. */
export const TAB = 9
export const LINE_FEED = 10
export const CARRIAGE_RETURN = 13
export const SPACE = 32
export const BANG = 33
export const DOUBLE_QUOTE = 34
export const HASH = 35
export const DOLLAR = 36
export const PERCENT = 37
export const SINGLE_QUOTE = 39
export const OPEN_PAREN = 40
export const CLOSE_PAREN = 41
export const STAR = 42
export const PLUS = 43
export const DASH = 45
export const DOT = 46
export const SLASH = 47
export const COLON = 58
export const SEMICOLON = 59
export const LESS_THAN = 60
export const EQUALS = 61
export const GREATER_THAN = 62
export const QUESTION = 63
export const OPEN_BRACE = 123
export const OPEN_BRACKET = 91
export const BACKSLASH = 92
export const CLOSE_BRACKET = 93
export const CARET = 94
export const UNDERSCORE = 95
export const BACKTICK = 96
export const PIPE = 124
export const TILDE = 126

/** Space or tab. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB
}

/** Space, tab or part of a line ending. */
export function isSpace(code: number): boolean {
  return code === SPACE || code === TAB || code === LINE_FEED || code === CARRIAGE_RETURN
}

export function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** An ASCII letter. */
export function isLetter(code: number): boolean {
  const lower = code | 32
  return lower >= 97 && lower <= 122
}

/** An ASCII letter or digit. */
export function isAlphanumeric(code: number): boolean {
  return isLetter(code) || isDigit(code)
}

/** The characters a backslash escapes (CommonMark 2.4). */
export function isAsciiPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  )
}

/** The first offset at or after `at` that holds no space or tab; at most `end`. */
export function skipBlanks(text: string, at: number, end: number): number {
  let i = at
  while (i < end && isBlank(text.charCodeAt(i))) i++
  return i
}

/** The offset after the last character before `end` that is no white space; at least `start`. */
export function trimEnd(text: string, start: number, end: number): number {
  let i = end
  while (i > start && isSpace(text.charCodeAt(i - 1))) i--
  return i
}
