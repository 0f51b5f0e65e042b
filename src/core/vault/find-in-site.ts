import { folderOf, type NotePath, toNotePath } from '../model/note-path.ts'
import type { VaultDialects } from '../model/tool-dialect.ts'
import { withoutNoteExtension } from './file-index.ts'
import { joinPath } from './find-wiki-target.ts'
import { preferNear } from './prefer-near.ts'
import type { FoundFiles } from './resolver-index.ts'
import type { ResolverIndex } from './resolver-index.ts'
import { siteAddresses, tidy } from './site-addresses.ts'

/**
 * Finds the note that a path of a site names (links.md section 9), when no other step finds one: `/x` starts in the site's folder, and
 * `x.html`, `x/` and `x` are the pages made of `x.md`, of `x/index.md` and of `x/_index.md`; `/x.png` may lie in a folder of such files, and
 * `@site/x` starts in the root. `path` is decoded.
 */
export function findInSite(
  index: ResolverIndex,
  from: NotePath,
  path: string,
  { sites, assets, rootMarks }: VaultDialects,
): FoundFiles | undefined {
  const mark = rootMarks.find((one) => path.startsWith(one))
  if (mark !== undefined) return fileAt(index, path.slice(mark.length)) ?? pageAt(index, path.slice(mark.length))
  for (const site of sites) {
    const places = path.startsWith('/')
      ? [`${site}/${path.replace(/^\/+/, '')}`]
      : [joinPath(from, path), pageOf(from, path), `${site}/${path}`]
    for (const place of places) {
      const found = place === undefined ? undefined : pageAt(index, place.replace(/^\/+/, ''))
      if (found !== undefined) return found
    }
  }
  const addressed = atAddress(index, from, path)
  if (addressed !== undefined || !path.startsWith('/')) return addressed
  for (const folder of assets) {
    const found = fileAt(index, `${folder}${path}`.replace(/^\/+/, ''))
    if (found !== undefined) return found
  }
  const listed = sites.flatMap((site) =>
    preferNear(index.folders.at(`${site}${path}`.replace(/^\/+|\/+$/g, ''))?.paths ?? [], from),
  )
  return listed.length === 0 ? undefined : { found: 'files', paths: listed.slice(0, 1), styles: [] }
}

/** The note whose page has an address that does not follow from its path; a relative address counts from the pages of `from`. */
function atAddress(index: ResolverIndex, from: NotePath, path: string): FoundFiles | undefined {
  const note = index.note(from)
  const seen = path.startsWith('/') || note === undefined ? [] : siteAddresses(note)
  const places = path.startsWith('/')
    ? [path]
    : seen.flatMap((address) =>
        [`${folderOf(address)}/${path}`, `${address}/${path}`].flatMap(
          (one) => toNotePath(one.replace(/^\/+/, '')) ?? [],
        ),
      )
  for (const place of places) {
    const paths = index.homes.ofAddress(tidy(place))
    if (paths.length > 0) return { found: 'files', paths, styles: [] }
  }
  return undefined
}

/** A file of any kind, even one left out of the vault: some tools keep files in a folder with a dot. */
function fileAt(index: ResolverIndex, path: string): FoundFiles | undefined {
  const match = index.files.at(path)
  if (match !== undefined)
    return { found: 'files', paths: match.paths, styles: match.exactCase ? [] : ['case-mismatch'] }
  const inside = toNotePath(path)
  return inside !== undefined && index.exists(inside) && index.folders.at(inside) === undefined
    ? { found: 'files', paths: [inside], styles: [] }
    : undefined
}

/** A path relative to the address of a note's page, which for `x.md` is `x/`: one folder deeper than the note. */
function pageOf(from: NotePath, path: string): string | undefined {
  const deeper = `${folderOf(from)}/page/${path}`.replace(/^\//, '')
  return path.startsWith('../') ? toNotePath(deeper) : undefined
}

function pageAt(index: ResolverIndex, place: string): FoundFiles | undefined {
  const stem = withoutNoteExtension(place.replace(/\/+$/, '').replace(/\.html?$/i, ''))
  const names =
    stem === '' ? ['index', 'README', '_index'] : [stem, `${stem}/index`, `${stem}/README`, `${stem}/_index`]
  if (/(?:^|\/)index$/.test(stem)) names.push(`${stem.replace(/index$/, '')}README`)
  for (const name of names) {
    const match = index.notesByStem.at(name)
    if (match !== undefined)
      return { found: 'files', paths: match.paths, styles: match.exactCase ? [] : ['case-mismatch'] }
  }
  return undefined
}
