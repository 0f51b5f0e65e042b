import { DASH, SLASH, UNDERSCORE, isDigit, isLetter, isSpace } from '../../character.ts'
import type { Mark } from './mark.ts'

/** `#tag`, first in its block or behind a space. */
export const hashtag: Mark<'tag'> = {
  type: 'tag',
  starts: '#',
  detail: false,
  read(source, at) {
    const { text } = source
    if (at > source.start && !isSpace(text.charCodeAt(at - 1))) return undefined
    const end = hashtagEnd(text, at, source.end)
    return end === -1 ? undefined : { type: 'tag', start: at, end }
  },
}

/**
 * The offset after the hashtag whose `#` stands at `at`; -1 when there is none. As in Obsidian: letters of any script, digits, emoji,
 * `_`, `-` and `/` for nesting, with at least one character that is no digit. The key cap `#️⃣` is an emoji.
 */
function hashtagEnd(text: string, at: number, end: number): number {
  if (KEY_CAP.has(text.charCodeAt(at + 1))) return -1
  let i = at + 1
  let named = false
  for (; i < end; i++) {
    const code = text.charCodeAt(i)
    if (!isTagCharacter(code)) break
    if (!isDigit(code) && code !== SLASH) named = true
  }
  while (i > at + 1 && text.charCodeAt(i - 1) === SLASH) i--
  return named ? i : -1
}

/** What makes an emoji of the sign before it: the selector, and the cap without one. */
const KEY_CAP: ReadonlySet<number> = new Set([0xfe0f, 0x20e3])

function isTagCharacter(code: number): boolean {
  if (code < 128) return isLetter(code) || isDigit(code) || code === DASH || code === UNDERSCORE || code === SLASH
  return !FOREIGN_PUNCTUATION.test(String.fromCharCode(code))
}

/** Punctuation and spaces: Latin-1, general, CJK and full-width. The joiner of emoji is none of them. */
const FOREIGN_PUNCTUATION =
  /[\u0080-\u00a9\u00ab\u00bb\u00bf\u2000-\u200c\u200e-\u206f\u2e00-\u2e7f\u3000-\u303f\ufeff\uff00-\uff0f]/
