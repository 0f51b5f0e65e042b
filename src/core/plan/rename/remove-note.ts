import type { Note } from '../../model/note.ts'
import type { NotePath } from '../../model/note-path.ts'
import { type ResolvedLink, targetPath } from '../../model/resolution.ts'
import { Vault } from '../../vault/vault.ts'
import type { Plan } from './rename-note.ts'

/** The links of other notes that removing notes would break. */
export function linksToRemoved(vault: Vault, notes: readonly Note[]): readonly ResolvedLink[] {
  const removed = new Set<NotePath>(notes.map(({ path }) => path))
  return notes.flatMap(({ path }) =>
    [...vault.allLinksTo(path), ...vault.canvasLinksTo(path)].filter(({ from }) => !removed.has(from.path)),
  )
}

/** Plans to put notes in the vault's trash; links to them stay as they are. */
export function removeNotes(vault: Vault, notes: readonly Note[]): Plan {
  const links = linksToRemoved(vault, notes)
  const paths = notes.map(({ path }) => path)
  return {
    changes: { title: `put ${paths.join(', ')} in the trash`, changes: paths.map((path) => ({ kind: 'trash', path })) },
    messages: [...(links.length === 0 ? [] : whereTheyLead(vault, notes, links)), ...danglingLinks(vault, paths)],
  }
}

function danglingLinks(vault: Vault, removed: readonly NotePath[]): readonly string[] {
  return vault.attachments.flatMap(({ path, leadsTo }) =>
    leadsTo !== undefined && removed.includes(leadsTo)
      ? [`${path} is a symbolic link to ${leadsTo} and leads nowhere now`]
      : [],
  )
}

/** Where the links lead without the notes: nowhere, or to another file with the name. */
function whereTheyLead(vault: Vault, notes: readonly Note[], links: readonly ResolvedLink[]): readonly string[] {
  const removed = new Set<string>(notes.map(({ path }) => path))
  const after = new Vault({
    notes: vault.notes.filter(({ path }) => !removed.has(path)),
    attachments: vault.attachments.filter(({ leadsTo }) => leadsTo === undefined || !removed.has(leadsTo)),
    exists: (path) => !removed.has(path) && !removed.has(vault.leadsTo(path) ?? '') && vault.exists(path),
  })
  const counts = new Map<string | undefined, number>()
  for (const { from, link } of links) {
    const path = targetPath(after.resolve(from, link))
    counts.set(path, (counts.get(path) ?? 0) + 1)
  }
  return [...counts].map(([path, count]) => {
    const lead = count === 1 ? '1 link leads' : `${count} links lead`
    return path === undefined ? `${lead} nowhere now; wend check lists them` : `${lead} to ${path} now`
  })
}
