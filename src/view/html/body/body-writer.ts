import type { BlockToken } from '../../../core/parse/blocks/block-token.ts'
import type { DocumentReader } from '../../../core/parse/document-reader.ts'
import type { InlineToken } from '../../../core/parse/inlines/inline-token.ts'
import { escapeHtml } from '../html.ts'
import type { BodyHeading, BodyOptions, EmbeddedBody } from './body-options.ts'
import type { Footnotes } from './footnotes.ts'

/** The state shared by all text of one page. */
export interface PageState {
  /** A random mark of wend's own elements, when a note contains HTML; undefined when it contains none. */
  readonly mark: string | undefined
  /** Set when HTML of the note is met. */
  foundHtml: boolean
  /** How many more embeds may be written. */
  embedsLeft: number
  /** How many more characters may be embedded. */
  embedRoom: number
  /** Reads the note and those that are embedded. */
  readonly documents: DocumentReader
  /** Markup that nothing may change: formulas and coloured code. */
  readonly kept: string[]
  /** Ids given already. */
  readonly ids: Set<string>
}

/** The text being written: a note, or one embedded in it. */
export interface BodyWriter {
  readonly options: BodyOptions
  readonly page: PageState
  readonly footnotes: Footnotes
  readonly headings: BodyHeading[]
  /** Keys of the texts around this one, outermost first. */
  readonly embedding: readonly string[]
  /** Whether blocks get an attribute for their direction. */
  readonly directed: boolean
  /** By how much headings are lowered below the title of the page. */
  readonly shift: number
  readonly blocks: (tokens: readonly BlockToken[], tight?: boolean) => string
  readonly inline: (tokens: readonly InlineToken[]) => string
  /** Writes the text of an embed inside this one. */
  readonly embedded: (inside: EmbeddedBody) => string
}

/** An attribute that is left out when it has no value. */
export type Attributes = Readonly<Record<string, string | number | true | undefined>>

/** The start of an element of our own. */
export function startTag({ page }: Pick<BodyWriter, 'page'>, name: string, attributes: Attributes = {}): string {
  let text = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue
    text += value === true ? ` ${key}` : ` ${key}="${escapeHtml(String(value))}"`
  }
  return page.mark === undefined ? `${text}>` : `${text} data-own="${page.mark}">`
}

/** An element of our own around markup. */
export function element(
  writer: Pick<BodyWriter, 'page'>,
  name: string,
  attributes: Attributes,
  markup: string,
): string {
  return `${startTag(writer, name, attributes)}${markup}</${name}>`
}

/** Markup that is put into the page as it is, whatever is done to the HTML around it. */
export function keep({ page }: Pick<BodyWriter, 'page'>, markup: string): string {
  if (page.mark === undefined) return markup
  return `\ufdd0${page.mark}.${page.kept.push(markup) - 1}\ufdd1`
}

/** Puts back what was kept apart; what HTML of the note holds of the same characters, which no document may, is replaced. */
export function restore({ mark: own, kept }: PageState, markup: string): string {
  return markup.replace(/\ufdd0([\da-f-]+)\.(\d+)\ufdd1|[\ufdd0-\ufdef]/g, (_, mark, at) =>
    mark === own ? (kept[Number(at)] ?? '') : '\ufffd',
  )
}

/** An id no element of the page has yet; undefined when it was given. Those of the page itself begin with `w:` and are never given. */
export function freshId({ page, embedding }: Pick<BodyWriter, 'page' | 'embedding'>, id: string): string | undefined {
  if (id === '' || id.startsWith('w:') || embedding.length > 1 || page.ids.has(id)) return undefined
  page.ids.add(id)
  return id
}

/** The direction of a block, where the text has letters that run from right to left. */
export function direction({ directed }: Pick<BodyWriter, 'directed'>): 'auto' | undefined {
  return directed ? 'auto' : undefined
}

/** The direction of code and addresses. */
export function leftToRight({ directed }: Pick<BodyWriter, 'directed'>): 'ltr' | undefined {
  return directed ? 'ltr' : undefined
}
