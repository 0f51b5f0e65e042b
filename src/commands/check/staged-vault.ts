import type { Attachment, Note } from '../../core/model/note.ts'
import { isCanvasFile, isNoteFile, toNotePath } from '../../core/model/note-path.ts'
import { parseNote } from '../../core/parse/parse-note.ts'
import { Vault } from '../../core/vault/vault.ts'
import type { Context } from '../command.ts'

/** The context of a command and its vault with the files as in git's index: the content of the next commit. */
export async function asStaged(context: Context): Promise<{ readonly context: Context; readonly vault: Vault }> {
  const { indexDifference } = await import('../../io/programs/changed-files.ts')
  const { texts, untracked } = indexDifference(context.vaultChoice().root)
  const now = await context.vault()
  if (texts.size === 0 && untracked.size === 0) return { context, vault: now }
  const textOf = (path: string): string | undefined => texts.get(path)?.replace(/^\uFEFF/, '')
  const asInIndex = (note: Note): Note => {
    const text = textOf(note.path)
    return text === undefined ? note : parseNote({ path: note.path, text, facts: note.file, dialects: note.dialects })
  }
  const isHere = ({ path }: Note | Attachment): boolean => !untracked.has(path)
  const vault = new Vault({
    notes: [...now.notes.filter(isHere).map(asInIndex), ...goneNotes(now, texts.keys(), textOf)],
    attachments: now.attachments.filter(isHere),
    exists: (path) => !untracked.has(path) && (texts.has(path) || now.index.exists(path)),
    canvases: () => now.canvases.filter(isHere).map(asInIndex),
  })
  return {
    vault,
    context: { ...context, readIfThere: async (path) => textOf(path) ?? (await context.readIfThere(path)) },
  }
}

/** Notes in the index whose files were deleted. */
function goneNotes(now: Vault, paths: Iterable<string>, textOf: (path: string) => string | undefined): readonly Note[] {
  const dialects = now.notes[0]?.dialects
  return [...paths].flatMap((name) => {
    const path = toNotePath(name)
    const isHidden = name.split('/').some((part) => part.startsWith('.'))
    if (path === undefined || isHidden || !isNoteFile(name) || isCanvasFile(name)) return []
    if (now.note(path) !== undefined || now.attachments.some((file) => file.path === path)) return []
    const text = textOf(name) ?? ''
    const facts = { size: text.length, modifiedMs: 0, createdMs: 0 }
    return [parseNote({ path, text, facts, ...(dialects === undefined ? {} : { dialects }) })]
  })
}
