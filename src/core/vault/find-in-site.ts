import { folderOf, type NotePath, toNotePath } from '../model/note-path.ts'
import type { VaultDialects } from '../model/tool-dialect.ts'
import { withoutNoteExtension } from './file-index.ts'
import { joinPath } from './find-wiki-target.ts'
import type { FoundFiles } from './resolver-index.ts'
import type { ResolverIndex } from './resolver-index.ts'

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
  if (!path.startsWith('/')) return undefined
  for (const folder of assets) {
    const found = fileAt(index, `${folder}${path}`.replace(/^\/+/, ''))
    if (found !== undefined) return found
  }
  return undefined
}

/** A file of any kind, one that is left out of the vault, too: some tools keep theirs in a folder with a dot. */
function fileAt(index: ResolverIndex, path: string): FoundFiles | undefined {
  const match = index.files.at(path)
  if (match !== undefined)
    return { found: 'files', paths: match.paths, styles: match.exactCase ? [] : ['case-mismatch'] }
  const inside = toNotePath(path)
  return inside !== undefined && index.exists(inside) && index.folders.at(inside) === undefined
    ? { found: 'files', paths: [inside], styles: [] }
    : undefined
}

/** A path as it is seen from the address of a note's page, `x/` for `x.md`: one folder deeper than the note. */
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
