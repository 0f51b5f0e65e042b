import type { MarkedToken, Token, Tokens } from 'marked'
import { calloutOf } from '../../render/blocks/quote.ts'
import { languageOf } from '../../render/blocks/code.ts'
import { wikiTarget } from '../../render/inline-renderer.ts'
import { isMarkedToken } from '../../render/page.ts'
import { isMath } from '../../render/syntax/math.ts'
import { isWikiLink } from '../../render/syntax/wiki-link.ts'
import { escapeHtml } from '../html.ts'
import { type BodyWriter, direction, element, freshId, keep, open } from './body-writer.ts'
import { heading } from './heading.ts'
import { embedMarkup } from './embed.ts'
import { formula, rawHtml } from './inlines.ts'

/** Block tokens as HTML; `tight` leaves out the paragraphs of a list's items. */
export function blockMarkup(writer: BodyWriter, tokens: readonly Token[], tight = false): string {
  let markup = ''
  for (const token of tokens) markup += block(writer, token, tight)
  return markup
}

function block(writer: BodyWriter, token: Token, tight: boolean): string {
  if (isMath(token)) return displayed(writer, token.tex)
  return isMarkedToken(token) ? ownBlock(writer, token, tight) : ''
}

function displayed(writer: BodyWriter, tex: string): string {
  return element(writer, 'div', { class: 'display' }, formula(writer, tex, true))
}

function ownBlock(writer: BodyWriter, token: MarkedToken, tight: boolean): string {
  switch (token.type) {
    case 'heading':
      return heading(writer, token)
    case 'paragraph':
      return paragraph(writer, token.tokens, false)
    case 'text':
      return paragraph(writer, token.tokens ?? [token], tight)
    case 'list':
      return list(writer, token)
    case 'blockquote':
      return quote(writer, token)
    case 'code':
      return code(writer, token)
    case 'table':
      return table(writer, token)
    case 'html':
      return rawHtml(writer, token.raw)
    case 'hr':
      return open(writer, 'hr')
    default:
      return ''
  }
}

function paragraph(writer: BodyWriter, tokens: readonly Token[], tight: boolean): string {
  const [only, ...others] = tokens.filter(({ raw }) => raw.trim() !== '')
  if (only !== undefined && others.length === 0 && isWikiLink(only) && only.embed) {
    const embedded = embedMarkup(writer, wikiTarget(only))
    if (embedded !== undefined) return embedded
  }
  const { rest, id } = withoutBlockId(tokens)
  if (rest.some((token) => isMath(token) && token.display)) return withDisplays(writer, rest, id)
  const markup = writer.inline(rest).trim()
  if (markup === '') return id === undefined ? '' : anchor(writer, id)
  if (tight) return id === undefined ? markup : `${anchor(writer, id)}${markup}`
  return element(writer, 'p', { id: id && freshId(writer, id), dir: direction(writer) }, markup)
}

function anchor(writer: BodyWriter, name: string): string {
  const id = freshId(writer, name)
  return id === undefined ? '' : element(writer, 'span', { id }, '')
}

/** Display mathematics within a paragraph stands between the parts of its text. */
function withDisplays(writer: BodyWriter, tokens: readonly Token[], id: string | undefined): string {
  let markup = id === undefined ? '' : anchor(writer, id)
  let text: Token[] = []
  const flush = (): void => {
    const inside = writer.inline(text).trim()
    if (inside !== '') markup += element(writer, 'p', { dir: direction(writer) }, inside)
    text = []
  }
  for (const token of tokens) {
    if (isMath(token) && token.display) {
      flush()
      markup += displayed(writer, token.tex)
    } else text.push(token)
  }
  flush()
  return markup
}

/** Tokens without the block id ` ^id` at their end. */
function withoutBlockId(tokens: readonly Token[]): { readonly rest: readonly Token[]; readonly id?: string } {
  const last = tokens.at(-1)
  if (last?.type !== 'text' || !('text' in last)) return { rest: tokens }
  const text = String(last.text)
  const match = /(?:^|\s)\^([A-Za-z0-9-]+)\s*$/.exec(text)
  if (match === null) return { rest: tokens }
  const left = { ...last, raw: text.slice(0, match.index), text: text.slice(0, match.index) }
  return { rest: [...tokens.slice(0, -1), left], id: `^${match[1] ?? ''}` }
}

function list(writer: BodyWriter, token: Tokens.List): string {
  const items = token.items.map((item) => {
    const box = item.task ? taskBox(writer, item.checked === true) : ''
    const inside = item.tokens.filter(({ type }) => type !== 'checkbox')
    return element(
      writer,
      'li',
      { class: item.task ? 'task' : undefined, dir: direction(writer) },
      box + blockMarkup(writer, inside, !token.loose),
    )
  })
  const start = token.ordered && token.start !== '' && token.start !== 1 ? token.start : undefined
  return element(writer, token.ordered ? 'ol' : 'ul', { start }, items.join(''))
}

function taskBox(writer: BodyWriter, done: boolean): string {
  return element(writer, 'span', { class: 'box', role: 'img', 'aria-label': done ? 'done' : 'to do' }, done ? '☑' : '☐')
}

function quote(writer: BodyWriter, token: Tokens.Blockquote): string {
  const callout = calloutOf(token)
  if (callout === undefined)
    return element(writer, 'blockquote', { dir: direction(writer) }, writer.blocks(token.tokens))
  const { kind, title, rest } = callout
  const label = title.length > 0 ? writer.inline(title) : escapeHtml(kind.charAt(0).toUpperCase() + kind.slice(1))
  const fold = /^\s*\[![^\]]*\]([+-])/.exec(token.text)?.[1]
  const loud = /^(?:warning|caution|attention|important|danger|error|bug|failure|fail|missing)$/.test(kind)
  const name = `callout${loud ? ' loud' : ''}`
  const body = writer.blocks(rest)
  if (fold === undefined)
    return element(
      writer,
      'div',
      { class: name, role: 'note' },
      element(writer, 'p', { class: 'label', dir: direction(writer) }, label) + body,
    )
  const summary = element(writer, 'summary', { class: 'label', dir: direction(writer) }, label)
  return element(writer, 'details', { class: name, open: fold === '+' ? true : undefined }, summary + body)
}

/** Longer code is shown without colours. */
const longestHighlighted = 100_000

function code(writer: BodyWriter, token: Tokens.Code): string {
  const language = languageOf(token.lang)
  const coloured = token.text.length > longestHighlighted ? undefined : writer.options.highlight(token.text, language)
  const markup = coloured === undefined ? escapeHtml(token.text) : keep(writer, coloured)
  const dir = writer.directed ? 'ltr' : undefined
  return element(writer, 'pre', { dir }, element(writer, 'code', {}, markup))
}

function table(writer: BodyWriter, token: Tokens.Table): string {
  const cell = (name: 'th' | 'td', tokens: readonly Token[], column: number): string => {
    const align = token.align[column]
    return element(
      writer,
      name,
      {
        class: align === 'right' || align === 'center' ? align : undefined,
        scope: name === 'th' ? 'col' : undefined,
        dir: direction(writer),
      },
      writer.inline(tokens),
    )
  }
  const hasHead = token.header.some(({ text }) => text.trim() !== '')
  const head = hasHead
    ? element(
        writer,
        'thead',
        {},
        element(writer, 'tr', {}, token.header.map(({ tokens }, column) => cell('th', tokens, column)).join('')),
      )
    : ''
  const rows = token.rows.map((row) =>
    element(writer, 'tr', {}, row.map(({ tokens }, column) => cell('td', tokens, column)).join('')),
  )
  const markup = element(writer, 'table', {}, head + element(writer, 'tbody', {}, rows.join('')))
  return element(writer, 'div', { class: 'table' }, markup)
}
