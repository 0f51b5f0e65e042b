import type { MetadataValue, Note } from '../model/note.ts'
import { fileStem, folderOf } from '../model/note-path.ts'

/**
 * The site addresses of a note's page that do not follow from its path alone, in lower case and without slashes at the ends: by `slug`,
 * `id`, `url`, `permalink` and `aliases` of its front matter, and without number prefixes, languages and dates. Sources:
 * docusaurus.io/docs/create-doc#doc-urls, gohugo.io/content-management/urls. None for notes of other tools.
 */
export function siteAddresses(note: Note): readonly string[] {
  const { tools = [], sites = [] } = note.dialects ?? {}
  if (tools.includes('docusaurus')) return docusaurusAddresses(note).map(tidy)
  const permalink = tools.includes('vuepress') ? trimmedText(note.metadata['permalink']) : undefined
  if (permalink !== undefined) return [tidy(permalink)]
  return tools.includes('hugo') ? hugoAddresses(note, sites[0] ?? '').map(tidy) : []
}

/** An address in comparable form. */
export function tidy(address: string): string {
  return address
    .replace(/(?:^|\/)(?:index)?\.html?$/i, '')
    .replace(/\/{2,}/g, '/')
    .replace(/^\/+|\/+$/g, '')
    .toLowerCase()
}

function docusaurusAddresses(note: Note): readonly string[] {
  const [, area = '', inside = ''] = /^(docs|blog|src\/pages)\/(.*)$/.exec(note.path) ?? []
  const folder = folderOf(inside).split('/').map(withoutNumber).join('/')
  const stem = fileStem(inside)
  const slug = trimmedText(note.metadata['slug'])
  switch (area) {
    case 'docs': {
      const name = trimmedText(note.metadata['id']) ?? withoutNumber(stem)
      const isIndex = /^(?:index|readme)$/i.test(name) || name === folder.split('/').at(-1)
      const own = slug === undefined ? under(folder, isIndex ? '' : name) : under(folder, slug)
      // A site may consist of docs only, which then begin at `/`.
      return [`docs/${own}`, `docs/next/${own}`, own]
    }
    case 'blog': {
      const dated = inside.replace(/\/index\.\w+$/, '').replace(/\.\w+$/, '')
      return [`blog/${slug === undefined ? dated.replace(/^(\d{4})-(\d\d)-(\d\d)-/, '$1/$2/$3/') : tidy(slug)}`]
    }
    case 'src/pages':
      return [under(folder, stem === 'index' ? '' : stem)]
    default:
      return []
  }
}

function hugoAddresses(note: Note, site: string): readonly string[] {
  if (!note.path.startsWith(site === '' ? '' : `${site}/`)) return []
  const inside = note.path.slice(site === '' ? 0 : site.length + 1)
  const stem = fileStem(inside).replace(/\.[a-z]{2}(?:-[a-z]{2})?$/i, '')
  const isBundle = /^_?index$/.test(stem)
  const folder = isBundle ? folderOf(folderOf(inside)) : folderOf(inside)
  const name = isBundle ? (folderOf(inside).split('/').at(-1) ?? '') : stem
  const { slug, url, aliases } = note.metadata
  const others = [url, ...(Array.isArray(aliases) ? aliases : [aliases])]
  return [
    under(folder, trimmedText(slug) ?? name),
    ...others.flatMap((address: MetadataValue | undefined) => {
      const text = trimmedText(address)
      return text === undefined ? [] : [under(under(folder, name), text)]
    }),
  ]
}

/** An address relative to a folder; one that begins with `/` is absolute. */
function under(folder: string, address: string): string {
  return address.startsWith('/') || folder === '' ? address : `${folder}/${address}`
}

/** A name without a number prefix that only orders it; dates and versions are no such numbers. */
function withoutNumber(name: string): string {
  return /^\d{4}-\d\d|^\d+(?:[-_.]\d+)+/.test(name) ? name : name.replace(/^\d+\s*[-_.]+\s*(?=[^-_.\s])/, '')
}

function trimmedText(value: MetadataValue | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
