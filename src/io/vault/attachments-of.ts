import type { Attachment } from '../../core/model/note.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import type { WalkedFiles } from './walk-vault.ts'

/**
 * The files of a vault besides notes, sorted by path: other files, symbolic links to files of the vault, files named like notes that are
 * none, and unreadable ones.
 */
export function attachmentsOf(
  { attachments, unreadable, links }: Pick<WalkedFiles, 'attachments' | 'unreadable' | 'links'>,
  skipped: readonly Attachment[],
): readonly Attachment[] {
  const all: readonly Attachment[] = [
    ...attachments.map((path) => ({ path })),
    ...skipped,
    ...links,
    ...unreadable.map(({ path, reason }) => ({ path: path as NotePath, skipped: 'unreadable' as const, reason })),
  ]
  return all.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}
