import type { Note } from '../../model/note.ts'
import { parseNote } from '../../parse/parse-note.ts'

/** Parses a text that is not written yet as the note at a path. */
export function noteOfText(path: Note['path'], text: string, dialects?: Note['dialects']): Note {
  return parseNote({ path, text, facts: { size: text.length, modifiedMs: 0, createdMs: 0 }, dialects })
}
