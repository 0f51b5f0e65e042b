import sanitizeHtml, { type Attributes, type IOptions } from 'sanitize-html'
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

/** Attributes that only our own elements have; they do no harm where a note passes its own off as ours. */
const ours = new Set(['class', 'role', 'rel', 'scope', 'loading', 'decoding', 'preload', 'aria-label'])

/** HTML in which elements of the note hold nothing that runs, loads from elsewhere or leads where a link may not. */
export function sanitise(markup: string, page: PageState, options: BodyOptions): string {
  const settings: IOptions = {
    allowedTags: ofNotes,
    allowedAttributes: false,
    allowedSchemes: ['http', 'https', 'mailto', 'ftp', 'tel', 'doi', 'magnet', 'obsidian', 'zotero'],
    allowedSchemesAppliedToAttributes: ['href', 'src'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    transformTags: {
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
  const { href, src } = attributes
  if (href !== undefined && name === 'a') return link(targetOf(options, href), attribs)
  if (src !== undefined && isMedia(name)) return media(name, targetOf(options, src), attribs)
  // Without what it would load such an element says nothing.
  return isMedia(name) ? { tagName: 'span', attribs: {} } : { tagName: name, attribs }
}

function isMedia(name: string): boolean {
  return name === 'img' || name === 'audio' || name === 'video'
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

/** A picture of another host is not fetched; its words stay, as a link to it. */
function media(
  name: string,
  target: LinkTarget,
  attribs: Attributes,
): { tagName: string; attribs: Attributes; text?: string } {
  if (target.kind === 'image' || target.kind === 'file')
    return {
      tagName: name,
      attribs: {
        ...attribs,
        ...(name === 'img' ? { alt: attribs['alt'] ?? '', loading: 'lazy' } : { controls: 'controls' }),
        src: target.href,
      },
    }
  const text = attribs['alt'] ?? attribs['title'] ?? 'image'
  if (target.kind === 'external')
    return { tagName: 'a', attribs: { href: target.href, class: 'out', rel: 'noreferrer' }, text }
  return { tagName: 'span', attribs: {}, text }
}
