import type { Attachment } from '../../core/model/note.ts'
import type { Vault } from '../../core/vault/vault.ts'

/** A message for each file named like a note that could not be read, and for each note with an unreadable part. */
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

/** The files that the system did not let wend read, which are missing in any output. */
export function unreadFiles(vault: Vault): readonly Attachment[] {
  // A file with an invalid name is skipped for another reason.
  return vault.attachments.filter(({ skipped, reason }) => skipped === 'unreadable' && /\([A-Z]+\)$/.test(reason ?? ''))
}

/** A message for each of the first unreadable files, except those mentioned already. */
export function unreadMessages(vault: Vault, spoken: readonly string[]): readonly string[] {
  const all = unreadFiles(vault).filter(({ path }) => !spoken.some((message) => message.includes(path)))
  const lines = all.slice(0, 3).map(({ path, reason = '' }) => `${path}: skipped, ${reason}`)
  return all.length <= 3 ? lines : [...lines, `and ${all.length - 3} more; wend check lists them all`]
}
