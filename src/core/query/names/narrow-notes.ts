import type { Note } from '../../model/note.ts'
import { foldName } from '../../vault/fold.ts'

/**
 * The notes whose names hold all words of what is typed. Titles that are it or hold it as whole words come first, then those that begin
 * with it, then those that hold it within words.
 */
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
  if (title === wanted) return 0
  if (isWholeIn(title, wanted)) return title.startsWith(wanted) ? 1 : 2
  return title.startsWith(wanted) ? 3 : title.includes(wanted) ? 4 : 5
}

/** Whether a title holds a text with nothing but blanks beside it. */
function isWholeIn(title: string, wanted: string): boolean {
  return ` ${title.replace(/\s+/g, ' ')} `.includes(` ${wanted.replace(/\s+/g, ' ')} `)
}
