import type { Address } from '../model/site.ts'
import { fileName, fileStem, folderOf, isCanvasFile } from '../model/note-path.ts'

/** Where everything of a site lies; the same for the same names, whatever their order. */
export interface Addresses {
  /** The names that they were made of. */
  readonly names: string
  /** The page of a note. */
  readonly page: (path: string) => Address | undefined
  /** The markdown of a note. */
  readonly source: (path: string) => Address | undefined
  /** The note or canvas whose page or markdown has an address. */
  readonly noteAt: (address: Address) => string | undefined
  /** The copy of an attachment. */
  readonly file: (path: string) => Address | undefined
  /** The page that leads from another name to a note; undefined when a page or another name has that address. */
  readonly free: (name: string) => Address | undefined
  /** The page that a note would have had at a former path; undefined when another has that address. */
  readonly former: (path: string) => Address | undefined
}

/** The folder of what wend adds to the pages. */
export const assetFolder = 'wend'

const reservedPages = new Set(['index', '404'])
const reservedFiles = new Set(['feed.xml', 'sitemap.xml', 'index.json', 'llms.txt', 'robots.txt', 'cname'])
/** Names that Windows keeps for devices. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/

/**
 * Gives each note and attachment an address of its own: lower case, NFC, letters and digits of any script, `-` for all else. Names that
 * come to the same get `-2`, `-3`; the one that is written as its address comes first. `before` are the addresses of an earlier state.
 */
export function makeAddresses(notes: readonly string[], attachments: readonly string[], before?: Addresses): Addresses {
  const names = [...notes, '', ...attachments].join('\0')
  if (before?.names === names) return before
  const taken = new Set<string>()
  const pages = assign(notes, pageName, taken)
  const files = assign(attachments, attachmentName, taken)
  let byStem: ReadonlyMap<string, string> | undefined
  const freeAt = (stem: string): Address | undefined => (taken.has(stem) ? undefined : `${stem}.html`)
  return {
    names,
    page: (path) => withEnding(pages.get(path), '.html'),
    source: (path) => withEnding(pages.get(path), '.md'),
    noteAt: (address) => {
      const stem = /^(.*)\.(?:html|md)$/s.exec(address)?.[1]
      byStem ??= new Map([...pages].map(([path, name]) => [name, path]))
      return stem === undefined ? undefined : byStem.get(stem)
    },
    file: (path) => files.get(path),
    free: (name) => freeAt(pageName(name.replace(/[/\\]/g, ' '))),
    former: (path) => (/\.(?:md|markdown)$/i.test(path) ? freeAt(pageName(path)) : undefined),
  }
}

function withEnding(stem: string | undefined, ending: string): Address | undefined {
  return stem === undefined ? undefined : stem + ending
}

function assign(
  paths: readonly string[],
  nameOf: (path: string, count?: number) => string,
  taken: Set<string>,
): ReadonlyMap<string, Address> {
  const wanted = paths.map((path) => ({ path, name: nameOf(path) }))
  const exactFirst = (one: { path: string; name: string }): number =>
    one.path === one.name || withoutEnding(one.path) === one.name ? 0 : 1
  wanted.sort((a, b) => exactFirst(a) - exactFirst(b) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  const given = new Map<string, Address>()
  const late: string[] = []
  for (const { path, name } of wanted) {
    if (taken.has(name)) late.push(path)
    else take(path, name)
  }
  for (const path of late) {
    let count = 2
    while (taken.has(nameOf(path, count))) count++
    take(path, nameOf(path, count))
  }
  return given

  function take(path: string, name: string): void {
    taken.add(name)
    given.set(path, name)
  }
}

function withoutEnding(path: string): string {
  return path.replace(/\.(?:md|markdown)$/i, '')
}

function pageName(path: string, count?: number): string {
  const folder = folderName(path)
  const name = isCanvasFile(path) ? fileName(path).replace(/\.canvas$/i, '') : fileStem(path)
  const stem = slugOfName(name) || 'note'
  const own = folder === '' && reservedPages.has(stem) ? `${stem}-note` : stem
  return `${folder}${numbered(own, count)}`
}

function attachmentName(path: string, count?: number): string {
  const folder = folderName(path)
  const name = fileName(path)
  const dot = name.lastIndexOf('.')
  const ending = slugOfName(dot <= 0 ? '' : name.slice(dot + 1))
  const stem = slugOfName(dot <= 0 ? name : name.slice(0, dot)) || 'file'
  const whole = (own: string): string => (ending === '' ? own : `${own}.${ending}`)
  const own = folder === '' && reservedFiles.has(whole(stem)) ? `${stem}-file` : stem
  return `${folder}${whole(numbered(own, count))}`
}

function numbered(name: string, count: number | undefined): string {
  return count === undefined ? name : `${name}-${count}`
}

/** The folders of a path with a final slash. They have no dots, so that none is called like a page. */
function folderName(path: string): string {
  const folder = folderOf(path)
  if (folder === '') return ''
  const names = folder.split('/').map((name) => slugOfName(name).replaceAll('.', '-') || 'folder')
  if (names[0] === assetFolder) names[0] = `${assetFolder}-folder`
  return `${names.join('/')}/`
}

/** Bytes of the longest name; file systems take 255, and numbers and endings follow. */
const longest = 180

function slugOfName(name: string): string {
  const slug = name
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}._~]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
  const safe = devices.test(slug) ? slug.replace(/^[a-z]+\d?/, '$&-note') : slug
  return bytesOf(safe) <= longest ? safe : shortened(safe)
}

/** The beginning of a long name, and a number made of all of it. */
function shortened(name: string): string {
  let hash = 7
  let start = ''
  for (const character of name) {
    hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0
    if (bytesOf(start) < longest - 20) start += character
  }
  return `${start.replace(/[-.]+$/, '')}-${hash.toString(36)}`
}

function bytesOf(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
