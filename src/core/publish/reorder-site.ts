import type { Note } from '../model/note.ts'
import type { Site, SiteNote } from '../model/site.ts'
import { comparableTag } from '../query/lists/tag-expression.ts'
import type { Vault } from '../vault/vault.ts'
import { groupNamesOf } from './group-notes.ts'
import { byTitle, linkingTo, spectrumOf } from './make-site.ts'

/**
 * The site with its notes in the order of the titles they have now, each as it was told of before; undefined where a group would be called
 * otherwise, which has the spelling of its first note.
 */
export function reorderSite(site: Site, vault: Vault, retitled: readonly Note[]): Site | undefined {
  const order = orderNow(site, vault, retitled)
  const places = new Uint32Array(order.length)
  for (const [place, number] of order.entries()) places[number] = place
  const placed = (numbers: readonly number[]): readonly number[] => numbers.map((number) => places[number] ?? 0)
  const former = order.flatMap((number) => site.notes[number] ?? [])
  const links = former.map(({ linksTo }) => placed(linksTo))
  const back = linkingTo(links)
  const notes = former.map((note, number): SiteNote => ({
    ...note,
    linksTo: links[number] ?? [],
    linkedFrom: back[number] ?? [],
  }))
  const topics = site.topics.map((topic) => ({ ...topic, notes: placed(topic.notes) }))
  const moved = { ...site, notes, topics, spectrum: spectrumOf(topics, notes) }
  return retitled.every((note) => keepsNames(moved, vault, note)) ? moved : undefined
}

/** The former numbers of the notes in their order now. */
function orderNow(site: Site, vault: Vault, retitled: readonly Note[]): readonly number[] {
  const moved = new Set<string>(retitled.map(({ path }) => path))
  const order = [...site.notes.keys()].filter((number) => !moved.has(site.notes[number]?.path ?? ''))
  const noteAt = (place: number): Note | undefined => vault.note(site.notes[order[place] ?? -1]?.path ?? '')
  for (const [number, { path }] of site.notes.entries()) {
    const note = moved.has(path) ? vault.note(path) : undefined
    if (note !== undefined) order.splice(placeOf(note, order.length, noteAt), 0, number)
  }
  return order
}

/** How many of some notes, which are in order, stand before a note. */
function placeOf(note: Note, count: number, noteAt: (place: number) => Note | undefined): number {
  let [from, to] = [0, count]
  while (from < to) {
    const middle = (from + to) >> 1
    const other = noteAt(middle)
    if (other !== undefined && byTitle(other, note) < 0) from = middle + 1
    else to = middle
  }
  return from
}

/** Whether the groups of a note are called as their first note spells them. */
function keepsNames({ groupedBy, notes, topics }: Site, vault: Vault, { path }: Note): boolean {
  const own = notes.find((note) => note.path === path)
  return (own?.topics ?? []).every((number) => {
    const topic = topics[number]
    const first = vault.note(notes[topic?.notes.reduce((a, b) => Math.min(a, b)) ?? -1]?.path ?? '')
    const names = first === undefined || groupedBy === undefined ? [] : groupNamesOf(first, groupedBy)
    return names.find((name) => comparableTag(name) === comparableTag(topic?.name ?? '')) === topic?.name
  })
}
