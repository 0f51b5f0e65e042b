import { Html, escapeHtml } from './html.ts'

/** Inline mathematics: a non-space just inside both dollars and no digit after the closing one (links.md section 1). */
const inline = /(?<![\\$])\$(?=\S)((?:\\.|[^$\\\n])*?[^\s\\$])\$(?![\d$])/g

/** One line of plain text as HTML, its formulas laid out; `emphasised` is underlined where it first stands in the text. */
export function prose(text: string, formula: (tex: string) => string | undefined, emphasised?: string): Html {
  const at = emphasised === undefined || emphasised === '' ? -1 : text.toLowerCase().indexOf(emphasised.toLowerCase())
  if (at < 0 || emphasised === undefined) return new Html(withFormulas(text, formula))
  const end = at + emphasised.length
  return new Html(
    `${withFormulas(text.slice(0, at), formula)}<u>${withFormulas(text.slice(at, end), formula)}</u>${withFormulas(text.slice(end), formula)}`,
  )
}

function withFormulas(text: string, formula: (tex: string) => string | undefined): string {
  let markup = ''
  let from = 0
  for (const match of text.matchAll(inline)) {
    const made = formula(match[1] ?? '')
    if (made === undefined) continue
    markup += escapeHtml(text.slice(from, match.index)) + made
    from = match.index + match[0].length
  }
  return markup + escapeHtml(text.slice(from))
}
