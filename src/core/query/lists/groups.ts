import type { Note } from '../../model/note.ts'
import type { Group } from '../../model/report.ts'
import { comparableTag } from './tag-expression.ts'

/** Topics or tags with their notes, the largest first; spellings that differ in case only are one group. */
export function groupsOf(notes: readonly Note[], of: 'topics' | 'tags'): readonly Group[] {
  const groups = new Map<string, { name: string; notes: Note[] }>()
  for (const note of notes) {
    for (const name of note[of]) {
      const key = comparableTag(name)
      const group = groups.get(key)
      if (group === undefined) groups.set(key, { name, notes: [note] })
      else if (group.notes.at(-1) !== note) group.notes.push(note)
    }
  }
  return [...groups.values()]
    .map(({ name, notes: members }) => ({
      name,
      count: members.length,
      notes: members.map(({ path, title }) => ({ path, title })),
    }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}
