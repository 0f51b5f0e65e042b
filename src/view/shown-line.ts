import type { HtmlToken, InlineToken } from '../core/parse/inlines/inline-token.ts'
import { readLine } from '../core/parse/inlines/read-line.ts'
import { withoutBreakPoints } from './render/runs/safe-text.ts'
import { oneLine, plainOf, readableOf } from '../core/parse/plain-text.ts'

/** Writes a formula (TeX without dollars) on one line; undefined to show its source. */
export type WriteFormula = (tex: string) => string | undefined

const markup = /[\\`$<&[\]%*_~=^\r\n\u00ad\u200b]/

/** How the parts of a line are written. */
interface LineForm {
  readonly formula: WriteFormula
  readonly tag: (token: HtmlToken) => string
}

/** One line of markdown, such as a task, as a reader sees it: markup gone, formulas as they are written by `formula`. */
export function shownLine(markdown: string, formula: WriteFormula): string {
  return shown(markdown, { formula, tag: (tag) => plainOf([tag]) })
}

/**
 * The same of a line that was taken out of a note, such as its title or summary. What looks like HTML in it is text: that of markdown is
 * gone already, and what is left stood in code (`List<T>`) or in front matter, which knows none.
 */
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
