import { fail } from '../../core/model/failure.ts'
import type { Attachment, Note } from '../../core/model/note.ts'
import { fileName, isNoteFile } from '../../core/model/note-path.ts'
import { findNote } from '../../core/query/find-note.ts'
import { withoutNoteExtension } from '../../core/vault/file-index.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { Context } from '../command.ts'

/** The note a NOTE argument names; a guess is added to `messages`. Fails with candidates or suggestions when none is clearly meant. */
export async function requireNote(context: Context, query: string, messages: string[]): Promise<Note> {
  if (query.trim() === '')
    fail({
      kind: 'usage',
      message: 'the name of the note is empty',
      hint: 'name one by title, path or alias; wend list shows them',
    })
  const vault = await context.vault()
  const found = findNote(vault, query)
  const skipped = found.status === 'found' && !found.guessed ? undefined : skippedFile(vault, query)
  if (skipped !== undefined)
    return fail({ kind: 'io', action: 'read', path: skipped.path, reason: skipped.reason ?? 'unknown' })
  if (found.status === 'ambiguous') return fail({ kind: 'note-ambiguous', query, candidates: found.candidates })
  if (found.status === 'missing')
    return fail({ kind: 'note-not-found', query, suggestions: found.suggestions.map(({ title }) => title) })
  if (found.guessed) messages.push(`no note is named "${query}"; taking it for "${found.note.title}"`)
  return found.note
}

/** A file that would be the note of this name if it could be read. */
function skippedFile(vault: Vault, query: string): Attachment | undefined {
  const wanted = withoutNoteExtension(query.trim().replace(/^\.\//, '')).normalize('NFC')
  return vault.attachments.find(
    ({ path, skipped }) =>
      (skipped === 'binary' || skipped === 'unreadable') &&
      isNoteFile(path) &&
      [path, fileName(path)].some((name) => withoutNoteExtension(name).normalize('NFC') === wanted),
  )
}
