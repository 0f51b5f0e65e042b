import type { Note } from '../model/note.ts'
import { foldName } from '../vault/fold.ts'
import type { Vault } from '../vault/vault.ts'

/** What a note must satisfy to be listed. */
export type NoteFilter = (note: Note) => boolean

/** What a list can be sorted by. */
export const sortKeys = ['title', 'path', 'created', 'modified', 'words', 'links', 'backlinks', 'random'] as const
export type SortKey = (typeof sortKeys)[number]

/** How a list is cut and ordered. */
export interface ListOrder {
  readonly sort: SortKey
  readonly reverse: boolean
  readonly limit?: number
  /** A number from 0 to 1 on each call; used by `random` alone. */
  readonly random: () => number
}

/** The notes that satisfy all filters, in order. Dates and counts come largest first, names in the order of the alphabet. */
export function listNotes(vault: Vault, filters: readonly NoteFilter[], order: ListOrder): readonly Note[] {
  const notes = vault.notes.filter((note) => filters.every((filter) => filter(note)))
  const sorted = order.sort === 'random' ? shuffle(notes, order.random) : sortBy(vault, notes, order.sort)
  if (order.reverse) sorted.reverse()
  return order.limit === undefined ? sorted : sorted.slice(0, order.limit)
}

function sortBy(vault: Vault, notes: readonly Note[], sort: Exclude<SortKey, 'random'>): Note[] {
  switch (sort) {
    case 'path':
      return [...notes]
    case 'title':
      return sortByKey(notes, (note) => foldName(note.title), 1)
    case 'created':
    case 'modified':
      return sortByKey(notes, (note) => note[sort], -1)
    case 'words':
      return sortByKey(notes, (note) => note.words, -1)
    case 'links':
      return sortByKey(notes, (note) => vault.linkCount(note.path), -1)
    case 'backlinks':
      return sortByKey(notes, (note) => vault.backlinkCount(note.path), -1)
  }
}

function sortByKey(notes: readonly Note[], keyOf: (note: Note) => string | number, direction: 1 | -1): Note[] {
  const keyed = notes.map((note) => ({ note, key: keyOf(note) }))
  keyed.sort((a, b) => (a.key < b.key ? -direction : a.key > b.key ? direction : 0))
  return keyed.map(({ note }) => note)
}

function shuffle(notes: readonly Note[], random: () => number): Note[] {
  const shuffled = [...notes]
  for (let last = shuffled.length - 1; last > 0; last--) {
    const pick = Math.floor(random() * (last + 1))
    const [a, b] = [shuffled[last], shuffled[pick]]
    if (a !== undefined && b !== undefined) [shuffled[last], shuffled[pick]] = [b, a]
  }
  return shuffled
}
