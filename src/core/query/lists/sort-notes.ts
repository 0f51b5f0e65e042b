import type { MetadataValue, Note } from '../../model/note.ts'
import { foldName } from '../../vault/fold.ts'
import type { Vault } from '../../vault/vault.ts'
import { valueOf } from './note-value.ts'

/**
 * Notes sorted by their value under a name (`valueOf`): numbers and dates largest first, texts alphabetically, then notes without a value.
 * `updated` is the date of the change where a note has no such key. The sort is stable; `reverse` reverses it but leaves notes without a
 * value at the end.
 */
export function sortNotes(vault: Vault, notes: readonly Note[], name: string, reverse = false): Note[] {
  const keyed = notes.map((note) => ({ note, key: sortKeyOf(vault, note, name) }))
  const direction = reverse ? -1 : 1
  keyed.sort((a, b) => compare(a.key, b.key, direction))
  return keyed.map(({ note }) => note)
}

/** A sort key: numbers before dates before texts before no value. */
type SortKey = readonly [rank: 0, value: number] | readonly [rank: 1 | 2, value: string] | readonly [rank: 3]

function sortKeyOf(vault: Vault, note: Note, name: string): SortKey {
  const value = valueOf(vault, note, name)
  return keyOf(value === undefined && name.toLowerCase() === 'updated' ? note.modified : value)
}

function keyOf(value: MetadataValue | undefined): SortKey {
  if (Array.isArray(value)) return keyOf(value[0] as MetadataValue | undefined)
  if (value === undefined || value === null || value === '' || typeof value === 'object') return [3]
  if (typeof value === 'boolean') return [0, Number(value)]
  if (typeof value === 'number') return [0, value]
  return isDate(value) ? [1, value] : [2, foldName(value)]
}

/** Whether a text is a date, or a date and a time. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d\d(?:-\d\d(?:[T ][\d:.Z+-]+)?)?$/.test(text)
}

function compare(a: SortKey, b: SortKey, direction: 1 | -1): number {
  if (a[0] === 3 || b[0] === 3) return a[0] - b[0]
  if (a[0] !== b[0]) return (a[0] - b[0]) * direction
  if (a[1] === b[1]) return 0
  return (a[1] < b[1] ? -1 : 1) * (a[0] === 2 ? 1 : -1) * direction
}
