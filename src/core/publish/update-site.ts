import type { Note } from '../model/note.ts'
import type { Site, SiteNote } from '../model/site.ts'
import { vaultNews } from '../vault/update/vault-news.ts'
import type { Vault } from '../vault/vault.ts'
import type { Addresses } from './addresses.ts'
import { mostLinked, mostLinkedFirst } from './coloured-topics.ts'
import { linksOf, siteNote, type SiteSettings } from './make-site.ts'
import type { NoteTargets } from './note-targets.ts'
import { reorderSite } from './reorder-site.ts'

/** A site that was made of an earlier state of its vault. */
export interface SiteBefore {
  readonly site: Site
  readonly vault: Vault
  readonly addresses: Addresses
  readonly targets: NoteTargets
}

/**
 * The site after texts, links, titles and aliases of some notes changed, equal to one made anew in the former order of topics; undefined
 * where groups or addresses changed too.
 */
export function updateSite(
  before: SiteBefore,
  vault: Vault,
  addresses: Addresses,
  settings: SiteSettings,
): Site | undefined {
  const news = before.addresses === addresses ? vaultNews(before.vault, vault) : undefined
  if (news?.notes.every((note) => sharesGroups(before.vault.note(note.path), note)) !== true) return undefined
  const retitled = news.notes.filter(({ path, title }) => before.vault.note(path)?.title !== title)
  const ordered = retitled.length === 0 ? before.site : reorderSite(before.site, vault, retitled)
  if (ordered === undefined) return undefined
  const { introduction: _, ...site } = ordered
  const numberOf = new Map(site.notes.map(({ path }, number) => [path, number]))
  const fresh = new Set(news.relinked.flatMap((path) => numberOf.get(path) ?? []))
  const links = site.notes.map(({ path, linksTo }, number) => {
    const note = fresh.has(number) ? vault.note(path) : undefined
    return note === undefined ? linksTo : linksOf(settings.targets, note, numberOf)
  })
  const concerned = concernedBy([...fresh], site.notes, links)
  const notes = site.notes.map((old, number): SiteNote => {
    const note = concerned.has(number) ? vault.note(old.path) : undefined
    if (note === undefined) return old
    const place = { linksTo: links[number] ?? [], linkedFrom: concerned.get(number) ?? [], topics: old.topics }
    return siteNote(note, addresses, settings, place)
  })
  const touched = new Set([...concerned.keys()].flatMap((number) => notes[number]?.topics ?? []))
  return {
    ...site,
    ...(settings.introduction === undefined ? {} : { introduction: settings.introduction }),
    notes,
    topics: site.topics.map((topic, number) =>
      touched.has(number)
        ? { ...topic, notes: mostLinkedFirst(topic.notes, (note) => notes[note]?.backlinks ?? 0) }
        : topic,
    ),
    links: links.reduce((sum, list) => sum + list.length, 0),
    mostLinked: mostLinked(notes),
  }
}

/** Whether two states of a note are named by the same groups. */
function sharesGroups(one: Note | undefined, other: Note): boolean {
  return one !== undefined && isSame(one.topics, other.topics) && isSame(one.tags, other.tags)
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, at) => name === other[at])
}

/** The numbers of some notes and of those that they link to now or did before, each with the numbers of the notes that link to it now. */
function concernedBy(
  fresh: readonly number[],
  old: readonly SiteNote[],
  links: readonly (readonly number[])[],
): ReadonlyMap<number, readonly number[]> {
  const back = new Map<number, number[]>()
  for (const number of fresh)
    for (const one of [number, ...(old[number]?.linksTo ?? []), ...(links[number] ?? [])]) back.set(one, [])
  for (const [from, list] of links.entries()) for (const to of list) back.get(to)?.push(from)
  return back
}
