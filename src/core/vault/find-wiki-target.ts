import { folderOf, type NotePath, toNotePath } from '../model/note-path.ts'
import type { LinkStyle } from '../model/resolution.ts'
import { type FileMatch, withoutNoteExtension } from './file-index.ts'
import type { VaultDialects } from '../model/tool-dialect.ts'
import { logseqNames } from './logseq-names.ts'
import { normaliseName } from './fold.ts'
import { nameSlug } from './name-index.ts'
import { percentDecode } from '../model/percent-decode.ts'
import { preferNear } from './prefer-near.ts'
import type { FoundFiles, ResolverIndex, TargetMatch } from './resolver-index.ts'

/** Finds the file a wikilink's target names: by the first of the ten steps of links.md section 2 that finds one. */
export function findWikiTarget(
  index: ResolverIndex,
  from: NotePath,
  target: string,
  dialects?: VaultDialects,
): TargetMatch | undefined {
  const spelled = findSpelled(index, from, target)
  const isLoose = spelled?.found !== 'outside' && spelled?.styles.includes('resolved-by-slug') !== false
  const page = isLoose && dialects?.pages === true ? findPage(index, from, { target, dialects }) : undefined
  const found = page ?? spelled
  if (found !== undefined) return found
  const decoded = percentDecode(target)
  if (decoded === target) return undefined
  const match = findSpelled(index, from, decoded)
  return match?.found === 'files' ? { ...match, styles: [...match.styles, 'encoded-wikilink'] } : match
}

/** Finds a Logseq page, whose file is named differently, with the same slug at best. */
function findPage(
  index: ResolverIndex,
  from: NotePath,
  { target, dialects }: { readonly target: string; readonly dialects: VaultDialects },
): TargetMatch | undefined {
  for (const name of logseqNames(target, dialects.journals)) {
    const match = findByPath(index, from, name)
    if (match !== undefined) return asFiles(match, from)
  }
  return undefined
}

function findSpelled(index: ResolverIndex, from: NotePath, target: string): TargetMatch | undefined {
  const path = target.replaceAll('\\', '/').replace(/\/+$/, '')
  if (/^\.\.?(?:\/|$)/.test(path)) return findRelative(index, from, path)
  if (path.startsWith('/')) return findFromRoot(index, from, path.replace(/^\/+/, ''))
  const folder = target.endsWith('/') ? findFolderIndex(index, from, path) : undefined
  if (folder !== undefined) return folder
  const match = findByPath(index, from, path)
  return (
    (match && asNamedFiles(index, from, target, match)) ??
    findByName(index, from, target) ??
    findFolderIndex(index, from, path) ??
    findAttachment(index, from, path)
  )
}

/** A path from the root is only looked up there, not by name elsewhere. */
function findFromRoot(index: ResolverIndex, from: NotePath, path: string): TargetMatch | undefined {
  const match = findAt(index, path) ?? index.attachments.at(path)
  return match ? asFiles(match, from) : (folderNote(index, from, path) ?? existing(index, path))
}

function findRelative(index: ResolverIndex, from: NotePath, path: string): TargetMatch | undefined {
  const whole = joinPath(from, path)
  if (whole === undefined) return { found: 'outside', path: seenFrom(from, path) }
  const match = findAt(index, whole) ?? index.attachments.at(whole)
  if (match) return asFiles(match, from)
  return folderNote(index, from, whole) ?? existing(index, whole)
}

function findAt(index: ResolverIndex, path: string): FileMatch | undefined {
  return index.notesByStem.at(withoutNoteExtension(path))
}

function findByPath(index: ResolverIndex, from: NotePath, path: string): FileMatch | undefined {
  const stem = withoutNoteExtension(path)
  const near = joinPath(from, stem)
  return (
    index.notesByStem.at(stem) ??
    (near === undefined ? undefined : index.notesByStem.at(near)) ??
    index.notesByStem.endingWith(stem)
  )
}

function findByName(index: ResolverIndex, from: NotePath, target: string): TargetMatch | undefined {
  const byTitle = index.names.titled(target) ?? index.names.titled(withoutNoteExtension(target))
  if (byTitle) return titled(index, byTitle, from)
  const byAlias = index.names.aliased(target) ?? index.names.aliased(withoutNoteExtension(target))
  if (byAlias) return named(byAlias, from, 'resolved-by-alias')
  const bySlug = index.names.withSlug(nameSlug(withoutNoteExtension(target)))
  return bySlug && named(bySlug, from, 'resolved-by-slug')
}

function named(paths: readonly NotePath[], from: NotePath, style: LinkStyle): FoundFiles {
  return { found: 'files', paths: preferNear(paths, from), styles: [style] }
}

/** The title of a Logseq page is made from its file name, and counts as such. */
function titled(index: ResolverIndex, paths: readonly NotePath[], from: NotePath): FoundFiles {
  const match = named(paths, from, 'resolved-by-title')
  const [first] = match.paths
  return first !== undefined && index.note(first)?.titleSource === 'file' ? { ...match, styles: [] } : match
}

/** Files found by path. One found only by folding case, whose title or alias is exactly the target, counts as found by that name. */
function asNamedFiles(index: ResolverIndex, from: NotePath, target: string, match: FileMatch): TargetMatch {
  const files = asFiles(match, from)
  if (match.exactCase) return files
  const first = files.paths[0]
  const note = first === undefined ? undefined : index.note(first)
  if (note === undefined) return files
  const name = normaliseName(target)
  if (normaliseName(note.title) === name) return { ...files, styles: ['resolved-by-title'] }
  return note.aliases.some((alias) => normaliseName(alias) === name)
    ? { ...files, styles: ['resolved-by-alias'] }
    : files
}

function findFolderIndex(index: ResolverIndex, from: NotePath, path: string): TargetMatch | undefined {
  if (path === '') return undefined
  const near = joinPath(from, path)
  const exact = folderNote(index, from, path) ?? (near === undefined ? undefined : folderNote(index, from, near))
  if (exact) return exact
  const paths = (index.folders.endingWith(path)?.paths ?? []).flatMap(
    (folder) => folderNote(index, from, folder)?.paths ?? [],
  )
  return paths.length > 0 ? { found: 'files', paths: preferNear(paths, from), styles: [] } : undefined
}

/** The `index.md` or `README.md` of a folder. */
export function folderNote(index: ResolverIndex, from: NotePath, folder: string): FoundFiles | undefined {
  const match = index.notesByStem.at(`${folder}/index`) ?? index.notesByStem.at(`${folder}/README`)
  return match && { found: 'files', paths: preferNear(match.paths, from), styles: [] }
}

function findAttachment(index: ResolverIndex, from: NotePath, path: string): TargetMatch | undefined {
  if (path === '') return undefined
  const near = joinPath(from, path)
  const match =
    index.attachments.at(path) ??
    (near === undefined ? undefined : index.attachments.at(near)) ??
    index.attachments.endingWith(path)
  if (match) return asFiles(match, from)
  const names = /\.[A-Za-z0-9]+$/.test(path) ? [path, `${path}.md`] : [`${path}.md`]
  for (const name of names) {
    const found = existing(index, name) ?? existing(index, seenFrom(from, name))
    if (found !== undefined) return found
  }
  return undefined
}

function existing(index: ResolverIndex, path: string): TargetMatch | undefined {
  const inside = toNotePath(path)
  return inside !== undefined && index.exists(inside) ? { found: 'files', paths: [inside], styles: [] } : undefined
}

function asFiles(match: FileMatch, from: NotePath): FoundFiles {
  return { found: 'files', paths: preferNear(match.paths, from), styles: match.exactCase ? [] : ['case-mismatch'] }
}

/** The path from the root of a path relative to the folder of a note; undefined when it leaves the vault. */
export function joinPath(from: NotePath, path: string): NotePath | undefined {
  return toNotePath(seenFrom(from, path))
}

/** The same without resolving `..`. */
export function seenFrom(from: NotePath, path: string): string {
  const folder = folderOf(from)
  return folder === '' ? path : `${folder}/${path}`
}
