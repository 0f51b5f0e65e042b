import { type NotePath, toNotePath } from '../model/note-path.ts'
import type { FileMatch } from './file-index.ts'
import { withoutNoteExtension } from './file-index.ts'
import { folderNote, joinPath, seenFrom } from './find-wiki-target.ts'
import type { VaultDialects } from '../model/tool-dialect.ts'
import { findInSite } from './find-in-site.ts'
import { percentDecode } from '../model/percent-decode.ts'
import { preferNear } from './prefer-near.ts'
import type { ResolverIndex, TargetMatch } from './resolver-index.ts'

/** Finds the file a markdown link's destination (without its anchor) names: the steps of links.md section 3. */
export function findMarkdownTarget(
  index: ResolverIndex,
  from: NotePath,
  target: string,
  dialects?: VaultDialects,
): TargetMatch | undefined {
  const found = findByPath(index, from, target)
  if (dialects === undefined || dialects.assets.length === 0 || leadsToFile(index, found)) return found
  const path = percentDecode(target.replace(/\?.*$/, '')).replaceAll('\\', '/')
  const inSite = findInSite(index, from, path, dialects)
  return inSite ? { ...inSite, paths: preferNear(inSite.paths, from) } : found
}

/** Whether a path was found as a file. A folder without an index may still be a page of a site. */
function leadsToFile(index: ResolverIndex, found: TargetMatch | undefined): boolean {
  if (found?.found === 'outside') return index.exists(found.path)
  const path = found?.paths[0]
  return path !== undefined && path !== '.' && index.folders.at(path) === undefined
}

function findByPath(index: ResolverIndex, from: NotePath, target: string): TargetMatch | undefined {
  const query = target.indexOf('?')
  const path = percentDecode(query < 0 ? target : target.slice(0, query)).replaceAll('\\', '/')
  if (path === '') return { found: 'files', paths: [from], styles: [] }
  const isFolder = /(?:^|\/)\.{0,2}$/.test(path)
  if (path.startsWith('/')) return findInRoot(index, from, path.replace(/^\/+/, ''), isFolder)
  const near = joinPath(from, path)
  if (near === undefined) return noFileAt(index, from, seenFrom(from, path))
  if (isFolder) return folderAt(index, from, near) ?? folderAt(index, from, path)
  return (
    fileAt(index, from, near) ??
    fileAt(index, from, toNotePath(path)) ??
    folderAt(index, from, near) ??
    folderAt(index, from, path) ??
    findBySuffix(index, from, path)
  )
}

function findInRoot(index: ResolverIndex, from: NotePath, path: string, isFolder: boolean): TargetMatch | undefined {
  const inside = toNotePath(path)
  if (inside === undefined) return noFileAt(index, from, path)
  return (isFolder ? undefined : fileAt(index, from, inside)) ?? folderAt(index, from, inside)
}

/** What a path without a file in the vault means: the root, a place outside, or nothing, such as one with a drive (`c:x`). */
function noFileAt(index: ResolverIndex, from: NotePath, path: string): TargetMatch | undefined {
  let depth = 0
  for (const segment of path.split('/')) {
    if (segment === '..') depth--
    else if (segment !== '' && segment !== '.') depth++
    if (depth < 0) return { found: 'outside', path }
  }
  return depth === 0 ? rootFolder(index, from) : undefined
}

function rootFolder(index: ResolverIndex, from: NotePath): TargetMatch {
  const match = index.notesByStem.at('index') ?? index.notesByStem.at('README')
  return { found: 'files', paths: match ? preferNear(match.paths, from) : ['.' as NotePath], styles: [] }
}

function fileAt(index: ResolverIndex, from: NotePath, path: NotePath | undefined): TargetMatch | undefined {
  if (path === undefined) return undefined
  const match: FileMatch | undefined = index.files.at(path) ?? index.notesByStem.at(path)
  return (
    match && { found: 'files', paths: preferNear(match.paths, from), styles: match.exactCase ? [] : ['case-mismatch'] }
  )
}

function folderAt(index: ResolverIndex, from: NotePath, path: string): TargetMatch | undefined {
  const inside = toNotePath(path)
  if (inside === undefined) return undefined
  const match = folderNote(index, from, inside)
  if (match) return match
  const folder = index.folders.at(inside)
  if (folder !== undefined)
    return {
      found: 'files',
      paths: preferNear(folder.paths, from).slice(0, 1),
      styles: folder.exactCase ? [] : ['case-mismatch'],
    }
  return index.exists(inside) ? { found: 'files', paths: [inside], styles: [] } : undefined
}

function findBySuffix(index: ResolverIndex, from: NotePath, path: string): TargetMatch | undefined {
  const suffix = toNotePath(path)
  if (suffix === undefined || /^\.\.?\//.test(path)) return undefined
  const match = index.notesByStem.endingWith(withoutNoteExtension(suffix))
  if (!match) return undefined
  const case_ = match.exactCase ? [] : (['case-mismatch'] as const)
  return { found: 'files', paths: preferNear(match.paths, from), styles: ['non-portable-link', ...case_] }
}
