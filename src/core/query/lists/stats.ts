import type { Note } from '../../model/note.ts'
import type { NotePath } from '../../model/note-path.ts'
import type { Stats } from '../../model/report.ts'
import type { Vault } from '../../vault/vault.ts'
import { groupsOf } from './groups.ts'
import { linkStatus } from '../links/link-row.ts'

/** Whether no other note links to a note (links.md section 7); index pages are never orphans. */
export function isOrphan(vault: Vault, note: Note): boolean {
  return note.isIndex !== true && vault.backlinkCount(note.path) === 0
}

/** Whether a note links to no other note. */
export function isDeadEnd(vault: Vault, note: Note): boolean {
  return vault.targetsOf(note.path).length === 0
}

/** Figures of a vault: sizes, link health, hubs and connected components; counted once for each state of it. */
export function statsOf(vault: Vault): Stats {
  const known = counted.get(vault) ?? countStats(vault)
  counted.set(vault, known)
  return known
}

const counted = new WeakMap<Vault, Stats>()

function countStats(vault: Vault): Stats {
  const statuses = vault.notes.flatMap((note) =>
    note.isIndex === true ? [] : vault.resolutionsOf(note).map(linkStatus),
  )
  const components = componentSizes(vault)
  const hubs = vault.notes
    .map((note) => ({ path: note.path, title: note.title, backlinks: vault.backlinkCount(note.path) }))
    .filter(({ backlinks }) => backlinks > 0)
    .sort((a, b) => b.backlinks - a.backlinks)
  return {
    notes: vault.notes.length,
    words: vault.notes.reduce((sum, note) => sum + note.words, 0),
    links: statuses.length,
    external: statuses.filter((status) => status === 'external').length,
    broken: statuses.filter((status) => status === 'broken' || status === 'broken-anchor').length,
    orphans: vault.notes.filter((note) => isOrphan(vault, note)).length,
    deadEnds: vault.notes.filter((note) => isDeadEnd(vault, note)).length,
    components: components.length,
    largestComponent: Math.max(0, ...components),
    topics: groupsOf(vault.notes, 'topics').length,
    tags: groupsOf(vault.notes, 'tags').length,
    hubs: hubs.slice(0, 10),
  }
}

function componentSizes(vault: Vault): number[] {
  const seen = new Set<NotePath>()
  const sizes: number[] = []
  for (const { path, isIndex } of vault.notes) {
    if (seen.has(path) || isIndex === true) continue
    seen.add(path)
    const component = [path]
    for (const member of component) {
      for (const other of vault.neighbours(member)) {
        if (seen.has(other)) continue
        seen.add(other)
        component.push(other)
      }
    }
    sizes.push(component.length)
  }
  return sizes
}
