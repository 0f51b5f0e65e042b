import type { Note } from '../../model/note.ts'
import { foldName } from '../../vault/fold.ts'

/** The notes whose names hold all words of what is typed; those first whose title is it or has it as words of its own, then those whose title begins with it or holds it. */
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
