import { shownOfBlock } from '../../../core/parse/dialects/block-words.ts'
import { get as emoji } from 'node-emoji'
import {
  type HtmlToken,
  type InlineToken,
  type InlineVisitor,
  type LinkToken,
  visitInline,
} from '../../../core/parse/inlines/inline-token.ts'
import { plainOf } from '../../../core/parse/plain-text.ts'
import { fileStem } from '../../../core/model/note-path.ts'
import type { LinkTarget } from '../../../core/model/site.ts'
import type { WrittenLink } from '../../render/render-options.ts'
import { escapeHtml } from '../html.ts'
import { type BodyWriter, element, freshId, keep, leftToRight, startTag } from './body-writer.ts'
import { picture, readSize } from './picture.ts'

/** Inline tokens as HTML. */
export function inlineMarkup(writer: BodyWriter, tokens: readonly InlineToken[]): string {
  const visitor = visitorOf(writer)
  return tokens.map((token) => visitInline(token, visitor)).join('')
}

const visitors = new WeakMap<BodyWriter, InlineVisitor<string>>()

function visitorOf(writer: BodyWriter): InlineVisitor<string> {
  const known = visitors.get(writer)
  if (known !== undefined) return known
  const around =
    (name: string) =>
    ({ children }: { readonly children: readonly InlineToken[] }): string =>
      element(writer, name, {}, writer.inline(children))
  const made: InlineVisitor<string> = {
    text: ({ text }) => escapeHtml(text),
    break: ({ hard }) => (hard ? startTag(writer, 'br') : '\n'),
    emphasis: around('em'),
    strong: around('strong'),
    struck: around('s'),
    highlight: around('mark'),
    code: ({ text }) => element(writer, 'code', { dir: leftToRight(writer) }, escapeHtml(text)),
    math: ({ tex, display }) => formulaHtml(writer, tex, display),
    tag: ({ tag }) => element(writer, 'span', { class: 'tag' }, `#${escapeHtml(tag)}`),
    shortCode: ({ names }) => names.map((name) => escapeHtml(emoji(name) ?? `:${name}:`)).join(''),
    address: ({ url, text }) =>
      linkMarkup(writer, writer.options.target({ kind: 'markdown', target: url }), escapeHtml(text)),
    footnote: ({ id }) => footnoteMark(writer, writer.footnotes.mark(id), `[^${id}]`),
    ownFootnote: ({ children, span }) =>
      footnoteMark(writer, { number: writer.footnotes.add([{ type: 'paragraph', span, children }]), first: true }, ''),
    comment: () => '',
    blockId: () => '',
    html: (token) => htmlTag(writer, token),
    link: (token) => link(writer, token),
  }
  visitors.set(writer, made)
  return made
}

/** HTML of the note waits to be made safe. */
export function htmlTag({ page }: BodyWriter, { raw }: Pick<HtmlToken, 'raw'>): string {
  page.foundHtml = true
  return raw
}

/** A formula, or its source where it can't be read. */
export function formulaHtml(writer: BodyWriter, tex: string, display: boolean): string {
  const markup = writer.options.formula(tex, display)
  if (markup !== undefined) return keep(writer, markup)
  const source = display ? `$$${tex}$$` : `$${tex}$`
  return element(writer, 'code', { class: 'tex', dir: leftToRight(writer) }, escapeHtml(source))
}

/** A link of a text as it is asked for. */
export function writtenLink({ kind, target, anchor, tool }: LinkToken): WrittenLink {
  const asked = kind === 'reference' || kind === 'property' ? 'markdown' : kind
  return { kind: asked, target, ...(anchor === undefined ? {} : { anchor }), ...(tool === undefined ? {} : { tool }) }
}

function link(writer: BodyWriter, token: LinkToken): string {
  const target = writer.options.target(writtenLink(token))
  // Of what is not published not even the folder is told.
  if (target.kind === 'text' && token.bare && (token.kind === 'wiki' || token.kind === 'embed'))
    return token.kind === 'embed' ? '' : escapeHtml(fileStem(token.target))
  if (token.embeds) return embedded(writer, token, target)
  return linkMarkup(writer, target, token.bare ? placeMarkup(writer, token) : writer.inline(token.children))
}

/** A picture, sound or film in place; a note that is embedded inside a line is a link to it. */
function embedded(writer: BodyWriter, token: LinkToken, target: LinkTarget): string {
  const words = token.bare && token.kind === 'image' ? '' : plainOf(token.children)
  if (token.kind === 'embed' && target.kind !== 'image' && target.kind !== 'file')
    return linkMarkup(writer, target, token.bare ? placeMarkup(writer, token) : writer.inline(token.children))
  const { alt, size } = readSize(token.size === undefined ? words : `${words}|${token.size}`)
  const { title } = token
  return picture(writer, target, { alt, ...size, ...(title === undefined ? {} : { title }) })
}

/** What a link without text of its own shows: its target and, behind the sign, the section. */
function placeMarkup(writer: BodyWriter, token: LinkToken): string {
  const said = shownOfBlock(token, writer.options.wordsOf)
  if (said !== undefined) return writer.inline(said)
  const { kind, target, anchor, children } = token
  if (kind !== 'wiki' && kind !== 'embed') return writer.inline(children)
  const sections = (anchor ?? '').split('#').filter((part) => part !== '' && !part.startsWith('^'))
  const section = sections.at(-1)
  if (section === undefined) return escapeHtml(target === '' ? (anchor ?? '') : target)
  const sign = element(writer, 'span', { class: 'sec' }, `§${escapeHtml(section)}`)
  return target === '' ? sign : `${escapeHtml(target)} ${sign}`
}

/** A link around markup, by what it leads to. */
function linkMarkup(writer: BodyWriter, target: LinkTarget, markup: string): string {
  switch (target.kind) {
    case 'note':
      return element(writer, 'a', { href: target.href, class: target.lacks && 'lacks', title: target.lacks }, markup)
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

function footnoteMark(
  writer: BodyWriter,
  mark: { readonly number: number; readonly first: boolean } | undefined,
  raw: string,
): string {
  if (mark === undefined) return escapeHtml(raw)
  const { number, first } = mark
  if (writer.embedding.length > 1) return element(writer, 'sup', {}, String(number))
  const id = first ? freshId(writer, `fn-${number}-mark`) : undefined
  const anchor = element(writer, 'a', { href: `#fn-${number}`, id, role: 'doc-noteref' }, String(number))
  return element(writer, 'sup', { class: 'fn' }, anchor)
}
