import { CARET, DASH, isAlphanumeric, isBlank, trimEnd } from '../character.ts'

/** Where the block id `^id` at the end of [start, end) starts: after a space, or first; -1 when there is none (links.md section 4). */
export function trailingBlockId(text: string, start: number, end: number): number {
  const last = trimEnd(text, start, end)
  let i = last
  while (i > start && isIdCharacter(text.charCodeAt(i - 1))) i--
  const mark = i - 1
  if (i === last || mark < start || text.charCodeAt(mark) !== CARET) return -1
  return mark === start || isBlank(text.charCodeAt(mark - 1)) ? mark : -1
}

function isIdCharacter(code: number): boolean {
  return isAlphanumeric(code) || code === DASH
}
