import { texOf } from '../../core/parse/inlines/marks/formula.ts'
import { toldParts } from '../../core/parse/prose/told-text.ts'
import { Html, escapeHtml } from './html.ts'

/**
 * A line of plain text as HTML with its formulas rendered; the first occurrence of `emphasised` is underlined, preferably as whole words.
 */
export function prose(text: string, formula: (tex: string) => string | undefined, emphasised?: string): Html {
  const at = emphasised === undefined || emphasised === '' ? -1 : placeOf(text.toLowerCase(), emphasised.toLowerCase())
  if (at < 0 || emphasised === undefined) return new Html(withFormulas(text, formula))
  const end = at + emphasised.length
  return new Html(
    `${withFormulas(text.slice(0, at), formula)}<u>${withFormulas(text.slice(at, end), formula)}</u>${withFormulas(text.slice(end), formula)}`,
  )
}

/** A line of plain text with its formulas as text; unreadable ones stay as they are. */
export function proseText(line: string, formula: (tex: string) => string | undefined): string {
  return withFormulas(line, formula, (text) => text)
}

function withFormulas(line: string, formula: (tex: string) => string | undefined, plain = escapeHtml): string {
  return toldParts(line)
    .map((part) => ('text' in part ? plain(part.text) : (formula(texOf(part.math)) ?? plain(part.math))))
    .join('')
}

/** The first place of some words in a text, preferably not inside a longer word. */
function placeOf(text: string, words: string): number {
  const first = text.indexOf(words)
  for (let at = first; at >= 0; at = text.indexOf(words, at + 1)) {
    const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at + words.length, at + words.length + 2)]
    if (!/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after)) return at
  }
  return first
}
