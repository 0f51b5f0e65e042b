import { join } from 'node:path'
import type { Note } from '../../core/model/note.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import { fileFacts } from '../files/file-facts.ts'
import { fstatSync, type Stats } from '../files/file-system.ts'

/** The note that the shell has just emptied because standard output goes to its file (`wend index > README.md`); it is being written. */
export function emptiedNote(root: string, notes: readonly Note[]): NotePath | undefined {
  const output = outputFacts()
  if (output?.isFile() !== true || output.size > 0) return undefined
  return notes.find((note) => {
    const at = note.words === 0 && note.file.size === 0 ? fileFacts(join(root, note.path)) : undefined
    return at?.ino === output.ino && at.dev === output.dev
  })?.path
}

/** Notes without that one. */
export function withoutEmptied(root: string, notes: readonly Note[]): readonly Note[] {
  const output = emptiedNote(root, notes)
  return notes.filter(({ path }) => path !== output)
}

/** The stat of standard output; undefined when it is closed. */
function outputFacts(): Stats | undefined {
  try {
    return fstatSync(1)
  } catch {
    return undefined
  }
}
