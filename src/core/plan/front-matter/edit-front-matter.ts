import type { Edit } from '../../model/change.ts'
import type { Note } from '../../model/note.ts'
import type { NotePath } from '../../model/note-path.ts'
import type { PlanSource } from '../draft.ts'
import { frontMatterEdits } from './front-matter-edits.ts'
import { keepLinks } from '../spelling/keep-links.ts'
import type { Plan } from '../rename/rename-note.ts'
import type { NoteText } from './note-text.ts'

/** Plans an edit of a note's front matter and keeps all links: titles and aliases by which others link may change. */
export function editFrontMatter(source: PlanSource, note: Note, title: string, edit: (note: NoteText) => string): Plan {
  return editFrontMatters(source, [note], title, edit)
}

/** Plans an edit of the front matter of several notes as one change; notes that it does not alter are left out. */
export function editFrontMatters(
  source: PlanSource,
  notes: readonly Note[],
  title: string,
  edit: (front: NoteText, note: Note) => string,
): Plan {
  const edits = new Map<NotePath, readonly Edit[]>()
  for (const note of notes) {
    const difference = frontMatterEdits(note, source.textOf(note.path), (front) => edit(front, note))
    if (difference.length > 0) edits.set(note.path, difference)
  }
  if (edits.size === 0) {
    const [first] = notes
    const who = notes.length === 1 && first !== undefined ? `${first.path} says` : 'all of them say'
    return { changes: { title: `${who} that already`, changes: [] }, messages: [] }
  }
  const { changes, messages } = keepLinks(source, { moves: new Map(), edits })
  return { changes: { title, changes }, messages }
}

/** The notes as listed in the title of a change. */
export function notesInTitle(notes: readonly Note[]): string {
  const [first] = notes
  return notes.length === 1 && first !== undefined ? first.path : `${notes.length} notes`
}
