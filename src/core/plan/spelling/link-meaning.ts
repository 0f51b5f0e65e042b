import { followsWikiRules, type Link } from '../../model/link.ts'
import type { Note } from '../../model/note.ts'
import { fileName, fileStem, folderOf, relativePath } from '../../model/note-path.ts'
import type { LinkStyle, Resolution } from '../../model/resolution.ts'
import { withoutNoteExtension } from '../../vault/file-index.ts'
import { foldName } from '../../vault/fold.ts'
import type { Vault } from '../../vault/vault.ts'
import { percentDecode } from '../../model/percent-decode.ts'
import type { Draft } from '../draft.ts'
import { joinSegments, splitQuery } from './join-segments.ts'

/** Where in a note an anchor leads, told apart so that it can be found again in the note as it will be. */
type AnchorTarget = 'top' | 'missing' | { readonly heading: number } | { readonly id: string }

/** A link in a vault, with the note that holds it and what it points at there. */
export interface LinkInVault {
  readonly vault: Vault
  readonly from: Note
  readonly link: Link
  readonly resolution: Resolution
}

/** Whether a link leads, in the planned vault, to what it led to before; links that led nowhere are not held to anything. */
export function leadsToSame(before: LinkInVault, after: LinkInVault, draft: Draft): 'same' | 'worse' | 'other' {
  const old = before.resolution
  const now = after.resolution
  if (old.status === 'broken' || old.status === 'external') return 'same'
  if (old.status === 'outside' && old.exists !== true) return 'same'
  if (old.status === 'outside')
    return now.status === 'outside' && outsidePath(before) === outsidePath(after) ? 'same' : 'other'
  if (!('path' in now) || now.path !== newPath(old.path, draft)) return 'other'
  if (!samePlace(before.vault.note(old.path), after.vault.note(now.path), before, after)) return 'other'
  return isWorse(before, after) ? 'worse' : 'same'
}

/** Whether a link that leads right does so in a lesser way than before. */
export function isWorse(before: LinkInVault, after: LinkInVault): boolean {
  if (after.resolution.status === 'ambiguous' && before.resolution.status !== 'ambiguous') return true
  const losesWay = (isRelative(before) && !isRelative(after)) || (isDirect(before) && !isDirect(after))
  return losesWay || losesFile(before, after) || looseness(after) > looseness(before)
}

/** Whether a wikilink that stays as it is led by the name of the file, in any case, and now by title, alias or slug, which Obsidian does not follow. */
function losesFile(before: LinkInVault, after: LinkInVault): boolean {
  return before.link.target === after.link.target && isByFile(before) && !isByFile(after)
}

function isByFile({ link, resolution }: LinkInVault): boolean {
  if (!followsWikiRules(link) || !('path' in resolution)) return false
  const name = withoutNoteExtension(fileName(link.target.replaceAll('\\', '/')))
  return foldName(name) === foldName(fileStem(resolution.path))
}

/** Whether a markdown link leads by the way from its note's folder, as every other program reads it, and not from the root. */
function isRelative({ from, link, resolution }: LinkInVault): boolean {
  if (followsWikiRules(link) || link.target.startsWith('/') || !('path' in resolution)) return false
  const path = outsidePath({ from, link }).normalize('NFC').toLowerCase()
  const target = resolution.path.normalize('NFC').toLowerCase()
  return target === path || target.startsWith(`${path}.`) || folderOf(target) === path
}

/** Whether a markdown link goes the shortest way from its note's folder. */
function isDirect({ from, link, resolution }: LinkInVault): boolean {
  if (followsWikiRules(link) || !('path' in resolution)) return false
  const path = percentDecode(splitQuery(link.target)[0]).replace(/^\.\//, '')
  const way = relativePath(from.path, resolution.path)
  return path === way || way.startsWith(`${path}.`)
}

/** How much good will a reader needs to follow a spelling, from 0; the exact title or an alias excuses folded case. */
function looseness({ vault, link, resolution }: LinkInVault): number {
  const styles: readonly LinkStyle[] = 'styles' in resolution ? resolution.styles : []
  const note = 'path' in resolution ? vault.note(resolution.path) : undefined
  const isName = note !== undefined && (note.title === link.target || note.aliases.includes(link.target))
  const ranks = styles.map((style) => (style === 'case-mismatch' && isName ? 1 : styleRank[style]))
  return Math.max(0, ...ranks)
}

const styleRank: Readonly<Record<LinkStyle, number>> = {
  'resolved-by-title': 1,
  'resolved-by-alias': 1,
  'case-mismatch': 2,
  // Obsidian follows any case of letters, and no slug.
  'resolved-by-slug': 3,
  'non-portable-link': 3,
  'encoded-wikilink': 4,
}

/** What a link out of the vault points at, from the root, beginning with `..`. */
export function outsidePath({ from, link }: Pick<LinkInVault, 'from' | 'link'>): string {
  return joinSegments(folderOf(from.path), percentDecode(splitQuery(link.target)[0]).replaceAll('\\', '/'))
}

/** Where a file or folder will be. */
export function newPath(path: string, { moves, folders }: Draft): string {
  return moves.get(path) ?? folders?.get(path) ?? path
}

function samePlace(
  oldNote: Note | undefined,
  newNote: Note | undefined,
  before: LinkInVault,
  after: LinkInVault,
): boolean {
  if (oldNote === undefined || newNote === undefined) return true
  const old = anchorTarget(oldNote, before.link, before.resolution)
  if (old === 'missing') return true
  const now = anchorTarget(newNote, after.link, after.resolution)
  if (typeof old === 'string' || typeof now === 'string') return old === now
  return 'heading' in old ? 'heading' in now && old.heading === now.heading : 'id' in now && old.id === now.id
}

function anchorTarget(note: Note, link: Link, resolution: Resolution): AnchorTarget {
  if (resolution.status === 'broken-anchor') return 'missing'
  if (resolution.status === 'ambiguous' && resolution.anchorMissing === true) return 'missing'
  const anchor = 'anchor' in resolution ? resolution.anchor : undefined
  if (anchor === undefined || link.anchor === undefined) return 'top'
  const heading = note.headings.findIndex(({ slug }) => slug === anchor)
  return heading >= 0 ? { heading } : { id: anchor }
}
