import type { HtmlToken, InlineToken } from '../core/parse/inlines/inline-token.ts'
import { readLine } from '../core/parse/inlines/read-line.ts'
import { withoutBreakPoints } from './render/runs/safe-text.ts'
import { oneLine, plainOf, readableOf } from '../core/parse/plain-text.ts'
import { texOf } from '../core/parse/inlines/marks/formula.ts'
import { toldParts } from '../core/parse/prose/told-text.ts'

/** Writes a formula (TeX without dollars) on one line; undefined to show its source. */
export type WriteFormula = (tex: string) => string | undefined

const markup = /[\\`$<&[\]%*_~=^\r\n\u00ad\u200b]/

/** A line of plain text, such as a title, a summary or a sentence, with its formulas written by `formula`; everything else unchanged. */
export function shownTold(line: string, formula: WriteFormula): string {
  if (!beyondText.test(line)) return line
  const parts = toldParts(line).map((part) => ('text' in part ? part.text : (formula(texOf(part.math)) ?? part.math)))
  return withoutBreakPoints(oneLine(parts.join('')))
}

const beyondText = /[$\r\n\u00ad\u200b]/

/** How the parts of a line are written. */
interface LineForm {
  readonly formula: WriteFormula
  readonly tag: (token: HtmlToken) => string
}

/** A line of markdown as a reader sees it: without markup, its formulas written by `formula`. */
export function shownLine(markdown: string, formula: WriteFormula): string {
  return shown(markdown, { formula, tag: (tag) => plainOf([tag]) })
}

/** The same for a line of front matter, such as a topic, or one with some markup already removed: in it, HTML is literal text. */
export function shownText(line: string, formula: WriteFormula): string {
  return shown(line, { formula, tag: (tag) => (tag.name === 'br' ? ' ' : tag.raw) })
}

function shown(line: string, form: LineForm): string {
  return markup.test(line) ? withoutBreakPoints(oneLine(written(readLine(line), form))) : line
}

function written(tokens: readonly InlineToken[], form: LineForm): string {
  return readableOf(tokens, (some) => some.map((token) => writtenToken(token, form)).join(''))
}

function writtenToken(token: InlineToken, form: LineForm): string {
  if (token.type === 'math') return form.formula(token.tex) ?? token.raw
  if (token.type === 'html') return form.tag(token)
  return holdsText(token) ? written(token.children, form) : plainOf([token])
}

function holdsText(token: InlineToken): token is Extract<InlineToken, { readonly children: readonly InlineToken[] }> {
  if (token.type === 'link') return !(token.embeds && token.bare)
  return 'children' in token && token.type !== 'ownFootnote'
}
