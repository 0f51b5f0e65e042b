import type { LinkTarget } from '../../../core/model/site.ts'
import { escapeHtml } from '../html.ts'
import { type BodyWriter, element, startTag } from './body-writer.ts'

/** How a picture is shown; sizes in CSS pixels. */
export interface PictureFacts {
  readonly alt: string
  readonly title?: string
  readonly width?: number
  readonly height?: number
}

/** A picture of the vault, or a sound or film with its controls; anything else as a link or its words. */
export function picture(writer: BodyWriter, target: LinkTarget, { alt, title, width, height }: PictureFacts): string {
  if (target.kind === 'image') {
    const room = roomFor(target.size, width, height)
    return startTag(writer, 'img', { src: target.href, alt, title, ...room, loading: 'lazy', decoding: 'async' })
  }
  const words = escapeHtml(alt === '' ? (title ?? 'image') : alt)
  if (target.kind === 'file' && target.media !== undefined)
    return element(writer, target.media, { src: target.href, controls: true, preload: 'none' }, words)
  // A picture of another host is not loaded: reading a page contacts only the site.
  if (target.kind === 'external')
    return element(writer, 'a', { href: target.href, class: 'out', rel: 'noreferrer' }, words)
  if (target.kind === 'file' || target.kind === 'note') return element(writer, 'a', { href: target.href }, words)
  return target.kind === 'broken' ? element(writer, 'span', { class: 'broken', title: target.reason }, words) : words
}

/** The size of a picture before it is loaded, so that the text below does not jump: the requested size, in the file's proportions. */
function roomFor(
  size: { readonly width: number; readonly height: number } | undefined,
  width: number | undefined,
  height: number | undefined,
): Pick<PictureFacts, 'width' | 'height'> {
  if (size === undefined || (width !== undefined && height !== undefined))
    return { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) }
  return width === undefined ? size : { width, height: Math.max(1, Math.round((width * size.height) / size.width)) }
}

/** The words of `alt|300` or `alt|300x200`, and the size. */
export function readSize(text: string): {
  readonly alt: string
  readonly size: Pick<PictureFacts, 'width' | 'height'>
} {
  const match = /^(.*?)\|?\s*(\d{1,5})(?:x(\d{1,5}))?\s*$/s.exec(text)
  const isSize = match !== null && (text.includes('|') || match[1] === '')
  if (!isSize) return { alt: text.replace(/^\|/, ''), size: {} }
  const [, alt = '', width, height] = match
  return { alt, size: { width: Number(width), ...(height === undefined ? {} : { height: Number(height) }) } }
}
