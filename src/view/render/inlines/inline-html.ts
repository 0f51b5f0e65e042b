import { tagParts } from '../../../core/parse/inlines/marks/html-tag.ts'
import { closeMark, openMark, type RunMark } from '../runs/marks.ts'
import { entityText } from './entity-text.ts'
import type { LinkBook } from './link-book.ts'
import { nameTable } from '../../../core/model/name-table.ts'

const styleOf: Readonly<Record<string, RunMark>> = nameTable({
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
  rp: 'hidden',
  svg: 'hidden',
})

/** What is shown before and after the text of a tag; `<rp>` stands where `<rt>` would not be known. */
const signOf: Readonly<Record<string, readonly [string, string]>> = nameTable({
  kbd: ['[', ']'],
  q: ['“', '”'],
  rt: ['(', ')'],
  summary: ['▾ ', ''],
  li: ['• ', ''],
})

/** What a terminal cannot show stands as a label with its address, as a picture does. */
const media = new Set(['img', 'video', 'audio', 'iframe', 'embed', 'object'])

/** Turns HTML tags into marks, one tag at a time; tags it does not know vanish and their text stays. */
export class InlineHtml {
  readonly #book: LinkBook
  readonly #open: number[] = []
  /** Whether the film or sound that was opened last has its label. */
  #isNamed = true
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
    if (name === 'source' && !close) return this.#source(raw)
    if (media.has(name)) return close ? closeMark('hidden') : this.#media(name, raw)
    if (name === 'input') return checkbox(raw)
    if (name === 'svg' && !close) return `▣ SVG${openMark('hidden')}`
    const style = styleOf[name]
    const mark = style === undefined ? '' : close ? closeMark(style) : openMark(style)
    if (close) return (signOf[name]?.[1] ?? '') + mark
    return this.#sign(name) + mark
  }

  #sign(name: string): string {
    if (name === 'td' || name === 'th') return this.#cells++ === 0 ? '' : ' │ '
    return signOf[name]?.[0] ?? ''
  }

  #openLink(raw: string): string {
    const href = tagAttribute(raw, 'href')
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

  /** The label of a picture, film or page; what stands inside is for programs that know less. */
  #media(name: string, raw: string): string {
    const source = tagAttribute(raw, name === 'object' ? 'data' : 'src')
    const label =
      source === undefined ? '' : this.#label(source, tagAttribute(raw, 'alt') ?? tagAttribute(raw, 'title'))
    this.#isNamed = source !== undefined
    return name === 'img' || name === 'embed' ? label : label + openMark('hidden')
  }

  /** The first `<source>` names a film or sound that has no address of its own. */
  #source(raw: string): string {
    const source = tagAttribute(raw, 'src')
    if (source === undefined || this.#isNamed) return ''
    this.#isNamed = true
    return closeMark('hidden') + this.#label(source, undefined) + openMark('hidden')
  }

  #label(source: string, name: string | undefined): string {
    const label = `▣ ${name ?? source}`
    return this.#book.mark(this.#book.add({ kind: 'html', target: source }, label), label)
  }
}

function checkbox(raw: string): string {
  if (tagAttribute(raw, 'type') !== 'checkbox') return ''
  return /\schecked\b/i.test(raw) ? '☑ ' : '☐ '
}

/** A destination cut at its first `#`. */
export function splitAnchor(destination: string): readonly [string, string?] {
  const at = destination.indexOf('#')
  return at < 0 ? [destination] : [destination.slice(0, at), destination.slice(at + 1)]
}

/** The value of an attribute of a tag, its character references decoded. */
export function tagAttribute(raw: string, name: string): string | undefined {
  const value = tagParts(raw).attributes[name]
  return value === undefined ? undefined : entityText(value)
}
