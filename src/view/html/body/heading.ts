import type { Token, Tokens } from 'marked'
import { type BodyWriter, direction, element, freshId } from './body-writer.ts'

/** A heading with the sign § before it, which links to it; the title of the page is left out. */
export function heading(writer: BodyWriter, token: Tokens.Heading): string {
  const { tokens, ids } = withoutIds(token.tokens)
  const slug = slugOf(writer, token.depth)
  const markup = writer.inline(tokens).trim()
  const level = Math.min(6, token.depth + writer.shift)
  if (writer.embedding.length > 1) return element(writer, `h${level}`, { dir: direction(writer) }, markup)
  const id = freshId(writer, slug ?? '')
  if (id === undefined) return element(writer, `h${level}`, { dir: direction(writer) }, markup)
  writer.headings.push({ level, id, markup })
  const sign = element(
    writer,
    'a',
    { class: 'sec', href: `#${encodeURI(id)}`, 'aria-label': 'link to this section' },
    '§',
  )
  const others = ids.flatMap((one) => freshId(writer, one) ?? []).map((one) => element(writer, 'span', { id: one }, ''))
  return element(writer, `h${level}`, { id, dir: direction(writer) }, sign + markup + others.join(''))
}

/** The slug of the next heading of that level. The scanner of notes and the lexer may differ on one: then the next that fits is taken. */
function slugOf(writer: BodyWriter, level: number): string | undefined {
  const { headings } = writer.options
  for (let at = writer.nextHeading; at < headings.length; at++) {
    if (headings[at]?.level !== level) continue
    writer.nextHeading = at + 1
    return headings[at]?.slug
  }
  return undefined
}

/** The tokens of a heading without `{#id}` and `^id` at its end, and these ids. */
function withoutIds(tokens: readonly Token[]): { readonly tokens: readonly Token[]; readonly ids: readonly string[] } {
  const last = tokens.at(-1)
  if (last?.type !== 'text' || !('text' in last)) return { tokens, ids: [] }
  const text = String(last.text)
  const match = /\s*(?:\{:?\s*#([\w:.-]+)[^{}]*\}|(?<=^|\s)(\^[A-Za-z0-9-]+))\s*$/.exec(text)
  if (match === null) return { tokens, ids: [] }
  const left = text.slice(0, match.index)
  return { tokens: [...tokens.slice(0, -1), { ...last, raw: left, text: left }], ids: [match[1] ?? match[2] ?? ''] }
}
