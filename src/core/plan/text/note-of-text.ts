import type { Note } from '../../model/note.ts'
import { parseNote } from '../../parse/parse-note.ts'

/** A text as the note at a path that it would be, for what is not written yet. */
export function noteOfText(path: Note['path'], text: string, dialects?: Note['dialects']): Note {
  return parseNote({ path, text, facts: { size: text.length, modifiedMs: 0, createdMs: 0 }, dialects })
}
