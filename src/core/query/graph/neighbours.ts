import type { NotePath } from '../../model/note-path.ts'
import { type ResolvedLink, targetPath } from '../../model/resolution.ts'
import type { Vault } from '../../vault/vault.ts'

/** A link met on the way out from a note, with its distance: 1 is a link of (or to) the note itself. */
export interface ReachedLink {
  readonly resolved: ResolvedLink
  readonly depth: number
}

/** The links met within `depth` steps of a note, breadth first, each note entered once. */
export function linksWithin(
  vault: Vault,
  start: NotePath,
  direction: 'out' | 'in',
  depth: number,
): readonly ReachedLink[] {
  const steps: ReachedLink[] = []
  const seen = new Set<NotePath>([start])
  let edge: readonly NotePath[] = [start]
  for (let level = 1; level <= depth && edge.length > 0; level++) {
    const next: NotePath[] = []
    for (const path of edge) {
      for (const resolved of direction === 'out'
        ? vault.linksFrom(path)
        : [...vault.linksTo(path), ...vault.canvasLinksTo(path)]) {
        steps.push({ resolved, depth: level })
        const other = direction === 'in' ? resolved.from.path : targetPath(resolved.resolution)
        if (other === undefined || seen.has(other) || vault.note(other) === undefined) continue
        seen.add(other)
        next.push(other)
      }
    }
    edge = next
  }
  return steps
}
