import type { Span } from '../../model/span.ts'
import { skipBlanks } from '../character.ts'
import type { InlineSource } from '../inlines/inline-source.ts'
import type { LinkPiece } from '../inlines/piece.ts'
import { skipSpacing, titleEnd } from '../links/destination.ts'
import type { ClosedBracket } from '../links/dialect.ts'
import { unescapeMarkdown } from '../links/unescape.ts'
import type { ToolGrammar } from './tool-grammar.ts'

/** Pages that `ref` and `relref` name, mostly as the destination of a link, and what `figure` shows. */
export const hugo: ToolGrammar = {
  afterAddress: ['{{'],
  readers: [
    { start: '{{', read: (source, at) => reference(source, at) ?? figure(source, at) },
    { bracket: 'text', read: (source, bracket) => linkTo('markdown', source, bracket) },
    { bracket: 'image', read: (source, bracket) => linkTo('image', source, bracket) },
  ],
}

/**
 * A shortcode that names a page, in quotes of any kind or none, alone or as its `path`; one with a comment inside, as documentation writes it,
 * is text.
 */
const shortcode =
  /(\{\{[<%][ \t]*(?:rel)?ref[ \t]+(?:[^\r\n{}]*?\bpath=)?)(?:(["'`])([^"'`\r\n{}]*)\2|([^\s"'`>%]+))[^\r\n{}]*?[>%]\}\}/y

/** A shortcode that ends in its line. Only then is it read: one that does not end would be tried in each way that its parts can be parted. */
const ended = /\{\{[<%][^\r\n{}]*[>%]\}\}/y

function reference(source: InlineSource, at: number): LinkPiece | undefined {
  const found = source.match(ended, at) && source.match(shortcode, at)
  if (found === undefined) return undefined
  const [whole, lead = '', quote = '', quoted, bare] = found
  const written = quoted ?? bare ?? ''
  if (written === '') return undefined
  return { ...place(written, at + lead.length + quote.length), kind: 'markdown', start: at, end: at + whole.length }
}

/** `[text]({{< ref "x" >}} "title")`, with an anchor inside the quotes or behind the braces. */
function linkTo(
  kind: 'markdown' | 'image',
  source: InlineSource,
  { start, textStart, textEnd }: ClosedBracket,
): LinkPiece | undefined {
  const { text, end } = source
  if (!text.startsWith('({{', textEnd + 1)) return undefined
  const page = reference(source, textEnd + 2)
  if (page === undefined) return undefined
  const anchor = page.anchor === undefined ? /^#([^\s)]+)/.exec(text.slice(page.end, page.end + 500)) : null
  const behind = page.end + (anchor?.[0].length ?? 0)
  const from = skipSpacing(text, behind, end)
  const title = titleEnd(text, from, end)
  const close = title === -1 ? from : skipBlanks(text, title, end)
  if (close >= end || text.charAt(close) !== ')') return undefined
  return {
    ...page,
    ...{ kind, start, end: close + 1, inside: { start: textStart, end: textEnd } },
    ...(anchor === null ? {} : { anchor: anchor[1], anchorStart: page.end + 1 }),
    ...(title === -1 ? {} : { title: unescapeMarkdown(text.slice(from + 1, title - 1)) }),
  }
}

const figureCode = /\{\{[<%][ \t]*figure\b((?:[^{}"'`]|"[^"\r\n]*"|'[^'\r\n]*'|`[^`]*`)*?)\/?[>%]\}\}/y

/**
 * `{{< figure src="plot.png" link="/posts/x/" caption="See [x](x.md)" >}}`: a picture of the bundle or the site, where it leads, and what
 * stands below it.
 */
function figure(source: InlineSource, at: number): LinkPiece | undefined {
  const found = source.match(figureCode, at)
  if (found === undefined) return undefined
  const [whole, inside = ''] = found
  const end = at + whole.length
  const from = at + whole.indexOf(inside)
  const values = attributesOf(inside, from)
  const [src, link, caption] = ['src', 'link', 'caption'].map((name) => values.get(name))
  const words = values.get('alt') ?? values.get('title')
  const shown = caption === undefined ? { text: words?.written } : { inside: caption }
  if (link === undefined) return src && { ...place(src.written, src.start), ...shown, kind: 'image', start: at, end }
  const outer: LinkPiece = { ...place(link.written, link.start), kind: 'markdown', start: at, end }
  if (src === undefined) return { ...outer, ...shown }
  const all = { start: from, end: from + inside.length }
  return { ...outer, inside: all, picture: { ...place(src.written, src.start), ...shown, kind: 'image', ...all } }
}

/** The values of attributes by name, and where they stand; `from` is where the attributes begin. */
function attributesOf(inside: string, from: number): ReadonlyMap<string, Span & { readonly written: string }> {
  const values = new Map<string, Span & { readonly written: string }>()
  for (const { index, 0: whole, 1: name = '', 3: written = '' } of inside.matchAll(attribute)) {
    const start = from + index + whole.length - 1 - written.length
    if (!values.has(name)) values.set(name, { written, start, end: start + written.length })
  }
  return values
}

const attribute = /(?<![\w-])([\w-]+)=(["'`])([^"'`\r\n]+)\2/g

/** The path and the anchor of what is written at an offset. */
function place(
  written: string,
  start: number,
): Pick<LinkPiece, 'type' | 'tool' | 'target' | 'anchor' | 'targetStart' | 'targetEnd'> {
  const mark = written.indexOf('#')
  const target = mark < 0 ? written : written.slice(0, mark)
  return {
    ...({ type: 'link', tool: 'shortcode', target } as const),
    ...(mark < 0 ? {} : { anchor: written.slice(mark + 1) }),
    targetStart: start,
    targetEnd: start + target.length,
  }
}
