import type { Note } from '../model/note.ts'
import type { Resolution } from '../model/resolution.ts'
import { targetPath } from '../model/resolution.ts'
import { Fields } from '../parse/front-matter/values.ts'
import { Vault } from '../vault/vault.ts'

/** Whether others may see a note: not with `publish: false`, `private: true` or unreadable front matter, nor under `publish.exclude`. */
export function isPublished(note: Note, isExcluded: (path: string) => boolean): boolean {
  const fields = new Fields(note.metadata)
  if (isNo(fields.first('publish')) || isYes(fields.first('private'))) return false
  return !isUnreadable(note) && !isExcluded(note.path)
}

/** Whether nothing of the front matter could be read: it may have said that the note is private. */
function isUnreadable({ metadata, problems }: Note): boolean {
  return Object.keys(metadata).length === 0 && problems.some(({ code }) => code === 'bad-frontmatter')
}

function isNo(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /^(?:false|no|off|0)$/i.test(value.trim())) || value === 0
}

function isYes(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(?:true|yes|on|1)$/i.test(value.trim())) || value === 1
}

/**
 * The notes that others may see as a vault of their own. Its links lead where they lead in the whole vault; those to notes that are left
 * out lead nowhere, so that no question asked of it can tell of them.
 */
export function publishedVault(whole: Vault, isExcluded: (path: string) => boolean): Vault {
  const notes = whole.notes.filter((note) => isPublished(note, isExcluded))
  if (notes.length === whole.notes.length) return whole
  const kept = new Set<string>(notes.map(({ path }) => path))
  const hidden = (resolution: Resolution): boolean => {
    const path = targetPath(resolution)
    return path !== undefined && whole.note(path) !== undefined && !kept.has(path)
  }
  return new Vault({
    notes,
    attachments: whole.attachments,
    known: {
      resolutions: (path) =>
        whole.linksFrom(path).map(({ resolution }) => (hidden(resolution) ? { status: 'broken' } : resolution)),
      counts: () => undefined,
      sources: () => undefined,
    },
  })
}
