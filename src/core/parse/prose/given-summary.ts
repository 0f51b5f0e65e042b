import type { InlineToken } from '../inlines/inline-token.ts'
import type { InlineRules } from '../inlines/piece.ts'
import { readLine } from '../inlines/read-line.ts'
import { markup, oneLine, readableOf } from '../plain-text.ts'
import { cutWords, MAX_SUMMARY } from './summarize.ts'
import { asTold } from './told-text.ts'

/** A summary that front matter gives, a line of markdown, as told: cut as one of a paragraph is. Tags that are not of HTML, as in `List<T>`, are text. */
export function givenSummary(written: string, rules: Pick<InlineRules, 'dialects'>): string {
  const line = oneLine(written)
  if (!markup.mayBeIn(line, rules.dialects)) return cutWords(line, MAX_SUMMARY)
  const tokens = asTold(readLine(line, rules).map(withoutUnknownTag), readableOf)
  return cutWords(oneLine(readableOf(tokens)), MAX_SUMMARY)
}

/** What HTML has for words in a line. */
const ofWords =
  /^(?:a|abbr|b|bdi|bdo|br|cite|code|del|dfn|em|i|img|ins|kbd|mark|q|ruby|r[tp]|s|samp|small|span|strong|su[bp]|u|var|wbr)$/

function withoutUnknownTag(token: InlineToken): InlineToken {
  return token.type === 'html' && token.name !== '' && !ofWords.test(token.name)
    ? { type: 'text', span: token.span, text: token.raw }
    : token
}
