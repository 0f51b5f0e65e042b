import type { NotePath } from '../model/note-path.ts'
import type { Note } from '../model/note.ts'
import { targetPath } from '../model/resolution.ts'
import { isUnreadable } from '../parse/front-matter/is-unreadable.ts'
import { Fields } from '../parse/front-matter/values.ts'
import { updateVault } from '../vault/update/update-vault.ts'
import { vaultNews } from '../vault/update/vault-news.ts'
import { isPrivate, visibleVault } from '../vault/visible-vault.ts'
import type { Vault } from '../vault/vault.ts'

/** Whether others may see a note: not with `publish: false`, `public: false` (as Logseq says it), `private: true` or unreadable front matter, nor under `publish.exclude`. */
export function isPublished(note: Note, isExcluded: (path: string) => boolean): boolean {
  const fields = new Fields(note.metadata)
  if (isNo(fields.first('publish')) || isNo(fields.first('public')) || isPrivate(note)) return false
  return !isUnreadable(note) && !isExcluded(note.path)
}

function isNo(value: unknown): boolean {
  return value === false || value === 0 || (typeof value === 'string' && /^(?:false|no|off|0)$/i.test(value.trim()))
}

/** The notes that others may see as a vault of their own, in which nothing tells of the others; `before` is how it stood earlier. */
export function publishedVault(
  whole: Vault,
  isExcluded: (path: string) => boolean,
  before?: { readonly whole: Vault; readonly published: Vault },
): Vault {
  const isHidden = (note: Note): boolean => !isPublished(note, isExcluded)
  const news = before && vaultNews(before.whole, whole)
  // Of the names that links in canvases ask for nothing is kept.
  const isKnown = news !== undefined && (news.keepsNames || whole.canvases.length === 0)
  if (before === undefined || !isKnown) return visibleVault(whole, isHidden)
  const { published } = before
  if (published === before.whole) return news.notes.some(isHidden) ? visibleVault(whole, isHidden) : whole
  // A note that came to light or went out of sight is one that appeared or is gone; links to what is hidden are taken out.
  const isOther = (note: Note): boolean => isHidden(note) !== (published.note(note.path) === undefined)
  const leadsToHidden = (vault: Vault, path: NotePath): boolean =>
    vault.linksFrom(path).some(({ resolution }) => isUnknown(targetPath(resolution)))
  const isUnknown = (path: NotePath | undefined): boolean =>
    path !== undefined && whole.note(path) !== undefined && published.note(path) === undefined
  const states = news.keepsNames ? [whole] : [before.whole, whole]
  if (news.notes.some(isOther) || news.relinked.some((path) => states.some((vault) => leadsToHidden(vault, path))))
    return visibleVault(whole, isHidden)
  const notes = news.notes.filter((note) => !isHidden(note))
  return notes.length === 0 ? published : updateVault(published, { notes, removed: [] })
}

/** Whether others may know of a file: a published note, or an attachment that is not excluded. */
export function isTold(whole: Vault, path: string, isExcluded: (path: string) => boolean): boolean {
  const note = whole.note(path)
  return note === undefined ? !isExcluded(path) : isPublished(note, isExcluded)
}
