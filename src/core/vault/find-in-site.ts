import { folderOf, type NotePath, toNotePath } from '../model/note-path.ts'
import type { VaultDialects } from '../model/tool-dialect.ts'
import { withoutNoteExtension } from './file-index.ts'
import { joinPath } from './find-wiki-target.ts'
import type { FoundFiles } from './resolver-index.ts'
import type { ResolverIndex } from './resolver-index.ts'

/**
 * Finds the note that a path of a site names (links.md section 9), when no other step finds one: `/x` starts in the site's folder, and
 * `x.html`, `x/` and `x` are the pages made of `x.md`, of `x/index.md` and of `x/_index.md`. `path` is decoded.
 */
export function findInSite(
  index: ResolverIndex,
  from: NotePath,
  path: string,
  { sites }: VaultDialects,
): FoundFiles | undefined {
  for (const site of sites) {
    const places = path.startsWith('/')
      ? [`${site}/${path.replace(/^\/+/, '')}`]
      : [joinPath(from, path), pageOf(from, path), `${site}/${path}`]
    for (const place of places) {
      const found = place === undefined ? undefined : pageAt(index, place.replace(/^\/+/, ''))
      if (found !== undefined) return found
    }
  }
  return undefined
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
