import { type InlineToken } from '../core/parse/inlines/inline-token.ts'
import { readLine } from '../core/parse/inlines/read-line.ts'
import { withoutBreakPoints } from './render/runs/safe-text.ts'
import { oneLine, plainOf, readableOf } from '../core/parse/plain-text.ts'

/** Writes a formula (TeX without dollars) on one line; undefined to show its source. */
export type WriteFormula = (tex: string) => string | undefined

const markup = /[\\`$<&[\]%*_~=^\r\n\u00ad\u200b]/

/** One line of markdown, such as a title or summary, as a reader sees it: markup gone, formulas as they are written by `formula`. */
export function shownLine(markdown: string, formula: WriteFormula): string {
  return markup.test(markdown) ? withoutBreakPoints(oneLine(shown(readLine(markdown), formula))) : markdown
}

function shown(tokens: readonly InlineToken[], formula: WriteFormula): string {
  return readableOf(tokens, (some) => shownTokens(some, formula))
}

function shownTokens(tokens: readonly InlineToken[], formula: WriteFormula): string {
  return tokens
    .map((token) => {
      if (token.type === 'math') return formula(token.tex) ?? token.raw
      return holdsText(token) ? shown(token.children, formula) : plainOf([token])
    })
    .join('')
}

function holdsText(token: InlineToken): token is Extract<InlineToken, { readonly children: readonly InlineToken[] }> {
  if (token.type === 'link') return !(token.embeds && token.bare)
  return 'children' in token && token.type !== 'ownFootnote'
}
