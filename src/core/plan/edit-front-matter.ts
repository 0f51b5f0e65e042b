import type { Note } from '../model/note.ts'
import type { PlanSource } from './draft.ts'
import { frontMatterEdits } from './front-matter-edits.ts'
import { keepLinks } from './spelling/keep-links.ts'
import type { Plan } from './rename-note.ts'
import type { NoteText } from './set-property.ts'

/** Plans an edit of a note's front matter, with every link kept: titles and aliases that others link by may change. */
export function editFrontMatter(source: PlanSource, note: Note, title: string, edit: (note: NoteText) => string): Plan {
  const edits = frontMatterEdits(note, source.textOf(note.path), edit)
  if (edits.length === 0) return { changes: { title: `${note.path} says that already`, changes: [] }, messages: [] }
  const { changes, messages } = keepLinks(source, { moves: new Map(), edits: new Map([[note.path, edits]]) })
  return { changes: { title, changes }, messages }
}
