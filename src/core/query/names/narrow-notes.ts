import type { Note } from '../../model/note.ts'
import { foldName } from '../../vault/fold.ts'

/** The notes whose names hold all words of what is typed; those whose title begins with it first, then those whose title holds it. */
export function narrowNotes(notes: readonly Note[], typed: string): readonly Note[] {
  const wanted = foldName(typed).trim()
  const words = wanted.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return notes
  return notes
    .filter((note) => {
      const names = foldName([note.title, note.path, ...note.aliases].join('\n'))
      return words.every((word) => names.includes(word))
    })
    .map((note) => ({ note, rank: rankOf(foldName(note.title), wanted) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ note }) => note)
}

function rankOf(title: string, wanted: string): number {
  return title === wanted ? 0 : title.startsWith(wanted) ? 1 : title.includes(wanted) ? 2 : 3
}
