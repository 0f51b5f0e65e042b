import type { BlockToken, ListToken } from '../../../core/parse/blocks/block-token.ts'
import { firstShownBlock } from '../../../core/parse/blocks/shown-block.ts'
import { saysTitle } from '../../../core/parse/opens-with.ts'
import { blockMarkup } from './blocks.ts'
import type { BodyHeading, BodyOptions, BodyText } from './body-options.ts'
import { type BodyWriter, element, freshId, type PageState } from './body-writer.ts'
import { Footnotes } from './footnotes.ts'
import { inlineMarkup } from './inlines.ts'

/** Markdown as HTML that may still hold HTML of the note. */
export interface WrittenText {
  readonly markup: string
  readonly headings: readonly BodyHeading[]
  readonly titleId?: string
  readonly title?: string
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** Writes one text, a note's or an embedded one's; `embedding` holds the keys of the texts around it and its own. */
export function writeText(
  body: BodyText,
  options: BodyOptions,
  page: PageState,
  embedding: readonly string[],
): WrittenText {
  const whole = page.documents.read(body.text, body.rules)
  const all = partOf(whole, body)
  const title = titleOf(all, options)
  const tokens = title === undefined ? all : all.filter((token) => token !== title)
  const writer: BodyWriter = {
    options,
    page,
    footnotes: new Footnotes(whole),
    headings: [],
    embedding,
    directed: rightToLeft.test(body.text),
    shift: tokens.some((token) => token.type === 'heading' && token.level === 1) ? 1 : 0,
    blocks: (inner, tight) => blockMarkup(writer, inner, tight),
    inline: (inner) => inlineMarkup(writer, inner),
    embedded: (inside) => writeText(inside, inside.options, page, [...embedding, inside.key]).markup,
  }
  const titleId = title === undefined ? undefined : freshId(writer, title.slug)
  const titleMarkup = title === undefined ? undefined : writer.inline(title.children).trim()
  let markup = titleMarkup === undefined ? '' : newNotes(writer)
  for (const token of tokens) markup += blockMarkup(writer, [token]) + newNotes(writer)
  if (body.part === undefined) for (const blocks of writer.footnotes.unmarked) markup += note(writer, 0, blocks)
  markup += newNotes(writer)
  return {
    markup,
    headings: writer.headings,
    ...(titleId === undefined ? {} : { titleId }),
    ...(titleMarkup === undefined ? {} : { title: titleMarkup }),
  }
}

/** The blocks of the part that is written. */
function partOf(tokens: readonly BlockToken[], { part }: BodyText): readonly BlockToken[] {
  if (part === undefined) return tokens
  if ('block' in part) return blockNamed(tokens, part.block.toLowerCase()) ?? []
  return tokens.filter(({ span }) => span.start >= part.start && span.start < part.end)
}

/** The block that an id names, wherever it stands: of a list its item, with what stands below it. */
function blockNamed(tokens: readonly BlockToken[], id: string): readonly BlockToken[] | undefined {
  for (const token of tokens) {
    if (token.id?.toLowerCase() === id) return [token]
    const found =
      token.type === 'list'
        ? itemNamed(token, id)
        : token.type === 'quote' || token.type === 'footnote'
          ? blockNamed(token.children, id)
          : undefined
    if (found !== undefined) return found
  }
  return undefined
}

function itemNamed(list: ListToken, id: string): readonly BlockToken[] | undefined {
  for (const [at, item] of list.items.entries()) {
    if (item.children[0]?.id?.toLowerCase() === id)
      return [{ ...list, items: [item], ...(list.start !== undefined && { start: list.start + at }) }]
    const found = blockNamed(item.children, id)
    if (found !== undefined) return found
  }
  return undefined
}

/** The heading that is the title of the page, where the text begins with it. */
function titleOf(
  tokens: readonly BlockToken[],
  { title }: BodyOptions,
): Extract<BlockToken, { type: 'heading' }> | undefined {
  const first = firstShownBlock(tokens)
  return title !== undefined && first?.type === 'heading' && first.level === 1 && saysTitle(first.text, title)
    ? first
    : undefined
}

/** The footnotes that were marked since the last block, after which they stand. */
function newNotes(writer: BodyWriter): string {
  let markup = ''
  for (const { number, blocks } of writer.footnotes.fresh()) markup += note(writer, number, blocks)
  return markup
}

function note(writer: BodyWriter, number: number, blocks: readonly BlockToken[]): string {
  const id = number === 0 ? undefined : freshId(writer, `fn-${number}`)
  const back =
    id === undefined
      ? String(number || '·')
      : element(
          writer,
          'a',
          { href: `#${id}-mark`, class: 'back', 'aria-label': `back to mark ${number}` },
          String(number),
        )
  const text = `${element(writer, 'sup', {}, back)} ${writer.blocks(blocks)}`
  return element(writer, 'aside', { class: 'fn', id, role: 'doc-footnote' }, text)
}
