import { texOf } from '../../core/parse/inlines/marks/formula.ts'
import { toldParts } from '../../core/parse/prose/told-text.ts'
import { Html, escapeHtml } from './html.ts'

/** One told line as HTML, its formulas laid out; `emphasised` is underlined where it first stands in the text, as words of its own if it does. */
export function prose(text: string, formula: (tex: string) => string | undefined, emphasised?: string): Html {
  const at = emphasised === undefined || emphasised === '' ? -1 : placeOf(text.toLowerCase(), emphasised.toLowerCase())
  if (at < 0 || emphasised === undefined) return new Html(withFormulas(text, formula))
  const end = at + emphasised.length
  return new Html(
    `${withFormulas(text.slice(0, at), formula)}<u>${withFormulas(text.slice(at, end), formula)}</u>${withFormulas(text.slice(end), formula)}`,
  )
}

/** One told line with its formulas as text, too; those that can't be read stay as they are. */
export function proseText(line: string, formula: (tex: string) => string | undefined): string {
  return withFormulas(line, formula, (text) => text)
}

function withFormulas(line: string, formula: (tex: string) => string | undefined, plain = escapeHtml): string {
  return toldParts(line)
    .map((part) => ('text' in part ? plain(part.text) : (formula(texOf(part.math)) ?? plain(part.math))))
    .join('')
}

/** Where words stand in a text, first of all not within a longer word. */
function placeOf(text: string, words: string): number {
  const first = text.indexOf(words)
  for (let at = first; at >= 0; at = text.indexOf(words, at + 1)) {
    const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at + words.length, at + words.length + 2)]
    if (!/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after)) return at
  }
  return first
}
