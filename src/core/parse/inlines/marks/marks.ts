import { address } from './address.ts'
import { codeSpan } from './code-span.ts'
import { comment, htmlComment } from './comment.ts'
import { emphasisRun } from './emphasis.ts'
import { footnoteMark } from './footnote-mark.ts'
import { formula } from './formula.ts'
import { hashtag } from './hashtag.ts'
import { inlineTag } from './inline-tag.ts'
import type { Mark } from './mark.ts'
import type { PieceType } from '../piece.ts'
import { characterReference, escape } from './replaced.ts'
import { blockIdLine, lineBreak } from './line-break.ts'
import { shortCode } from './short-code.ts'

/** What is read by other rules: links and what looks like one by their dialects, `^[text]` by its bracket. */
type Bracketed = 'link' | 'unlinked' | 'ownFootnote'

/**
 * Every syntax inside a block that is no link, those of one character in the order of trying; a member of the union `Piece` without a
 * line does not compile.
 */
export const marks: { readonly [Type in Exclude<PieceType, Bracketed>]: readonly Mark<Type>[] } = {
  code: [codeSpan],
  math: [formula],
  comment: [comment, htmlComment],
  html: [inlineTag],
  tag: [hashtag],
  footnote: [footnoteMark],
  replaced: [escape, characterReference],
  run: [emphasisRun],
  break: [lineBreak],
  blockId: [blockIdLine],
  address: [address],
  shortCode: [shortCode],
}
