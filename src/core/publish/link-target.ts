import { type AskedLink, asLink } from '../model/link.ts'
import { fileName, isCanvasFile, isNoteFile } from '../model/note-path.ts'
import type { Note } from '../model/note.ts'
import type { Address, LinkTarget } from '../model/site.ts'
import { resolveAnchor } from '../vault/resolve-anchor.ts'
import type { Vault } from '../vault/vault.ts'
import { encodeFragment, hrefFrom } from '../model/site-href.ts'
import type { Addresses } from './addresses.ts'
import type { ImageSize } from './image-size.ts'

/** What decides where a link leads: the whole vault says what it points at, the rest whether and where that is published. */
export interface LinkSource {
  readonly whole: Vault
  readonly addresses: Addresses
  readonly numberOf: (path: string) => number | undefined
  /** The size of a picture of the vault, where its file tells it. */
  readonly sizeOf?: (path: string) => ImageSize | undefined
}

/** Where a link of a note leads from a page. */
export function linkTarget(source: LinkSource, from: Note, link: AskedLink, page: Address): LinkTarget {
  const resolution = source.whole.resolve(from, asLink(link))
  switch (resolution.status) {
    case 'external':
      return externalTarget(resolution.url)
    case 'outside':
      return { kind: 'text' }
    case 'broken':
      return { kind: 'broken', reason: 'there is no such note' }
    default: {
      const target = pathTarget(source, link, resolution.path, page)
      const isLacking = resolution.status === 'broken-anchor' && target.kind === 'note'
      return isLacking ? { ...target, lacks: `the note has no "${link.anchor ?? ''}"` } : target
    }
  }
}

/** Schemes that are followed; all else, such as `javascript:` and `data:`, becomes text. */
const followed = /^(?:https?|mailto|ftp|tel|doi|magnet|obsidian|zotero):/i

/** Where an address outside leads, its blanks encoded as browsers do; text where it could run a script. */
export function externalTarget(url: string): LinkTarget {
  const clean = url
    .replace(/[\u0000-\u001f]+/g, '')
    .trim()
    .replaceAll(' ', '%20')
  if (clean.startsWith('//')) return { kind: 'external', href: `https:${clean}` }
  return followed.test(clean) ? { kind: 'external', href: clean } : { kind: 'text' }
}

/** Where a link to a note or file of the vault leads from a page; text where that is not published. */
export function pathTarget(
  { whole, addresses, numberOf, sizeOf }: LinkSource,
  link: AskedLink,
  path: string,
  page: Address,
): LinkTarget {
  const note = whole.note(path)
  if (note === undefined) {
    // A canvas has a page; its file would tell of what is not published.
    const address = isCanvasFile(path) ? addresses.page(path) : addresses.file(path)
    return fileTarget(path, address, page, sizeOf)
  }
  const address = addresses.page(note.path)
  const number = numberOf(note.path)
  if (address === undefined || number === undefined) return { kind: 'text' }
  const section = link.anchor === undefined ? undefined : anchorId(note, link)
  const self = address === page
  const href = self ? `#${section === undefined ? '' : encodeFragment(section)}` : hrefFrom(page, address, section)
  return { kind: 'note', href, note: number, ...(section === undefined ? {} : { section }) }
}

/** The id that an anchor's place has on the page of its note; undefined for the top and for what is not there. */
export function anchorId(note: Note, { kind, anchor = '' }: AskedLink): string | undefined {
  const match = resolveAnchor(note, anchor) ?? (kind === 'wiki' ? undefined : resolveAnchor(note, decoded(anchor)))
  if (match === undefined || match.kind === 'top') return undefined
  if (match.kind === 'heading') return match.heading.slug
  return match.kind === 'block' ? `^${match.id}` : match.id
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const media = {
  image: /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico|apng)$/i,
  audio: /\.(?:mp3|m4a|ogg|oga|opus|wav|flac|3gp)$/i,
  video: /\.(?:mp4|webm|ogv|mov|mkv)$/i,
}

/** Whether an attachment may be copied: what a browser would run is not. */
export function isHarmlessFile(path: string): boolean {
  return !isNoteFile(path) && harmless.test(fileName(path))
}

const harmless =
  /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico|apng|mp3|m4a|ogg|oga|opus|wav|flac|3gp|mp4|webm|ogv|mov|mkv|pdf|epub|txt|csv|tsv|json|ya?ml|toml|bib|tex|zip|gz|tgz|xz|7z|docx?|xlsx?|pptx?|od[tsp]|ipynb|py|r|jl|c|h|cpp|rs|go|sql|canvas)$/i

function fileTarget(
  path: string,
  address: Address | undefined,
  page: Address,
  sizeOf: LinkSource['sizeOf'],
): LinkTarget {
  if (address === undefined) return { kind: 'text' }
  const href = hrefFrom(page, address)
  if (media.image.test(path)) {
    const size = sizeOf?.(path)
    return { kind: 'image', href, ...(size && { size }) }
  }
  if (media.audio.test(path)) return { kind: 'file', href, media: 'audio' }
  return { kind: 'file', href, ...(media.video.test(path) ? { media: 'video' as const } : {}) }
}
