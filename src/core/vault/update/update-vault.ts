import { followsWikiRules, type Link } from '../../model/link.ts'
import type { Note } from '../../model/note.ts'
import type { NotePath } from '../../model/note-path.ts'
import { type Resolution, targetPath } from '../../model/resolution.ts'
import type { LinkCounts } from '../known-links.ts'
import { Vault } from '../vault.ts'
import { foundByPath, type LinkNews, LinkOverlay } from './link-overlay.ts'
import { comparedName, SoughtNames } from './sought-names.ts'
import { keepsNames, notesAfter, sameNames, type VaultChange } from './vault-change.ts'

/**
 * The vault after a change, equal to one read anew. If no path or attachment changed, only these links are resolved anew: those of changed
 * notes, those to changed headings and blocks, and those that look up a changed title or alias. Otherwise all links are, when first needed.
 */
export function updateVault(old: Vault, change: VaultChange): Vault {
  const { exists } = old
  const canvases = change.canvases ?? old.readCanvases
  const named = keepsNames(old, change)
  if (change.notes.length > mostKept(old) || !(named || keepsPaths(old, change)))
    return new Vault({
      notes: notesAfter(old, change),
      attachments: change.attachments ?? old.attachments,
      exists,
      canvases,
    })
  const sought = old.sought ?? new SoughtNames()
  const content = {
    notes: replaceNotes(old, change.notes),
    attachments: old.attachments,
    exists,
    canvases,
    sought,
    ...(named ? { sameNames: old.named } : { samePaths: old }),
  }
  const asking = named ? [] : sought.seekers(old.notes, old.known, movedNames(old, change.notes))
  const resolutions = resolutionsToKeep(old, change.notes, { asking, named })
  const interim = new Vault({
    ...content,
    known: new LinkOverlay(old.known, { resolutions, counts: new Map(), sources: new Map() }),
  })
  const relinked = new Set([...change.notes.map(({ path }) => path), ...asking])
  return new Vault({ ...content, known: new LinkOverlay(old.known, newsOf(old, interim, resolutions, relinked)) })
}

/** The titles and aliases of changed notes that differ, old and new ones. */
function movedNames(old: Vault, changed: readonly Note[]): ReadonlySet<string> {
  const moved = changed.flatMap((note) => {
    const before = old.note(note.path)
    return before === undefined || sameNames(before, note) ? [] : [...namesOf(before), ...namesOf(note)]
  })
  return new Set(moved.map(comparedName))
}

function namesOf({ title, aliases }: Note): readonly string[] {
  return [title, ...aliases]
}

/** With more changed notes than this it is cheaper to resolve all links anew, when needed, than to carry known ones over. */
function mostKept({ notes }: Vault): number {
  return Math.max(50, notes.length / 10)
}

/** Whether a change keeps all paths, and concerns only notes that are named by nothing but path, title and aliases. */
function keepsPaths(old: Vault, { notes, removed, attachments }: VaultChange): boolean {
  const isOld = ({ path, dialects }: Note): boolean => old.note(path) !== undefined && dialects === undefined
  return removed.length === 0 && attachments === undefined && notes.every(isOld)
}

function replaceNotes(old: Vault, changed: readonly Note[]): readonly Note[] {
  const notes = [...old.notes]
  for (const note of changed) notes[old.numberOf(note.path) ?? notes.length] = note
  return notes
}

/**
 * The resolutions that still hold in the changed notes, in notes that link to their headings and blocks, and in `asking` ones; `named` says
 * whether all names are unchanged.
 */
function resolutionsToKeep(
  old: Vault,
  changed: readonly Note[],
  { asking, named }: { readonly asking: readonly NotePath[]; readonly named: boolean },
): ReadonlyMap<NotePath, readonly (Resolution | undefined)[]> {
  const moved = new Set(
    changed.filter((note) => anchorsOf(old.note(note.path)) !== anchorsOf(note)).map(({ path }) => path),
  )
  const holds = (link: Link, resolution: Resolution): boolean => {
    if (!named && foundByPath(resolution) === undefined) return false
    if (resolution.status === 'external') return true
    return 'isNote' in resolution && resolution.isNote && !(link.anchor !== undefined && moved.has(resolution.path))
  }
  const kept = new Map<NotePath, readonly (Resolution | undefined)[]>()
  for (const path of [...[...moved].flatMap((target) => old.sourcesOf(target)), ...asking]) {
    if (kept.has(path)) continue
    kept.set(
      path,
      old.linksFrom(path).map(({ link, resolution }) => (holds(link, resolution) ? resolution : undefined)),
    )
  }
  for (const note of changed) {
    const before = new Map(old.linksFrom(note.path).map(({ link, resolution }) => [spelling(link), resolution]))
    kept.set(
      note.path,
      note.links.map((link) => {
        const resolution = before.get(spelling(link))
        return resolution !== undefined && holds(link, resolution) ? resolution : undefined
      }),
    )
  }
  return kept
}

/** Everything in a note that an anchor can name, as one text. */
function anchorsOf(note: Note | undefined): string {
  if (note === undefined) return ''
  const { headings, blocks, anchors } = note
  return JSON.stringify([
    headings.map(({ level, text, slug }) => [level, text, slug]),
    blocks.map(({ id }) => id),
    anchors,
  ])
}

/** Everything in a link that determines its target, together with the note's path. */
function spelling(link: Link): string {
  return JSON.stringify([followsWikiRules(link), link.target, link.anchor])
}

/**
 * What is known after the update: the resolutions of the affected notes, and the counts and sources that changed where links lead
 * elsewhere.
 */
function newsOf(
  old: Vault,
  now: Vault,
  concerned: ReadonlyMap<NotePath, unknown>,
  relinked: ReadonlySet<NotePath>,
): LinkNews {
  const resolutions = new Map(
    [...concerned.keys()].map((path) => [path, now.linksFrom(path).map(({ resolution }) => resolution)]),
  )
  const counts = new Map<NotePath, LinkCounts>()
  const sources = new Map<NotePath, readonly NotePath[]>()
  const countsOf = (path: NotePath): LinkCounts =>
    counts.get(path) ?? { links: old.linkCount(path), backlinks: old.linksTo(path).length }
  for (const path of relinked) {
    const before = tally(old, path)
    const after = tally(now, path)
    const links = now.linksFrom(path).filter(({ resolution }) => targetPath(resolution) !== path).length
    counts.set(path, { ...countsOf(path), links })
    for (const target of new Set([...before.keys(), ...after.keys()])) {
      const gained = counted(now, path, after.get(target)) - counted(old, path, before.get(target))
      counts.set(target, { ...countsOf(target), backlinks: countsOf(target).backlinks + gained })
      const others = (sources.get(target) ?? old.sourcesOf(target)).filter((source) => source !== path)
      sources.set(target, after.has(target) ? [...others, path].sort() : others)
    }
  }
  return { resolutions, counts, sources }
}

/** How many of a note's links count as backlinks: none for an index page. */
function counted(vault: Vault, from: NotePath, links = 0): number {
  return vault.note(from)?.isIndex === true ? 0 : links
}

/** How many links of a note point at each other note. */
function tally(vault: Vault, from: NotePath): Map<NotePath, number> {
  const counts = new Map<NotePath, number>()
  for (const { resolution } of vault.linksFrom(from)) {
    const path = targetPath(resolution)
    if (path === undefined || path === from || vault.note(path) === undefined) continue
    counts.set(path, (counts.get(path) ?? 0) + 1)
  }
  return counts
}
