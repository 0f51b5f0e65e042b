import type { Note } from '../../model/note.ts'
import type { Group } from '../../model/report.ts'
import { comparableTag } from './tag-expression.ts'

/** Topics or tags with their notes, the largest first; spellings that differ in case only are one group. Cached with the list of notes. */
export function groupsOf(notes: readonly Note[], of: 'topics' | 'tags'): readonly Group[] {
  const known = kept.get(notes) ?? {}
  kept.set(notes, known)
  return (known[of] ??= makeGroups(notes, of))
}

const kept = new WeakMap<readonly Note[], { topics?: readonly Group[]; tags?: readonly Group[] }>()

function makeGroups(notes: readonly Note[], of: 'topics' | 'tags'): readonly Group[] {
  const groups = new Map<string, { name: string; notes: Note[] }>()
  const asSpelled = new Map<string, { name: string; notes: Note[] }>()
  for (const note of notes) {
    for (const name of note[of]) {
      const group = asSpelled.get(name) ?? groupOf(groups, name)
      asSpelled.set(name, group)
      if (group.notes.at(-1) !== note) group.notes.push(note)
    }
  }
  return [...groups.values()]
    .map(({ name, notes: members }) => new LazyGroup(name, members))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}

/** A group that collects its notes when asked, since few of many groups are looked at. */
class LazyGroup implements Group {
  readonly name: string
  readonly count: number
  declare readonly notes: Group['notes']
  readonly #members: readonly Note[]

  /** One getter for all groups: with one each, V8 would keep every group as a hash table, in ten times the memory. */
  static readonly #notes: PropertyDescriptor & ThisType<LazyGroup> = {
    enumerable: true,
    get() {
      return this.#members.map(({ path, title }) => ({ path, title }))
    },
  }

  constructor(name: string, members: readonly Note[]) {
    this.name = name
    this.count = members.length
    this.#members = members
    Object.defineProperty(this, 'notes', LazyGroup.#notes)
  }
}

function groupOf(
  groups: Map<string, { name: string; notes: Note[] }>,
  name: string,
): { readonly name: string; readonly notes: Note[] } {
  const key = comparableTag(name)
  const known = groups.get(key)
  if (known !== undefined) return known
  const made = { name, notes: [] }
  groups.set(key, made)
  return made
}
