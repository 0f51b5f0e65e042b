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
