import type { Attachment } from '../../core/model/note.ts'
import type { Vault } from '../../core/vault/vault.ts'

/** One message for each file with the name of a note that could not be read, and for each note with a part that could not. */
export function skippedMessages(vault: Vault): readonly string[] {
  const skipped = vault.attachments.flatMap(({ path, skipped: why, reason }) =>
    why === undefined || why === 'ignored' ? [] : [`${path}: skipped, ${reason ?? why}`],
  )
  const damaged = vault.notesWithProblems.flatMap((note) =>
    note.problems
      .filter(({ code }) => code === 'bad-frontmatter' || code === 'bad-encoding')
      .slice(0, 1)
      .map(({ line, column, reason }) => `${note.path}:${line}:${column}: ${reason}`),
  )
  const all = [...skipped, ...damaged]
  return all.length <= 10 ? all : [...all.slice(0, 10), `and ${all.length - 10} more; wend check lists them all`]
}

/** What the system did not let wend read: it is missing in whatever is shown or written. */
export function unreadFiles(vault: Vault): readonly Attachment[] {
  // What has a name that no link can spell is another matter.
  return vault.attachments.filter(({ skipped, reason }) => skipped === 'unreadable' && /\([A-Z]+\)$/.test(reason ?? ''))
}

/** One message for each of the first files that could not be read, but for those that were spoken of. */
export function unreadMessages(vault: Vault, spoken: readonly string[]): readonly string[] {
  const all = unreadFiles(vault).filter(({ path }) => !spoken.some((message) => message.includes(path)))
  const lines = all.slice(0, 3).map(({ path, reason = '' }) => `${path}: skipped, ${reason}`)
  return all.length <= 3 ? lines : [...lines, `and ${all.length - 3} more; wend check lists them all`]
}
