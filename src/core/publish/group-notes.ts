import { folderOf } from '../model/note-path.ts'
import type { Note } from '../model/note.ts'
import { comparableTag } from '../query/tag-expression.ts'
import type { Site } from '../model/site.ts'

/** What the notes of a site are grouped by, and the groups with the numbers of their notes. */
export interface NoteGroups {
  readonly groupedBy?: NonNullable<Site['groupedBy']>
  readonly groups: readonly { readonly name: string; readonly members: readonly number[] }[]
}

/** Groups notes by their topics; where none has one, by tags, and where tags say little, by folders. */
export function groupNotes(notes: readonly Note[]): NoteGroups {
  const byTopic = grouped(notes, (note) => note.topics)
  if (byTopic.length > 0) return { groupedBy: 'topics', groups: byTopic }
  const byTag = grouped(notes, (note) => note.tags).filter(({ members }) => members.length > 1)
  const tagged = new Set(byTag.flatMap(({ members }) => members)).size
  if (byTag.length > 1 && tagged * 2 >= notes.length) return { groupedBy: 'tags', groups: byTag }
  const byFolder = grouped(notes, ({ path }) => (folderOf(path) === '' ? [] : [folderOf(path).split('/')[0] ?? '']))
  return byFolder.length > 1 ? { groupedBy: 'folders', groups: byFolder } : { groups: [] }
}

function grouped(notes: readonly Note[], namesOf: (note: Note) => readonly string[]): NoteGroups['groups'] {
  const groups = new Map<string, { name: string; members: number[] }>()
  for (const [number, note] of notes.entries())
    for (const name of namesOf(note)) {
      const group = groups.get(comparableTag(name))
      if (group === undefined) groups.set(comparableTag(name), { name, members: [number] })
      else if (group.members.at(-1) !== number) group.members.push(number)
    }
  return [...groups.values()]
}
