import type { Token } from 'marked'
import { lexMarkdown, notesMarked } from '../../render/lex-markdown.ts'
import { prepareSource } from '../../render/prepare-source.ts'
import { Footnotes } from '../../render/syntax/footnotes.ts'
import type { BodyHeading, BodyOptions } from './body-options.ts'
import { blockMarkup } from './blocks.ts'
import { type BodyWriter, element, freshId, type PageState } from './body-writer.ts'
import { inlineMarkup } from './inlines.ts'

/** Markdown as HTML that may still hold HTML of the note. */
export interface WrittenText {
  readonly markup: string
  readonly headings: readonly BodyHeading[]
  readonly titleId?: string
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** Writes one text, a note's or an embedded one's; `embedding` holds the keys of the texts around it and its own. */
export function writeText(
  markdown: string,
  options: BodyOptions,
  page: PageState,
  embedding: readonly string[],
): WrittenText {
  const footnotes = new Footnotes()
  const all = lexMarkdown(notesMarked(footnotes), prepareSource(markdown))
  const titled = startsWithTitle(all, options)
  const tokens = titled === undefined ? all : all.slice(titled + 1)
  const hasTop = tokens.some((token) => token.type === 'heading' && 'depth' in token && token.depth === 1)
  const writer: BodyWriter = {
    options,
    page,
    footnotes,
    notesWritten: new Set(),
    headings: [],
    embedding,
    directed: rightToLeft.test(markdown),
    shift: hasTop ? 1 : 0,
    nextHeading: titled === undefined ? 0 : 1,
    blocks: (inner) => blockMarkup(writer, inner),
    inline: (inner) => inlineMarkup(writer, inner),
    embedded: (inside) => writeText(inside.markdown, inside.options, page, [...embedding, inside.key]).markup,
  }
  const titleId = titled === undefined ? undefined : freshId(writer, options.headings[0]?.slug ?? '')
  let markup = ''
  for (const token of tokens) markup += blockMarkup(writer, [token]) + newNotes(writer)
  markup += restOfNotes(writer)
  return { markup, headings: writer.headings, ...(titleId === undefined ? {} : { titleId }) }
}

/** The place of the heading that is the title of the page, where the text begins with it. */
function startsWithTitle(tokens: readonly Token[], { title, headings }: BodyOptions): number | undefined {
  const at = tokens.findIndex(({ type }) => type !== 'space' && type !== 'def')
  const first = tokens[at]
  if (title === undefined || first?.type !== 'heading' || !('depth' in first) || first.depth !== 1) return undefined
  return headings[0]?.text === title ? at : undefined
}

/** The footnotes that were marked since the last block, after which they stand. */
function newNotes(writer: BodyWriter): string {
  if (writer.footnotes.size === 0) return ''
  let markup = ''
  for (const { number, tokens } of writer.footnotes.all()) {
    if (number === undefined || writer.notesWritten.has(number)) continue
    writer.notesWritten.add(number)
    markup += note(writer, number, tokens)
  }
  return markup
}

/** The footnotes without a mark stand at the end. */
function restOfNotes(writer: BodyWriter): string {
  let markup = newNotes(writer)
  for (const { number, tokens } of writer.footnotes.all()) if (number === undefined) markup += note(writer, 0, tokens)
  return markup
}

function note(writer: BodyWriter, number: number, tokens: readonly Token[]): string {
  const outer = writer.embedding.length === 1 && number > 0
  const id = outer ? freshId(writer, `fn-${number}`) : undefined
  const back = outer
    ? element(
        writer,
        'a',
        { href: `#fn-${number}-mark`, class: 'back', 'aria-label': `back to mark ${number}` },
        String(number),
      )
    : String(number || '·')
  return element(
    writer,
    'aside',
    { class: 'fn', id, role: 'doc-footnote' },
    `${element(writer, 'sup', {}, back)} ${writer.blocks(tokens)}`,
  )
}
