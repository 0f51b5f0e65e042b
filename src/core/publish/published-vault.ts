import type { Note } from '../model/note.ts'
import { Fields } from '../parse/front-matter/values.ts'
import { isPrivate, visibleVault } from '../vault/visible-vault.ts'
import type { Vault } from '../vault/vault.ts'

/** Whether others may see a note: not with `publish: false`, `private: true` or unreadable front matter, nor under `publish.exclude`. */
export function isPublished(note: Note, isExcluded: (path: string) => boolean): boolean {
  if (isNo(new Fields(note.metadata).first('publish')) || isPrivate(note)) return false
  return !isUnreadable(note) && !isExcluded(note.path)
}

/** Whether nothing of the front matter could be read: it may have said that the note is private. */
function isUnreadable({ metadata, problems }: Note): boolean {
  return Object.keys(metadata).length === 0 && problems.some(({ code }) => code === 'bad-frontmatter')
}

function isNo(value: unknown): boolean {
  return value === false || value === 0 || (typeof value === 'string' && /^(?:false|no|off|0)$/i.test(value.trim()))
}

/** The notes that others may see as a vault of their own, in which nothing tells of the others. */
export function publishedVault(whole: Vault, isExcluded: (path: string) => boolean): Vault {
  return visibleVault(whole, (note) => !isPublished(note, isExcluded))
}
