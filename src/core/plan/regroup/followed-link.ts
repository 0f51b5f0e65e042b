import { followsWikiRules, type Link } from '../../model/link.ts'
import type { Note } from '../../model/note.ts'
import type { NotePath } from '../../model/note-path.ts'
import { leadsNowhere, type Resolution } from '../../model/resolution.ts'
import { resolveAnchor } from '../../vault/resolve-anchor.ts'
import type { Vault } from '../../vault/vault.ts'
import { isWorse, outsidePath } from '../spelling/link-meaning.ts'
import type { Spelling } from '../spelling/spelling.ts'
import type { ComposedNotes } from './compose-notes.ts'
import { placeKey, type Regrouping, type Slice } from './regrouping.ts'

/** A link, the piece that contains it, and its new spelling. */
export interface FollowedLink {
  /** The path of the note that will hold it. */
  readonly holder: NotePath
  readonly slice: Slice
  readonly note: Note
  readonly link: Link
  readonly resolution: Resolution
  spelling: Spelling
}

/** Where a link has to lead: a note, a heading or block in it, or an id. */
export interface Goal {
  readonly path: NotePath
  /** The offset of the heading or block. */
  readonly offset?: number
  /** Whether the note begins with that heading, so that a link to the note alone is enough. */
  readonly isTop?: boolean
  readonly id?: string
  /** Whether the anchor led nowhere before, so that any anchor will do. */
  readonly isLoose?: boolean
}

/** The vault before and after, and the regrouping between them. */
export interface Transition {
  readonly before: Vault
  readonly after: Vault
  readonly composed: ComposedNotes
  readonly regrouping: Regrouping
}

/** Where a link has to lead after the regrouping; undefined when it leads out of the vault or nowhere. */
export function goalOf(transition: Transition, { link, resolution }: FollowedLink): Goal | undefined {
  if (!('path' in resolution)) return undefined
  const { before, composed, regrouping } = transition
  const { path } = resolution
  const note = before.note(path)
  const top = regrouping.removed.has(path) ? composed.topOf(path) : { path }
  const anchor = 'anchor' in resolution ? resolution.anchor : undefined
  if (top === undefined || note === undefined || anchor === undefined || (link.anchor ?? '') === '') return top
  if (isLost(resolution)) return { path: top.path, isLoose: true }
  const place = placeIn(note, anchor)
  if (place === undefined) return { path: holderOfId(transition, note, { anchor, or: top.path }), id: anchor }
  return goalAt(transition, path, place)
}

/** Where a heading or block of an old note is now. */
function goalAt({ composed, regrouping }: Transition, path: NotePath, offset: number): Goal | undefined {
  const moved = composed.locate(path, offset)
  if (moved === undefined) return composed.notes.has(path) ? undefined : { path, offset }
  return regrouping.tops.has(placeKey(path, offset)) ? { ...moved, isTop: true } : moved
}

/** Whether the anchor of a link was not found. */
function isLost(resolution: Resolution): boolean {
  return (
    resolution.status === 'broken-anchor' || (resolution.status === 'ambiguous' && resolution.anchorMissing === true)
  )
}

/** The offset of the heading or block that an anchor names; undefined for an HTML id or the explicit id of a heading. */
function placeIn(note: Note, anchor: string): number | undefined {
  const bySlug = note.headings.find(({ slug }) => slug === anchor)
  if (bySlug !== undefined) return bySlug.span.start
  const match = resolveAnchor(note, anchor)
  if (match?.kind === 'heading') return match.heading.span.start
  return match?.kind === 'block' ? note.blocks.find(({ id }) => id === match.id)?.span.start : undefined
}

function holderOfId(
  { composed, after }: Transition,
  note: Note,
  { anchor, or }: { readonly anchor: string; readonly or: NotePath },
): NotePath {
  const has = (path: NotePath): boolean => after.note(path)?.anchors.includes(anchor) === true
  if (has(note.path)) return or
  return [...composed.notes.keys()].find((path) => composed.takesFrom(path, note.path) && has(path)) ?? or
}

/** Whether a link with a spelling leads where it has to. */
export function judge(transition: Transition, followed: FollowedLink, spelling: Spelling): 'same' | 'worse' | 'other' {
  const { before, after } = transition
  const { note, link, resolution: old } = followed
  const from = after.note(followed.holder)
  if (from === undefined || old.status === 'external' || leadsNowhere(old)) return 'same'
  const spelled = spelledSo(link, spelling)
  const resolution = after.resolve(from, spelled)
  if (old.status === 'outside') {
    const isSame = outsidePath({ from: note, link }) === outsidePath({ from, link: spelled })
    return isSame && resolution.status === 'outside' ? 'same' : 'other'
  }
  const goal = goalOf(transition, followed)
  if (goal === undefined) return 'same'
  if (!isAt(after, resolution, goal)) return 'other'
  // A link within its own note has no path that could be worse.
  if (spelling.target === '' || (link.target === '' && followsWikiRules(link))) return 'same'
  const was = { vault: before, from: note, link, resolution: old }
  return isWorse(was, { vault: after, from, link: spelled, resolution }) ? 'worse' : 'same'
}

/** The link as it will be written. */
export function spelledSo(link: Link, { target = link.target, anchor = link.anchor }: Spelling): Link {
  const { anchor: _old, ...rest } = link
  return { ...rest, target, ...(anchor === undefined || anchor === '' ? {} : { anchor }) } as Link
}

/** Whether a link leads to its goal. */
function isAt(after: Vault, resolution: Resolution, goal: Goal): boolean {
  if (!('path' in resolution) || resolution.path !== goal.path) return false
  if (goal.isLoose === true) return true
  if (isLost(resolution)) return false
  const note = after.note(resolution.path)
  if (note === undefined) return true
  const anchor = 'anchor' in resolution ? resolution.anchor : undefined
  const place = anchor === undefined ? 'top' : placeIn(note, anchor)
  if (goal.id !== undefined) return place === undefined && anchor === goal.id
  if (goal.offset === undefined) return place === 'top'
  return place === goal.offset || (goal.isTop === true && place === 'top')
}
