import { fail } from '../../core/model/failure.ts'
import type { Attachment, Note } from '../../core/model/note.ts'
import { fileName, isNoteFile } from '../../core/model/note-path.ts'
import { findExactNote, findNote } from '../../core/query/find-note.ts'
import { withoutNoteExtension } from '../../core/vault/file-index.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { Context } from '../command.ts'
import { typedPath } from './typed-path.ts'

/**
 * The note that a NOTE argument of what changes notes names exactly: a path, file name, title, alias or slug. Nothing is guessed: a person
 * at a terminal is asked which note is meant; a script gets the candidates and a refusal.
 */
export async function requireExactNote(context: Context, typed: string): Promise<Note> {
  requireName(typed)
  const vault = await context.vault()
  const query = typedPath(context, typed)
  const found = findExactNote(vault, query)
  if (found.status === 'found') return found.note
  refuseSkipped(vault, query)
  const candidates = found.status === 'ambiguous' ? found.candidates : found.suggestions
  const chosen = await askWhich(context, query, candidates)
  if (chosen !== undefined) return chosen
  if (found.status === 'ambiguous') return fail({ kind: 'note-ambiguous', query, candidates })
  return fail({ kind: 'note-not-found', query, suggestions: candidates.map((note) => nameFor(note, candidates)) })
}

/** A title, with the path where another candidate has the same. */
function nameFor(note: Note, among: readonly Note[]): string {
  return among.some((other) => other !== note && other.title === note.title) ? note.path : note.title
}

async function askWhich({ ask }: Context, query: string, candidates: readonly Note[]): Promise<Note | undefined> {
  const shown = candidates.slice(0, 9)
  if (ask === undefined || shown.length === 0) return undefined
  const lines = shown.map(({ title, path }, at) => `  ${at + 1}  ${title}  (${path})`)
  const answer = await ask(`which note is "${query}"?\n${lines.join('\n')}\nnumber, or nothing to stop: `)
  return shown[Number(answer) - 1]
}

function requireName(query: string): void {
  if (query.trim() === '')
    fail({
      kind: 'usage',
      message: 'the name of the note is empty',
      hint: 'name one by title, path or alias; wend list shows them',
    })
}

function refuseSkipped(vault: Vault, query: string): void {
  const skipped = skippedFile(vault, query)
  if (skipped !== undefined)
    fail({ kind: 'io', action: 'read', path: skipped.path, reason: skipped.reason ?? 'unknown' })
}

/** The note a NOTE argument names; a guess is added to `messages`. Fails with candidates or suggestions when none is clearly meant. */
export async function requireNote(context: Context, query: string, messages: string[]): Promise<Note> {
  requireName(query)
  const vault = await context.vault()
  const found = findNote(vault, query)
  if (found.status !== 'found' || found.guessed) refuseSkipped(vault, query)
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
