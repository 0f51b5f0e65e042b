import { tagParts } from '../../../core/parse/inlines/marks/html-tag.ts'
import { closeMark, type Mark, openMark } from '../runs/marks.ts'
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
    const { name, closing: close } = tagParts(raw)
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

/** The value of an attribute of a tag, its character references decoded. */
export function attribute(raw: string, name: string): string | undefined {
  const value = tagParts(raw).attributes[name]
  return value === undefined ? undefined : entityText(value)
}
