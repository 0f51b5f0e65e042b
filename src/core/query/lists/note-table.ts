import type { MetadataValue, Note } from '../../model/note.ts'
import type { Report } from '../../model/report.ts'
import { localDay } from '../../parse/local-time.ts'
import { foldName } from '../../vault/fold.ts'
import type { Vault } from '../../vault/vault.ts'
import { isNamed, keysOf, knownNames, valueOf } from './note-value.ts'
import { nearestNames } from '../names/nearest-names.ts'
import { isDate } from './sort-notes.ts'

type TableReport = Extract<Report, { kind: 'table' }>

/** Notes with the same value under a name; `name` is that value as text. */
export interface NoteGroup {
  readonly name: string
  /** The value, when all of them have a number, or all `true` or `false`. */
  readonly value?: number | boolean | undefined
  readonly notes: readonly Note[]
}

/** Notes as rows, with a column for each of some names (`valueOf`). */
export function noteTable(vault: Vault, notes: readonly Note[], columns: readonly string[]): TableReport {
  const rows = notes.map((note) => ({
    path: note.path,
    cells: columns.map((column) => valueOf(vault, note, column)),
  }))
  return { kind: 'table', columns, rows }
}

/** How many notes each group has, under a heading. */
export function groupCounts(heading: string, groups: readonly NoteGroup[]): TableReport {
  const rows = groups.map(({ name, value, notes }) => ({ cells: [value ?? name, notes.length] }))
  return { kind: 'table', columns: [heading, 'count'], rows }
}

/**
 * Notes grouped by their value under a name: in the group of each item of a list, regardless of case, times by their day. Groups are in
 * alphabetical order, numbers by size; notes without a value come last. `topic` is the first of a note's topics, `tag` each of its tags.
 */
export function groupNotesBy(vault: Vault, notes: readonly Note[], by: string): readonly NoteGroup[] {
  const groups = new Map<string, NoteGroup & { readonly notes: Note[] }>()
  for (const note of notes) {
    for (const [name, value] of groupNames(vault, note, by)) {
      const key = foldName(name)
      const { notes: before = [], ...group } = groups.get(key) ?? { name, value }
      before.push(note)
      groups.set(key, { ...group, notes: before, value: group.value === value ? value : undefined })
    }
  }
  return [...groups.entries()].sort(([a], [b]) => compareNames(a, b)).map(([, group]) => group)
}

/** The names that one under which no note has a value was perhaps meant for; undefined when some note has one. */
export function unknownName(vault: Vault, name: string): readonly string[] | undefined {
  return isNamed(vault, name) ? undefined : nearestNames(name, [...knownNames, ...keysOf(vault.notes)])
}

/** The names of the groups that a note is in, with the value that each name stands for where it is not text. */
function groupNames(vault: Vault, note: Note, by: string): ReadonlyMap<string, number | boolean | undefined> {
  if (/^topic$/i.test(by)) return new Map([[note.topics[0] ?? '(no topic)', undefined]])
  const value = valueOf(vault, note, /^tag$/i.test(by) ? 'tags' : by)
  if (/^folder$/i.test(by) && value === '') return new Map([['(root)', undefined]])
  const items = (Array.isArray(value) ? value : [value]).filter(
    (item: MetadataValue | undefined) => item !== undefined && item !== null && item !== '',
  )
  if (items.length === 0) return new Map([[`(no ${by.toLowerCase()})`, undefined]])
  return new Map(
    items.map((item) => [groupName(item), typeof item === 'object' || typeof item === 'string' ? undefined : item]),
  )
}

function groupName(item: MetadataValue): string {
  if (typeof item === 'object') return JSON.stringify(item)
  return isDate(String(item)) ? localDay(String(item)) : String(item)
}

/** Names in parentheses, which are groups of notes without a value, come last. */
function compareNames(a: string, b: string): number {
  const last = Number(a.startsWith('(')) - Number(b.startsWith('('))
  if (last !== 0) return last
  if (a.trim() !== '' && b.trim() !== '' && Number.isFinite(Number(a)) && Number.isFinite(Number(b)))
    return Number(a) - Number(b)
  return a < b ? -1 : 1
}
