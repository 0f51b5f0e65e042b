import { isAlias, isMap } from 'yaml'
import { isMetadata, type Metadata, type MetadataValue } from '../../model/note.ts'
import { cannotEdit, entriesOf, type FrontMatterEntry, type FrontMatterText } from './front-matter-text.ts'
import { heldKey } from './held-key.ts'

/** A key below the first level, written as in filters: `meta.status`. */
export interface NestedKey {
  /** The keys of the maps down to the key itself, in the note's spelling. */
  readonly path: readonly string[]
  /** Undefined where the map has no such key. */
  readonly entry: FrontMatterEntry | undefined
  /** The entries of the map. */
  readonly siblings: readonly FrontMatterEntry[]
}

/** The nested key that a dotted name means; undefined when the front matter has no such map. */
export function nestedKey(note: string, front: FrontMatterText, asked: string): NestedKey | undefined {
  const names = asked.split('.')
  const path: string[] = []
  let siblings = front.entries
  for (const name of names) {
    const key = heldIn(siblings, name)
    const entry = siblings.find((one) => one.key === key)
    path.push(key)
    if (path.length === names.length) return path.length === 1 ? undefined : { path, entry, siblings }
    const map = entry?.pair.value
    if (isAlias(map)) return cannotEdit(note, `"${key}" repeats by an alias (*) what stands elsewhere`)
    if (!isMap(map)) return undefined
    siblings = entriesOf(map, front.yaml)
  }
  return undefined
}

function heldIn(entries: readonly FrontMatterEntry[], name: string): string {
  return heldKey(
    entries.map(({ key }) => key),
    name,
  )
}

/** Whether the first part of a dotted name is a map in the data, so that filters read the name as a nested key. */
export function isInMap(data: Readonly<Record<string, unknown>>, asked: string): boolean {
  const [first = '', ...rest] = asked.split('.')
  const map = data[heldKey(Object.keys(data), first)]
  return rest.length > 0 && isMetadata(map) && !(map instanceof Date)
}

/** The data with the value at a path of keys set, or removed when it is undefined. */
export function withNested(data: Metadata, path: readonly string[], value: MetadataValue | undefined): Metadata {
  const [key = '', ...below] = path
  const { [key]: old, ...rest } = data
  if (below.length > 0) return { ...data, [key]: withNested(isMetadata(old) ? old : {}, below, value) }
  return value === undefined ? rest : { ...data, [key]: value }
}
