import { BACKSLASH } from '../character.ts'
import type { InlineToken } from '../inlines/inline-token.ts'
import { InlineSource } from '../inlines/inline-source.ts'

/**
 * A piece of a told line: text as it is shown, or a formula with its dollars. A told line is what a reader sees of markdown, such as a
 * title, a summary or a sentence: nothing in it is markup any more but `$…$`, and `\$` is a dollar.
 */
export type ToldPart = { readonly text: string } | { readonly math: string }

/** The pieces of a told line, in order. */
export function toldParts(line: string): readonly ToldPart[] {
  if (!line.includes('$')) return [{ text: line }]
  const source = new InlineSource(line)
  source.setRange(0, line.length)
  const parts: ToldPart[] = []
  let [text, at] = ['', 0]
  for (let dollar = line.indexOf('$'); dollar !== -1; dollar = line.indexOf('$', at)) {
    const slashes = slashesBefore(line, at, dollar)
    text += line.slice(at, dollar - Math.ceil(slashes / 2))
    const end = slashes % 2 === 1 ? -1 : source.mathEnd(dollar)
    at = slashes % 2 === 1 ? dollar + 1 : end === -1 ? dollar + source.runLength(dollar) : end
    if (end === -1) text += line.slice(dollar, at)
    else {
      parts.push({ text }, { math: line.slice(dollar, at) })
      text = ''
    }
  }
  parts.push({ text: text + line.slice(at) })
  return parts.filter((part) => 'math' in part || part.text !== '')
}

function slashesBefore(line: string, from: number, at: number): number {
  let start = at
  while (start > from && line.charCodeAt(start - 1) === BACKSLASH) start--
  return at - start
}

/**
 * Tokens of which a told line can be made, given what their text is: as they are, or, where a dollar of code or text would be taken for one
 * of a formula, with a backslash before each that is none.
 */
export function asTold(
  tokens: readonly InlineToken[],
  write: (tokens: readonly InlineToken[]) => string,
): typeof tokens {
  const line = write(tokens)
  if (!line.includes('$') || (line.indexOf('$') === line.lastIndexOf('$') && !line.includes('\\$'))) return tokens
  const said = toldParts(line).map((part) => ('math' in part ? marked(part.math) : part.text))
  return said.join('') === write(mapped(tokens, marked, (text) => text))
    ? tokens
    : mapped(tokens, (raw) => raw, escaped)
}

function marked(raw: string): string {
  return `\ufdd3${raw}\ufdd3`
}

function escaped(text: string): string {
  return text.replace(/\\*\$/g, (written) => `${'\\'.repeat(2 * written.length - 1)}$`)
}

type Write = (text: string) => string

function mapped(tokens: readonly InlineToken[], math: Write, text: Write): readonly InlineToken[] {
  return tokens.map((token) => {
    if (token.type === 'math') return { ...token, raw: math(token.raw) }
    if (token.type === 'text' || token.type === 'code') return { ...token, text: text(token.text) }
    return 'children' in token ? { ...token, children: mapped(token.children, math, text) } : token
  })
}
