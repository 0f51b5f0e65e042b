import type { NotePath } from '../../model/note-path.ts'
import { type ResolvedLink, targetPath } from '../../model/resolution.ts'
import type { Vault } from '../../vault/vault.ts'

/** The other notes a note links to, in order of appearance, each with one link: the first in the text, else the first in front matter. */
export function firstLinksFrom(vault: Vault, path: NotePath): ReadonlyMap<NotePath, ResolvedLink> {
  const known = lastAsked.get(vault) ?? new Map<NotePath, ReadonlyMap<NotePath, ResolvedLink>>()
  const before = known.get(path)
  if (before !== undefined) return before
  if (known.size >= mostRemembered) known.clear()
  const first = newLinksFrom(vault, path)
  lastAsked.set(vault, known.set(path, first))
  return first
}

/** Links by vault and note. Whoever asks for the links of a note soon asks for those of its neighbours, and of their neighbours. */
const lastAsked = new WeakMap<Vault, Map<NotePath, ReadonlyMap<NotePath, ResolvedLink>>>()
const mostRemembered = 1000

function newLinksFrom(vault: Vault, path: NotePath): ReadonlyMap<NotePath, ResolvedLink> {
  const first = new Map<NotePath, ResolvedLink>()
  for (const resolved of vault.linksFrom(path)) {
    const to = targetPath(resolved.resolution)
    if (to !== undefined && to !== path && vault.note(to) !== undefined) keepFirst(first, to, resolved)
  }
  return first
}

/** The other notes that link to a note, each with the same one link. */
export function firstLinksTo(vault: Vault, path: NotePath): ReadonlyMap<NotePath, ResolvedLink> {
  const first = new Map<NotePath, ResolvedLink>()
  for (const resolved of vault.linksTo(path)) keepFirst(first, resolved.from.path, resolved)
  return first
}

function keepFirst(first: Map<NotePath, ResolvedLink>, path: NotePath, resolved: ResolvedLink): void {
  const known = first.get(path)
  if (known === undefined || (known.link.kind === 'property' && resolved.link.kind !== 'property'))
    first.set(path, resolved)
}
