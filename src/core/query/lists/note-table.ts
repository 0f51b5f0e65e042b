import type { MetadataValue, Note } from '../../model/note.ts'
import type { Report } from '../../model/report.ts'
import { localDay } from '../../parse/local-time.ts'
import { foldName } from '../../vault/fold.ts'
import type { Vault } from '../../vault/vault.ts'
import { isNamed, keysOf, knownNames, valueOf } from './note-value.ts'
import { nearestNames } from '../names/nearest-names.ts'
import { isDate } from './sort-notes.ts'

type TableReport = Extract<Report, { kind: 'table' }>

/** Notes that have the same under a name; `name` is how that is written. */
export interface NoteGroup {
  readonly name: string
  readonly notes: readonly Note[]
}

/** Notes as rows with what they have under some names (`valueOf`), a column each. */
export function tableOf(vault: Vault, notes: readonly Note[], columns: readonly string[]): TableReport {
  const rows = notes.map((note) => ({
    path: note.path,
    cells: columns.map((column) => valueOf(vault, note, column)),
  }))
  return { kind: 'table', columns, rows }
}

/** How many notes each group has, under a heading. */
export function countsOf(heading: string, groups: readonly NoteGroup[]): TableReport {
  const rows = groups.map(({ name, notes }) => ({ cells: [name, notes.length] }))
  return { kind: 'table', columns: [heading, 'count'], rows }
}

/**
 * Notes by what they have under a name: under each item of a list, without regard to case, times by their day; in the order of the alphabet, numbers by size,
 * and at the end those that have nothing. `topic` is the first of a note's topics, `tag` each of its tags.
 */
export function groupNotes(vault: Vault, notes: readonly Note[], by: string): readonly NoteGroup[] {
  const groups = new Map<string, { readonly name: string; readonly notes: Note[] }>()
  for (const note of notes) {
    for (const name of groupNames(vault, note, by)) {
      const key = foldName(name)
      const group = groups.get(key)
      if (group === undefined) groups.set(key, { name, notes: [note] })
      else group.notes.push(note)
    }
  }
  return [...groups.entries()].sort(([a], [b]) => compareNames(a, b)).map(([, group]) => group)
}

/** The known name or key that a name which no note has may be meant for. */
export function unknownName(vault: Vault, name: string): readonly string[] | undefined {
  return isNamed(vault, name) ? undefined : nearestNames(name, [...knownNames, ...keysOf(vault.notes)])
}

function groupNames(vault: Vault, note: Note, by: string): readonly string[] {
  if (/^topic$/i.test(by)) return [note.topics[0] ?? '(no topic)']
  const name = /^tag$/i.test(by) ? 'tags' : by
  const value = valueOf(vault, note, name)
  if (/^folder$/i.test(by) && value === '') return ['(root)']
  const names = (Array.isArray(value) ? [...value] : [value]).flatMap((item: MetadataValue | undefined) =>
    item === undefined || item === null || item === ''
      ? []
      : typeof item === 'object'
        ? JSON.stringify(item)
        : isDate(String(item))
          ? localDay(String(item))
          : String(item),
  )
  return names.length > 0 ? [...new Set(names)] : [`(no ${by.toLowerCase()})`]
}

/** What stands in parentheses, where notes have nothing, comes last. */
function compareNames(a: string, b: string): number {
  const last = Number(a.startsWith('(')) - Number(b.startsWith('('))
  if (last !== 0) return last
  if (a.trim() !== '' && b.trim() !== '' && Number.isFinite(Number(a)) && Number.isFinite(Number(b)))
    return Number(a) - Number(b)
  return a < b ? -1 : 1
}
