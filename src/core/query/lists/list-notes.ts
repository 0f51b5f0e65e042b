import type { Note } from '../../model/note.ts'
import { foldName } from '../../vault/fold.ts'
import type { Vault } from '../../vault/vault.ts'
import { sortNotes } from './sort-notes.ts'

/** What a note must satisfy to be listed. */
export type NoteFilter = (note: Note) => boolean

/** What every list can be sorted by, beside the keys of front matter. */
export const sortKeys = ['title', 'path', 'created', 'modified', 'words', 'links', 'backlinks', 'random'] as const

/** How a list is cut and ordered. */
export interface ListOrder {
  /** One of `sortKeys`, or a name as `sortNotes` takes it. */
  readonly sort: string
  readonly reverse: boolean
  readonly limit?: number
  /** A number from 0 to 1 on each call; used by `random` alone. */
  readonly random: () => number
}

/** The notes that satisfy all filters, in order. Dates and counts come largest first, names in the order of the alphabet. */
export function listNotes(vault: Vault, filters: readonly NoteFilter[], order: ListOrder): readonly Note[] {
  const notes =
    filters.length === 0 ? vault.notes : vault.notes.filter((note) => filters.every((filter) => filter(note)))
  const sorted = inOrder(vault, notes, order)
  return order.limit === undefined ? sorted : sorted.slice(0, order.limit)
}

function inOrder(vault: Vault, notes: readonly Note[], { sort, reverse, random }: ListOrder): Note[] {
  const sorted = sort === 'random' ? shuffle(notes, random) : byKnownKey(vault, notes, sort)
  if (sorted === undefined) return sortNotes(vault, notes, sort, reverse)
  return reverse ? sorted.reverse() : sorted
}

function byKnownKey(vault: Vault, notes: readonly Note[], sort: string): Note[] | undefined {
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
    default:
      return undefined
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
