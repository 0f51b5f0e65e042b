import type { NotePath } from '../../model/note-path.ts'
import type { ResolvedLink } from '../../model/resolution.ts'
import type { Vault } from '../../vault/vault.ts'
import { firstLinksFrom, firstLinksTo } from './first-links.ts'
import type { ChainLink } from './shortest-chains.ts'

/** Where a walk may go next. */
export interface WanderStep extends ChainLink {
  readonly visited: boolean
}

/** The notes a note links to as choices, unvisited first, else in order of appearance; the notes that link to it when it links to none. */
export function wanderSteps(vault: Vault, path: NotePath, visited: ReadonlySet<NotePath>): readonly WanderStep[] {
  const out = firstLinksFrom(vault, path)
  const steps = out.size > 0 ? stepsOf(out, false, visited) : stepsOf(firstLinksTo(vault, path), true, visited)
  return [...steps.filter((step) => !step.visited), ...steps.filter((step) => step.visited)]
}

function stepsOf(
  links: ReadonlyMap<NotePath, ResolvedLink>,
  backward: boolean,
  visited: ReadonlySet<NotePath>,
): readonly WanderStep[] {
  return [...links].map(([to, resolved]) => ({ to, resolved, backward, visited: visited.has(to) }))
}

/**
 * Walks by itself: each step takes one of the unvisited choices by chance; where none is left it goes on from the
 * latest note of the trail that has one. Ends early when every note that can be reached was visited.
 */
export function wanderAlone(vault: Vault, start: NotePath, steps: number, random: () => number): readonly ChainLink[] {
  const visited = new Set([start])
  const trail: ChainLink[] = []
  while (trail.length < steps) {
    const fresh = latestFresh(vault, [start, ...trail.map(({ to }) => to)], visited)
    const next = fresh[Math.floor(random() * fresh.length)]
    if (next === undefined) break
    visited.add(next.to)
    trail.push({ to: next.to, resolved: next.resolved, backward: next.backward })
  }
  return trail
}

function latestFresh(vault: Vault, trail: readonly NotePath[], visited: ReadonlySet<NotePath>): readonly WanderStep[] {
  for (const path of [...trail].reverse()) {
    const fresh = wanderSteps(vault, path, visited).filter((step) => !step.visited)
    if (fresh.length > 0) return fresh
  }
  return []
}
