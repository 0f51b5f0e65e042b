import { folderOf } from '../model/note-path.ts'
import type { Note } from '../model/note.ts'
import { comparableTag } from '../query/lists/tag-expression.ts'
import type { Site } from '../model/site.ts'

/** What the notes of a site are grouped by, and the groups with the numbers of their notes. */
export interface NoteGroups {
  readonly groupedBy?: NonNullable<Site['groupedBy']>
  readonly groups: readonly { readonly name: string; readonly members: readonly number[] }[]
  /** The groups that a note names, in its order, as `comparableTag` compares them. */
  readonly namesOf: (note: Note) => readonly string[]
}

/** Groups notes by their topics; where none has one, by tags, and where tags say little, by folders. */
export function groupNotes(notes: readonly Note[]): NoteGroups {
  const byTopic = grouped(notes, topicsOf)
  if (byTopic.length > 0) return { groupedBy: 'topics', groups: byTopic, namesOf: topicsOf }
  const byTag = grouped(notes, tagsOf).filter(({ members }) => members.length > 1)
  const tagged = new Set(byTag.flatMap(({ members }) => members)).size
  if (byTag.length > 1 && tagged * 2 >= notes.length) return { groupedBy: 'tags', groups: byTag, namesOf: tagsOf }
  const byFolder = grouped(notes, foldersOf)
  if (byFolder.length > 1) return { groupedBy: 'folders', groups: byFolder, namesOf: foldersOf }
  return { groups: [], namesOf: () => [] }
}

/** The groups that a note names, in its order and spelling. */
export function groupNamesOf(note: Note, by: NonNullable<Site['groupedBy']>): readonly string[] {
  return { topics: topicsOf, tags: tagsOf, folders: foldersOf }[by](note)
}

function topicsOf(note: Note): readonly string[] {
  return note.topics
}

function tagsOf(note: Note): readonly string[] {
  return note.tags
}

function foldersOf({ path }: Note): readonly string[] {
  return folderOf(path) === '' ? [] : [folderOf(path).split('/')[0] ?? '']
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
