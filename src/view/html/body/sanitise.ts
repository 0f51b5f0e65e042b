import sanitizeHtml, { type Attributes, type IOptions, type Tag, type Transformer } from 'sanitize-html'
import type { LinkTarget } from '../../../core/model/site.ts'
import { splitAnchor } from '../../render/inlines/inline-html.ts'
import type { BodyOptions } from './body-options.ts'
import type { PageState } from './body-writer.ts'

const ofNotes = [
  ...['a', 'abbr', 'address', 'article', 'aside', 'b', 'bdi', 'bdo', 'big', 'blockquote', 'br', 'caption', 'center'],
  ...['cite', 'code', 'col', 'colgroup', 'dd', 'del', 'details', 'dfn', 'div', 'dl', 'dt', 'em', 'figcaption'],
  ...['figure', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'i', 'img', 'ins', 'kbd', 'li', 'mark'],
  ...['ol', 'p', 'pre', 'q', 'rp', 'rt', 'ruby', 's', 'samp', 'section', 'small', 'span', 'strike', 'strong', 'sub'],
  ...['summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'time', 'tr', 'tt', 'u', 'ul', 'var', 'wbr'],
  ...['audio', 'video'],
]

/** Attributes that HTML of notes may have. */
const plain = new Set([
  ...['align', 'alt', 'colspan', 'controls', 'datetime', 'dir', 'height', 'href', 'id', 'lang', 'name', 'open'],
  ...['reversed', 'rowspan', 'span', 'src', 'start', 'title', 'type', 'valign', 'value', 'width'],
])

/** Attributes that only wend's own elements need; they do no harm when a note uses them. */
const ours = new Set(['class', 'role', 'rel', 'scope', 'loading', 'decoding', 'preload', 'aria-label'])

/** Makes HTML safe: the note's elements can't run scripts, load anything from elsewhere or link where a link may not. */
export function sanitise(markup: string, page: PageState, options: BodyOptions): string {
  const settings: IOptions = {
    allowedTags: ofNotes,
    allowedAttributes: false,
    allowedSchemes: ['http', 'https', 'mailto', 'ftp', 'tel', 'doi', 'magnet', 'obsidian', 'zotero'],
    allowedSchemesAppliedToAttributes: ['href', 'src'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    transformTags: {
      // Words in place of an element are only taken from a rule for its name.
      ...Object.fromEntries([...media].map((name) => [name, mediaRule(page, options)])),
      '*': (name, attributes) =>
        attributes['data-own'] === page.mark
          ? { tagName: name, attribs: chosen(attributes, (key) => plain.has(key) || ours.has(key)) }
          : ofNote(name, attributes, page, options),
    },
  }
  return sanitizeHtml(markup, settings)
}

function chosen(attributes: Attributes, isAllowed: (name: string) => boolean): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => isAllowed(name)))
}

function ofNote(
  name: string,
  attributes: Attributes,
  page: PageState,
  options: BodyOptions,
): { tagName: string; attribs: Attributes } {
  const attribs = chosen(attributes, (key) => plain.has(key) && key !== 'href' && key !== 'src' && key !== 'name')
  const id = attributes['id'] ?? (name === 'a' ? attributes['name'] : undefined)
  delete attribs['id']
  if (id !== undefined && id !== '' && !id.startsWith('w:') && !page.ids.has(id)) {
    page.ids.add(id)
    attribs['id'] = id
  }
  const { href } = attributes
  return href !== undefined && name === 'a' ? link(targetOf(options, href), attribs) : { tagName: name, attribs }
}

/** What loads a picture, a film, a sound or another page. */
const media = new Set(['img', 'audio', 'video', 'iframe', 'embed', 'object'])

/** Media of the note as what may be loaded of it, marked as ours; without an address such an element says nothing. */
function mediaRule(page: PageState, options: BodyOptions): Transformer {
  return (name, attributes) => {
    if (attributes['data-own'] === page.mark) return { tagName: name, attribs: attributes }
    const address = attributes[name === 'object' ? 'data' : 'src']
    if (address === undefined) return { tagName: 'span', attribs: {} }
    const attribs = chosen(attributes, (key) => plain.has(key) && key !== 'href' && key !== 'src' && key !== 'id')
    const shown = mediaOf(name, targetOf(options, address), { attribs, address })
    return { ...shown, attribs: { ...shown.attribs, 'data-own': page.mark ?? '' } }
  }
}

function targetOf(options: BodyOptions, address: string): LinkTarget {
  const [target, anchor] = splitAnchor(address.trim())
  return options.target({ kind: 'html', target, ...(anchor === undefined ? {} : { anchor }) })
}

function link(target: LinkTarget, attribs: Attributes): { tagName: string; attribs: Attributes } {
  if (target.kind === 'text') return { tagName: 'span', attribs }
  if (target.kind === 'broken')
    return { tagName: 'span', attribs: { ...attribs, class: 'broken', title: target.reason } }
  const out: Attributes = target.kind === 'external' ? { class: 'out', rel: 'noreferrer' } : {}
  return { tagName: 'a', attribs: { ...attribs, ...out, href: target.href } }
}

/** A picture of another host is not fetched, nor is a page; their words stay, else their address, as a link where it leads. */
function mediaOf(
  name: string,
  target: LinkTarget,
  { attribs, address }: { readonly attribs: Attributes; readonly address: string },
): Tag {
  const text = attribs['alt'] ?? attribs['title'] ?? address
  const isLoaded = name === 'img' || name === 'audio' || name === 'video'
  if (isLoaded && (target.kind === 'image' || target.kind === 'file')) {
    const own = name === 'img' ? { alt: attribs['alt'] ?? '', loading: 'lazy' } : { controls: 'controls' }
    return { tagName: name, attribs: { ...attribs, ...own, src: target.href } }
  }
  return target.kind === 'image' || target.kind === 'file'
    ? { tagName: 'a', attribs: { href: target.href }, text }
    : { ...link(target, {}), text }
}
