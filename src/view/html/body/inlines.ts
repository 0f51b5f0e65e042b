import type { MarkedToken, Token, Tokens } from 'marked'
import { decodeEntity } from '../../../core/parse/entities.ts'
import type { LinkTarget } from '../../../core/model/site.ts'
import { splitAnchor } from '../../render/inline-html.ts'
import { wikiTarget } from '../../render/inline-renderer.ts'
import type { WrittenLink } from '../../render/render-options.ts'
import { isFootnoteMark } from '../../render/syntax/footnotes.ts'
import { isMath } from '../../render/syntax/math.ts'
import { isWikiLink, type WikiToken } from '../../render/syntax/wiki-link.ts'
import { escapeHtml } from '../html.ts'
import { type BodyWriter, element, freshId, keep, open } from './body-writer.ts'
import { picture, readSize } from './picture.ts'

/** Inline tokens as HTML. */
export function inlineMarkup(writer: BodyWriter, tokens: readonly Token[]): string {
  let markup = ''
  for (const token of tokens) markup += isOwn(token) ? ownInline(writer, token) : noteInline(writer, token)
  return markup
}

const own = new Set(['text', 'escape', 'strong', 'em', 'del', 'codespan', 'br', 'link', 'image', 'html', 'checkbox'])

function isOwn(token: Token): token is MarkedToken {
  return own.has(token.type)
}

function ownInline(writer: BodyWriter, token: MarkedToken): string {
  switch (token.type) {
    case 'text':
      return token.tokens === undefined ? textMarkup(token.text) : writer.inline(token.tokens)
    case 'escape':
      return escapeHtml(token.text)
    case 'strong':
    case 'em':
    case 'del':
      return element(writer, token.type === 'del' ? 's' : token.type, {}, writer.inline(token.tokens))
    case 'codespan':
      return element(writer, 'code', { dir: writer.directed ? 'ltr' : undefined }, escapeHtml(token.text))
    case 'br':
      return open(writer, 'br')
    case 'link':
      return markdownLink(writer, token)
    case 'image':
      return image(writer, token)
    case 'html':
      return rawHtml(writer, token.raw)
    default:
      return ''
  }
}

function noteInline(writer: BodyWriter, token: Token): string {
  if (isMath(token)) return formula(writer, token.tex, token.display)
  if (isWikiLink(token)) return token.embed ? inlineEmbed(writer, token) : wikiLink(writer, token)
  if (isFootnoteMark(token)) return footnoteMark(writer, token)
  if (token.type === 'highlighted') return element(writer, 'mark', {}, writer.inline(childrenOf(token)))
  return token.type === 'comment' ? '' : 'text' in token ? textMarkup(String(token.text)) : ''
}

function childrenOf(token: Token): readonly Token[] {
  return 'tokens' in token && token.tokens !== undefined ? token.tokens : []
}

/** Text with its character references decoded (CommonMark 2.5). */
export function textMarkup(text: string): string {
  return escapeHtml(decodeText(text))
}

export function decodeText(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/g,
    (whole, name: string) => decodeEntity(name) ?? whole,
  )
}

/** HTML of the note: comments go, the rest waits to be made safe. */
export function rawHtml(writer: BodyWriter, raw: string): string {
  const html = raw.replace(/<!--[\s\S]*?(?:-->|$)/g, '')
  if (html.trim() === '') return ''
  writer.page.foundHtml = true
  return html
}

/** A formula, or its source where it can't be read. */
export function formula(writer: BodyWriter, tex: string, display: boolean): string {
  writer.page.hasMath = true
  const markup = writer.options.formula(tex, display)
  if (markup !== undefined) return keep(writer, markup)
  const source = display ? `$$${tex}$$` : `$${tex}$`
  return element(writer, 'code', { class: 'tex', dir: writer.directed ? 'ltr' : undefined }, escapeHtml(source))
}

function markdownLink(writer: BodyWriter, token: Tokens.Link): string {
  const [target, anchor] = splitAnchor(decodeText(token.href))
  const link: WrittenLink = { kind: 'markdown', target, ...(anchor === undefined ? {} : { anchor }) }
  return linkMarkup(writer, writer.options.target(link), writer.inline(token.tokens))
}

function wikiLink(writer: BodyWriter, token: WikiToken): string {
  const target = writer.options.target(wikiTarget(token))
  const label = token.label === undefined ? '' : writer.inline(token.label)
  return linkMarkup(writer, target, label === '' ? placeMarkup(writer, token) : label)
}

/** What a wikilink without text of its own shows: its target and, after a sign, the section. */
function placeMarkup(writer: BodyWriter, { target, anchor }: WikiToken): string {
  const place = anchor === undefined || anchor.startsWith('^') ? '' : anchor.replaceAll('#', ' › ')
  if (place === '') return escapeHtml(target === '' ? (anchor ?? '') : target)
  return `${escapeHtml(target)}${element(writer, 'span', { class: 'sec' }, `${target === '' ? '' : ' '}§${escapeHtml(place)}`)}`
}

/** A link around markup, by what it leads to. */
export function linkMarkup(writer: BodyWriter, target: LinkTarget, markup: string): string {
  switch (target.kind) {
    case 'note':
      return element(writer, 'a', { href: target.href }, markup)
    case 'external':
      return element(writer, 'a', { href: target.href, class: 'out', rel: 'noreferrer' }, markup)
    case 'image':
    case 'file':
      return element(writer, 'a', { href: target.href, class: 'file' }, markup)
    case 'broken':
      return element(writer, 'span', { class: 'broken', title: target.reason }, markup)
    default:
      return markup
  }
}

function image(writer: BodyWriter, token: Tokens.Image): string {
  const { alt, size } = readSize(decodeText(token.text))
  const target = writer.options.target({ kind: 'image', target: decodeText(token.href) })
  return picture(writer, target, { alt, ...size, ...(token.title === null ? {} : { title: decodeText(token.title) }) })
}

/** An embed inside text: a picture, sound or film in place, anything else as a link. */
function inlineEmbed(writer: BodyWriter, token: WikiToken): string {
  const target = writer.options.target(wikiTarget(token))
  const label = (token.label ?? []).map(({ raw }) => raw).join('')
  if (target.kind === 'image' || target.kind === 'file') {
    const { alt, size } = readSize(label === '' ? token.target : `${/^\d/.test(label) ? token.target : ''}|${label}`)
    return picture(writer, target, { alt: alt === '' ? token.target : alt, ...size })
  }
  return linkMarkup(writer, target, label === '' ? placeMarkup(writer, token) : escapeHtml(label))
}

function footnoteMark(writer: BodyWriter, token: { readonly id: string; readonly raw: string }): string {
  const number = writer.footnotes.number(token.id)
  if (number === undefined) return escapeHtml(token.raw)
  const name = `fn-${number}`
  const id = freshId(writer, `${name}-mark`)
  const link = element(writer, 'a', { href: `#${name}`, id, role: 'doc-noteref' }, String(number))
  return writer.embedding.length > 1
    ? element(writer, 'sup', {}, String(number))
    : element(writer, 'sup', { class: 'fn' }, link)
}
