import { fileStem, folderOf, isNoteFile, relativePath } from '../../model/note-path.ts'
import { withoutNoteExtension } from '../../vault/file-index.ts'
import { siteAddresses, tidy } from '../../vault/site-addresses.ts'
import { percentDecode } from '../../model/percent-decode.ts'
import { encodeDestination } from '../../query/links/encode-destination.ts'
import { inStyleOf } from './name-style.ts'
import { joinSegments, splitQuery } from './join-segments.ts'
import type { TargetChange } from './respell-task.ts'

/** Spellings of a markdown link's target, percent-encoded, best first: in the style of the old one, then relative, then from the root. */
export function markdownTargets(change: TargetChange): readonly string[] {
  const { link, now } = change.task
  const [raw, query] = splitQuery(link.target)
  const path = percentDecode(raw).replaceAll('\\', '/')
  const slash = path.endsWith('/') ? '/' : ''
  const target = namedPath(change, path)
  const relative = relativePath(now.path, target)
  const whole = relativePath(now.path, change.newPath)
  const paths = [
    ...addressTargets(change, path),
    ...siteTargets(change, path),
    styledPath(change, path, target) + (isNoteFile(target) ? '' : slash),
    relative,
    `./${relative}`,
    `/${target}`,
    whole,
    `/${change.newPath}`,
  ]
  // A Hugo shortcode takes an unencoded path, in quotes, and never the folder of the site.
  if (link.tool === 'shortcode')
    return [...new Set(paths.map((one) => insideSite(change, one)))].filter((one) => !/["'`#]/.test(one))
  const angle = 'angle' in link && link.angle === true
  return [...new Set(paths.map((one) => encodeDestination(one, { raw, angle, html: link.kind === 'html' }) + query))]
}

/** A site address that the old note had by its front matter, as the new note's front matter gives it. */
function addressTargets({ oldNote, newNote }: TargetChange, path: string): readonly string[] {
  if (!path.startsWith('/') || oldNote === undefined || newNote === undefined) return []
  const now = siteAddresses(newNote)[siteAddresses(oldNote).indexOf(tidy(path))]
  return now === undefined ? [] : [`/${now}${path.endsWith('/') ? '/' : ''}`]
}

/** Spellings in the form of a site's pages (links.md section 9): from the site's folder, with the ending of the old link. */
function siteTargets({ task, oldPath, newPath }: TargetChange, path: string): readonly string[] {
  const ending = /(?:\.html?|\.md|\.markdown|\/)$/i.exec(path)?.[0] ?? ''
  const isHtml = /^\.html?$/i.test(ending)
  const named = (page: string): string => (isNoteFile(`x${ending}`) ? page : pageName(page, isHtml) + ending)
  const { assets = [], rootMarks = [] } = task.from.dialects ?? {}
  const mark = rootMarks.find((one) => path.startsWith(one))
  if (mark !== undefined) return [mark + named(newPath)]
  // When the site is the whole vault, its root is the vault's.
  if (isFromRoot(path, oldPath) && !assets.includes('')) return []
  return assets.flatMap((site) => {
    const inside = site === '' ? '' : `${site}/`
    if (!oldPath.startsWith(inside) || !newPath.startsWith(inside)) return []
    const place = isPageOfFolder(path, oldPath) && isPageOfFolder(path, newPath) ? folderOf(newPath) : newPath
    if (path.startsWith('/')) return [`/${named(place.slice(inside.length))}`]
    const isWhole = task.link.tool === 'shortcode' && same(path, named(oldPath.slice(inside.length)))
    if (isWhole) return [named(newPath.slice(inside.length))]
    return isHtml ? [named(relativePath(task.now.path, newPath))] : []
  })
}

/** A page's path without its ending; as HTML, the page of a folder is called `index`, whatever its note is called. */
function pageName(page: string, isHtml: boolean): string {
  const name = withoutNoteExtension(page)
  return isHtml ? name.replace(/(?<![^/])(?:_index|readme)$/i, 'index') : name
}

/** A path without the site's folder at its beginning. */
function insideSite({ task }: TargetChange, path: string): string {
  const site = task.from.dialects?.sites.find((one) => one !== '' && path.startsWith(`${one}/`))
  return site === undefined ? path : path.slice(site.length + 1)
}

/** Whether a path names a file from the root of the vault, and not from the folder of a site. */
function isFromRoot(path: string, old: string): boolean {
  const [written, whole] = [path.slice(1).replace(/(?:\.html?|\/)$/i, ''), withoutNoteExtension(old)]
  return path.startsWith('/') && [old, whole, folderOf(old)].some((one) => one !== '' && same(written, one))
}

/** Whether a path may name a page by the folder whose index it is. */
function isPageOfFolder(path: string, page: string): boolean {
  return /^(?:_?index|readme)$/i.test(fileStem(page)) && !/(?:^|\/)(?:_?index|readme)(?:\.\w+)?$/i.test(path)
}

/** The part of the new path that the link names: the folder of an index, the path without extension, or the path. */
function namedPath({ oldPath, newPath }: TargetChange, path: string): string {
  if (isPageOfFolder(path, oldPath))
    return fileStem(newPath).toLowerCase() === fileStem(oldPath).toLowerCase() ? folderOf(newPath) : newPath
  return isNoteFile(newPath) && !isNoteFile(path) ? withoutNoteExtension(newPath) : newPath
}

function styledPath({ task, oldPath }: TargetChange, path: string, target: string): string {
  const old = isPageOfFolder(path, oldPath)
    ? folderOf(oldPath)
    : isNoteFile(path)
      ? oldPath
      : withoutNoteExtension(oldPath)
  const styled = withName(target, inStyleOf(lastSegment(path), lastSegment(old), lastSegment(target)))
  if (path.startsWith('/')) return `/${styled}`
  const trimmed = path.replace(/\/+$/, '')
  const near = detour(task, trimmed, { old, now: styled }) ?? relativePath(task.now.path, styled)
  if (same(joinSegments(folderOf(task.from.path), trimmed), old))
    return path.startsWith('./') && !near.startsWith('.') ? `./${near}` : near
  if (same(trimmed, old)) return styled
  return styled.split('/').slice(-trimmed.split('/').length).join('/')
}

/** A path that went up and came back (`../docs/x.md` in `docs/`) does so again, by as many levels; undefined for a shortest path. */
function detour(
  { from, now }: TargetChange['task'],
  written: string,
  path: { readonly old: string; readonly now: string },
): string | undefined {
  const ups = /^(?:\.\.\/)*/.exec(written)?.[0] ?? ''
  if (ups === '' || written.length <= relativePath(from.path, path.old).length) return undefined
  const folders = folderOf(now.path).split('/')
  const height = folders.length - ups.length / 3
  const above = folders
    .slice(0, Math.max(0, height))
    .map((folder) => `${folder}/`)
    .join('')
  return height >= 0 && path.now.startsWith(above) ? ups + path.now.slice(above.length) : undefined
}

function same(a: string, b: string): boolean {
  return a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase()
}

function withName(path: string, name: string): string {
  return folderOf(path) === '' ? name : `${folderOf(path)}/${name}`
}

function lastSegment(path: string): string {
  const trimmed = path.replace(/\/+$/, '')
  return trimmed.slice(trimmed.lastIndexOf('/') + 1)
}
