import {
  type BlockOf,
  type BlockToken,
  type BlockVisitor,
  type Cell,
  type ItemToken,
  type ListToken,
  type TableToken,
  visitBlock,
} from '../../../core/parse/blocks/block-token.ts'
import { type DefinitionEntry, definitionEntries } from '../../../core/parse/inlines/definition-entries.ts'
import type { InlineToken } from '../../../core/parse/inlines/inline-token.ts'
import { languageOf } from '../../code-language.ts'
import { type TaskMark, taskMark } from '../../task-mark.ts'
import { drawMermaid } from '../../render/mermaid/draw-flowchart.ts'
import { drawSequence } from '../../render/mermaid/draw-sequence.ts'
import { plainOf } from '../../../core/parse/plain-text.ts'
import { escapeHtml } from '../html.ts'
import { directionOf } from '../page-context.ts'
import { type BodyWriter, direction, element, freshId, keep, leftToRight, startTag } from './body-writer.ts'
import { embedMarkup } from './embed.ts'
import { heading } from './heading.ts'
import { formulaHtml, htmlTag } from './inlines.ts'

/** Block tokens as HTML; `tight` leaves out the paragraphs of a list's items. */
export function blockMarkup(writer: BodyWriter, tokens: readonly BlockToken[], tight = false): string {
  return tokens.map((token) => named(writer, token, visitBlock(token, visitors, writer, tight))).join('')
}

/** A block that an id names, where the block does not carry it itself. */
function named(writer: BodyWriter, token: BlockToken, markup: string): string {
  if (token.id === undefined || token.type === 'paragraph') return markup
  const id = freshId(writer, `^${token.id}`)
  return id === undefined ? markup : element(writer, 'div', { id }, markup)
}

const visitors: BlockVisitor<string, [writer: BodyWriter, tight: boolean]> = {
  paragraph: (token, writer, tight) => paragraph(writer, token, tight),
  heading: (token, writer) => heading(writer, token),
  code: (token, writer) => code(writer, token),
  math: ({ tex }, writer) => displayed(writer, tex),
  html: ({ text }, writer) => htmlTag(writer, { raw: `${text}\n` }),
  rule: (_token, writer) => startTag(writer, 'hr'),
  comment: () => '',
  quote: (token, writer) => quote(writer, token),
  list: (token, writer) => list(writer, token),
  table: (token, writer) => table(writer, token),
  // Footnotes stand after the block that marks them.
  footnote: () => '',
}

function displayed(writer: BodyWriter, tex: string): string {
  return element(writer, 'div', { class: 'display' }, formulaHtml(writer, tex, true))
}

function paragraph(writer: BodyWriter, token: BlockOf<'paragraph'>, tight: boolean): string {
  const { children } = token
  const id = token.id === undefined ? undefined : freshId(writer, `^${token.id}`)
  const [only, ...others] = children.filter(({ type }) => type !== 'blockId' && type !== 'comment')
  if (only?.type === 'link' && only.kind === 'embed' && others.length === 0) {
    const embedded = embedMarkup(writer, only)
    if (embedded !== undefined) return id === undefined ? embedded : element(writer, 'div', { id }, embedded)
  }
  if (children.some((child) => child.type === 'math' && child.display)) return withDisplays(writer, children, id)
  const entries = definitionEntries(children)
  if (entries !== undefined) return definitions(writer, entries, id)
  const markup = writer.inline(children).trim()
  if (markup === '') return id === undefined ? '' : element(writer, 'span', { id }, '')
  if (tight) return id === undefined ? markup : element(writer, 'span', { id }, markup)
  return element(writer, 'p', { id, dir: direction(writer) }, markup)
}

function definitions(writer: BodyWriter, entries: readonly DefinitionEntry[], id: string | undefined): string {
  const items = entries.map(({ kind, tokens }) =>
    element(writer, kind === 'term' ? 'dt' : 'dd', { dir: direction(writer) }, writer.inline(tokens).trim()),
  )
  return element(writer, 'dl', { id }, items.join(''))
}

/** Display mathematics within a paragraph stands between the parts of its text. */
function withDisplays(writer: BodyWriter, tokens: readonly InlineToken[], id: string | undefined): string {
  let markup = id === undefined ? '' : element(writer, 'span', { id }, '')
  let text: InlineToken[] = []
  const flush = (): void => {
    const inside = writer.inline(text).trim()
    if (inside !== '') markup += element(writer, 'p', { dir: direction(writer) }, inside)
    text = []
  }
  for (const token of tokens) {
    if (token.type === 'math' && token.display) {
      flush()
      markup += displayed(writer, token.tex)
    } else text.push(token)
  }
  flush()
  return markup
}

function list(writer: BodyWriter, { start, tight, items }: ListToken): string {
  const markup = items.map((item) => listItem(writer, item, tight)).join('')
  const name = start === undefined ? 'ul' : 'ol'
  return element(writer, name, { start: start === 1 ? undefined : start }, markup)
}

function taskBox(writer: BodyWriter, { sign, words }: TaskMark): string {
  return element(writer, 'span', { class: 'box', role: 'img', 'aria-label': words }, escapeHtml(sign))
}

function listItem(writer: BodyWriter, { task, children }: ItemToken, tight: boolean): string {
  const box = task === undefined ? '' : taskBox(writer, taskMark(task))
  const name = task === undefined ? undefined : 'task'
  return element(
    writer,
    'li',
    { class: name, dir: directionAround(writer, children) },
    box + writer.blocks(children, tight),
  )
}

/**
 * The direction of what holds blocks: that of its first text. `auto` would not do, since it does not look into blocks that say their own;
 * none where that text has no letters, and it stands as what is around it.
 */
function directionAround(writer: BodyWriter, children: readonly BlockToken[]): 'rtl' | 'ltr' | undefined {
  const text = writer.directed ? firstText(children) : undefined
  return text === undefined || !/\p{L}/u.test(text) ? undefined : (directionOf(text) ?? 'ltr')
}

function firstText(tokens: readonly BlockToken[]): string | undefined {
  for (const token of tokens) {
    if (token.type === 'paragraph' || token.type === 'heading') return plainOf(token.children)
    const inside =
      token.type === 'quote'
        ? token.children
        : token.type === 'list'
          ? token.items.flatMap((item) => item.children)
          : []
    const text = firstText(inside)
    if (text !== undefined) return text
  }
  return undefined
}

const loudKinds = /^(?:warning|caution|attention|important|danger|error|bug|failure|fail|missing)$/

function quote(writer: BodyWriter, { callout, children }: BlockOf<'quote'>): string {
  const dir = direction(writer)
  const around = directionAround(writer, children)
  const body = writer.blocks(children)
  if (callout === undefined) return element(writer, 'blockquote', { dir: around }, body)
  const { kind, fold, title } = callout
  const given = writer.inline(title).trim()
  const label = given === '' ? escapeHtml(kind.charAt(0).toUpperCase() + kind.slice(1)) : given
  const name = `callout${loudKinds.test(kind) ? ' loud' : ''}`
  if (fold === undefined) {
    const head = element(writer, 'p', { class: 'label', dir }, label)
    return element(writer, 'div', { class: name, role: 'note', dir: around }, head + body)
  }
  const summary = element(writer, 'summary', { class: 'label', dir }, label)
  return element(
    writer,
    'details',
    { class: name, dir: around, open: fold === 'open' ? true : undefined },
    summary + body,
  )
}

/** Longer code is shown without colours. */
const longestHighlighted = 100_000

/** Columns that a drawn diagram may take; a wider one scrolls by itself. */
const widestDiagram = 160

function code(writer: BodyWriter, { info, text }: BlockOf<'code'>): string {
  const drawn = languageOf(info) === 'mermaid' ? diagram(text) : undefined
  if (drawn !== undefined)
    return element(
      writer,
      'pre',
      {
        class: 'diagram',
        role: 'img',
        'aria-label': `Diagram: ${text.trim().replace(/\s+/g, ' ')}`,
        dir: leftToRight(writer),
      },
      escapeHtml(drawn.join('\n')),
    )
  const coloured = text.length > longestHighlighted ? undefined : writer.options.highlight(text, languageOf(info))
  const markup = coloured === undefined ? escapeHtml(text) : keep(writer, coloured)
  return element(writer, 'pre', { dir: leftToRight(writer) }, element(writer, 'code', {}, markup))
}

/** A diagram drawn with letters, as in the terminal; undefined where its source says more. */
function diagram(source: string): readonly string[] | undefined {
  return drawMermaid(source, widestDiagram) ?? drawSequence(source, widestDiagram)
}

function table(writer: BodyWriter, { alignments, head, rows }: TableToken): string {
  const cell = (name: 'th' | 'td', tokens: Cell, column: number): string => {
    const align = alignments[column]
    const attributes = {
      class: align === 'right' || align === 'center' ? align : undefined,
      scope: name === 'th' ? 'col' : undefined,
      // A cell without letters stands as its table does.
      dir: /\p{L}/u.test(plainOf(tokens)) ? direction(writer) : undefined,
    }
    return element(writer, name, attributes, writer.inline(tokens))
  }
  const headCell = (tokens: Cell, column: number): string => cell(tokens.length > 0 ? 'th' : 'td', tokens, column)
  const row = (cells: readonly string[]): string => element(writer, 'tr', {}, cells.join(''))
  const hasHead = head.some((tokens) => tokens.length > 0)
  const markup = element(
    writer,
    'table',
    { dir: writer.directed ? directionOf(plainOf([head, ...rows].flat().flat())) : undefined },
    (hasHead ? element(writer, 'thead', {}, row(head.map(headCell))) : '') +
      element(
        writer,
        'tbody',
        {},
        rows.map((cells) => row(cells.map((tokens, column) => cell('td', tokens, column)))).join(''),
      ),
  )
  return element(writer, 'div', { class: 'table' }, markup)
}
