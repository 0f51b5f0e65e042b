import { closeMark, type Mark, openMark } from './marks.ts'
import { entityText } from './entity-text.ts'
import type { LinkBook } from './link-book.ts'

const styleOf: Readonly<Record<string, Mark>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  cite: 'emphasis',
  var: 'emphasis',
  code: 'code',
  samp: 'code',
  kbd: 'code',
  tt: 'code',
  mark: 'highlight',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  u: 'emphasis',
  ins: 'emphasis',
  sub: 'sub',
  sup: 'sup',
  summary: 'strong',
  h1: 'title',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  th: 'strong',
  script: 'hidden',
  style: 'hidden',
  title: 'hidden',
  template: 'hidden',
}

/** What is shown before the text of a tag. */
const signOf: Readonly<Record<string, string>> = { kbd: '[', summary: '▾ ', li: '• ' }

/** Turns HTML tags into marks, one tag at a time; tags it does not know vanish and their text stays. */
export class InlineHtml {
  readonly #book: LinkBook
  readonly #open: number[] = []
  #cells = 0

  constructor(book: LinkBook) {
    this.#book = book
  }

  /** The marks of one tag or comment. */
  tag(raw: string): string {
    const [, slash, written = ''] = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)/.exec(raw) ?? []
    const name = written.toLowerCase()
    const close = slash === '/'
    if (name === 'br') return '\n'
    if (name === 'tr') this.#cells = 0
    return this.#marks(name, close, raw)
  }

  #marks(name: string, close: boolean, raw: string): string {
    if (name === 'a') return close ? this.#closeLink() : this.#openLink(raw)
    if (name === 'img') return this.#image(raw)
    const style = styleOf[name]
    const mark = style === undefined ? '' : close ? closeMark(style) : openMark(style)
    if (close) return (name === 'kbd' ? ']' : '') + mark
    return this.#sign(name) + mark
  }

  #sign(name: string): string {
    if (name === 'td' || name === 'th') return this.#cells++ === 0 ? '' : ' │ '
    return signOf[name] ?? ''
  }

  #openLink(raw: string): string {
    const href = attribute(raw, 'href')
    if (href === undefined) return ''
    const [target = '', anchor] = splitAnchor(href)
    const index = this.#book.add({ kind: 'html', target, ...(anchor === undefined ? {} : { anchor }) }, '')
    this.#open.push(index)
    return this.#book.open(index)
  }

  #closeLink(): string {
    const index = this.#open.pop()
    return index === undefined ? '' : this.#book.close(index)
  }

  #image(raw: string): string {
    const source = attribute(raw, 'src')
    if (source === undefined) return ''
    const label = `▣ ${attribute(raw, 'alt') ?? source}`
    return this.#book.mark(this.#book.add({ kind: 'html', target: source }, label), label)
  }
}

/** A destination cut at its first `#`. */
export function splitAnchor(destination: string): readonly [string, string?] {
  const at = destination.indexOf('#')
  return at < 0 ? [destination] : [destination.slice(0, at), destination.slice(at + 1)]
}

/** Splits HTML into tags, comments and text; linear, also where nothing is closed. */
export function* htmlPieces(
  html: string,
): Iterable<{ readonly kind: 'tag' | 'comment' | 'text'; readonly raw: string }> {
  let from = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', Math.max(from, at + 1))) {
    const comment = html.startsWith('<!--', at)
    if (!comment && !/[A-Za-z/!?]/.test(html[at + 1] ?? '')) continue
    const end = comment ? html.indexOf('-->', at + 4) : html.indexOf('>', at)
    if (end < 0) break
    if (at > from) yield { kind: 'text', raw: html.slice(from, at) }
    from = end + (comment ? 3 : 1)
    yield { kind: comment ? 'comment' : 'tag', raw: html.slice(at, from) }
  }
  const rest = html.slice(from)
  if (rest !== '') yield rest.startsWith('<!--') ? { kind: 'comment', raw: rest } : { kind: 'text', raw: rest }
}

/** The value of an attribute of a tag, its character references decoded. */
export function attribute(raw: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, 'i').exec(raw)
  const value = match?.[1] ?? match?.[2] ?? match?.[3]
  return value === undefined ? undefined : entityText(value)
}
