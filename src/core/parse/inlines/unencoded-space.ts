import { CLOSE_BRACKET, CLOSE_PAREN, LESS_THAN, OPEN_BRACKET, OPEN_PAREN, SPACE, isLineEnd } from '../character.ts'
import type { InlineSource } from './inline-source.ts'
import type { InlineProblem } from './marks/mark.ts'

/** Words, or anything without commas that ends like a file name: what people write for a destination, not for a remark. */
const MEANT_AS_PATH = /^[^\s,;"<>](?:[^,;"<>]*\.[A-Za-z\d]{1,8}(?:#.*)?|[\w\-/#.%& ]*[^\s.])$/u

/** The destination behind the `]` at `at` when it holds raw spaces: text to CommonMark, meant as a link by its writer. */
export function unencodedSpaceAt({ text, end }: InlineSource, at: number): InlineProblem | undefined {
  if (text.charCodeAt(at + 1) !== OPEN_PAREN || at + 1 >= end) return undefined
  const start = at + 2
  let spaced = false
  let i = start
  for (; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === CLOSE_PAREN) break
    if (code === OPEN_BRACKET || code === CLOSE_BRACKET || code === LESS_THAN || isLineEnd(code)) return undefined
    if (code === SPACE) spaced = true
  }
  if (i >= end || !spaced || !MEANT_AS_PATH.test(text.slice(start, i))) return undefined
  const reason = 'a destination with spaces needs %20 for each, or <…> around it'
  return { code: 'unencoded-space', reason, start, end: i }
}
