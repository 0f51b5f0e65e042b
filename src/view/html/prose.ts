import { Html, escapeHtml } from './html.ts'

/** Mathematics: of one dollar, a non-space just inside both and no digit after the closing one (links.md section 1). */
const mathematics = /(?<![\\$])(?:\$\$([^$]+)\$\$(?!\$)|\$(?=\S)((?:\\.|[^$\\\n])*?[^\s\\$])\$(?![\d$]))/g

/** One line of plain text as HTML, its formulas laid out; `emphasised` is underlined where it first stands in the text, as words of its own if it does. */
export function prose(text: string, formula: (tex: string) => string | undefined, emphasised?: string): Html {
  const at = emphasised === undefined || emphasised === '' ? -1 : placeOf(text.toLowerCase(), emphasised.toLowerCase())
  if (at < 0 || emphasised === undefined) return new Html(withFormulas(text, formula))
  const end = at + emphasised.length
  return new Html(
    `${withFormulas(text.slice(0, at), formula)}<u>${withFormulas(text.slice(at, end), formula)}</u>${withFormulas(text.slice(end), formula)}`,
  )
}

function withFormulas(text: string, formula: (tex: string) => string | undefined): string {
  let markup = ''
  let from = 0
  for (const match of text.matchAll(mathematics)) {
    const made = formula(match[1] ?? match[2] ?? '')
    if (made === undefined) continue
    markup += escapeHtml(text.slice(from, match.index)) + made
    from = match.index + match[0].length
  }
  return markup + escapeHtml(text.slice(from))
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
