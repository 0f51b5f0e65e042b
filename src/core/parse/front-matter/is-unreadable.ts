import type { Note } from '../../model/note.ts'

/**
 * Whether front matter is invalid so that nothing of it could be read: such a note is listed by its file stem (links.md section 6), and may have
 * said that it is private.
 */
export function isUnreadable({
  metadata,
  problems,
}: Pick<Note, 'metadata'> & { readonly problems: readonly Pick<Note['problems'][number], 'code'>[] }): boolean {
  return Object.keys(metadata).length === 0 && problems.some(({ code }) => code === 'bad-frontmatter')
}
