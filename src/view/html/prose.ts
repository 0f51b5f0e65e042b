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

/** One line of plain text with its formulas as text, too; those that can't be read stay as they are. */
export function proseText(text: string, formula: (tex: string) => string | undefined): string {
  return text.includes('$') ? replaced(text, formula, (between) => between) : text
}

function withFormulas(text: string, formula: (tex: string) => string | undefined): string {
  return replaced(text, formula, escapeHtml)
}

/** A text with what a formula is written as in its place, and all between written by `plain`. */
function replaced(
  text: string,
  formula: (tex: string) => string | undefined,
  plain: (between: string) => string,
): string {
  let made = ''
  let from = 0
  for (const match of text.matchAll(mathematics)) {
    const written = formula(match[1] ?? match[2] ?? '')
    if (written === undefined) continue
    made += plain(text.slice(from, match.index)) + written
    from = match.index + match[0].length
  }
  return made + plain(text.slice(from))
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
