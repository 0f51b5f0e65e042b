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

/** Where in a note an anchor leads, in a form that can be compared with the note as planned. */
type AnchorTarget = 'top' | 'missing' | { readonly heading: number } | { readonly id: string }

/** A link, the note that holds it, and what it points at in a vault. */
export interface LinkInVault {
  readonly vault: Vault
  readonly from: Note
  readonly link: Link
  readonly resolution: Resolution
}

/** Whether a link leads, in the planned vault, to what it led to before; 'same' for a link that led nowhere. */
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

/** Whether a link that leads to the right place does so in a worse way than before. */
export function isWorse(before: LinkInVault, after: LinkInVault): boolean {
  if (after.resolution.status === 'ambiguous' && before.resolution.status !== 'ambiguous') return true
  const losesWay = (isRelative(before) && !isRelative(after)) || (isDirect(before) && !isDirect(after))
  return losesWay || losesFile(before, after) || looseness(after) > looseness(before)
}

/** Whether an unchanged wikilink led by file name and now leads by title, alias or slug, which Obsidian does not follow. */
function losesFile(before: LinkInVault, after: LinkInVault): boolean {
  return before.link.target === after.link.target && isByFile(before) && !isByFile(after)
}

function isByFile({ link, resolution }: LinkInVault): boolean {
  if (!followsWikiRules(link) || !('path' in resolution)) return false
  const name = withoutNoteExtension(fileName(link.target.replaceAll('\\', '/')))
  return foldName(name) === foldName(fileStem(resolution.path))
}

/** Whether a markdown link is relative to its note's folder, as every program reads it, and not to the root. */
function isRelative({ from, link, resolution }: LinkInVault): boolean {
  if (followsWikiRules(link) || link.target.startsWith('/') || !('path' in resolution)) return false
  const path = outsidePath({ from, link }).normalize('NFC').toLowerCase()
  const target = resolution.path.normalize('NFC').toLowerCase()
  return target === path || target.startsWith(`${path}.`) || folderOf(target) === path
}

/** Whether a markdown link is the shortest relative path from its note's folder. */
function isDirect({ from, link, resolution }: LinkInVault): boolean {
  if (followsWikiRules(link) || !('path' in resolution)) return false
  const path = percentDecode(splitQuery(link.target)[0]).replace(/^\.\//, '')
  const way = relativePath(from.path, resolution.path)
  return path === way || way.startsWith(`${path}.`)
}

/** How lenient a reader must be to follow a spelling, 0 for strict; an exact title or alias makes up for folded case. */
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
  // Obsidian ignores case, but follows no slugs.
  'resolved-by-slug': 3,
  'non-portable-link': 3,
  'encoded-wikilink': 4,
}

/** The path that a link out of the vault names, relative to the root, beginning with `..`. */
export function outsidePath({ from, link }: Pick<LinkInVault, 'from' | 'link'>): string {
  return joinSegments(folderOf(from.path), percentDecode(splitQuery(link.target)[0]).replaceAll('\\', '/'))
}

/** The path of a file or folder after the moves. */
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
