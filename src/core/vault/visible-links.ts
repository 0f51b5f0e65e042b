import { folderOf, type NotePath } from '../model/note-path.ts'
import { type Resolution, targetPath } from '../model/resolution.ts'
import type { KnownLinks, LinkCounts } from './known-links.ts'
import type { Vault } from './vault.ts'

/** The resolutions of a note's links except those to hidden notes, and the number of the latter. */
interface Remaining {
  readonly resolutions: readonly Resolution[]
  readonly dead: number
}

/**
 * What is known about the links of a vault without some of its notes. A link to a visible note still leads there: each step of resolving
 * finds the same candidates, less the hidden ones. Undefined where that may not hold: when a folder has no visible note, when a link was
 * ambiguous with a hidden note, and when tools have rules of their own.
 */
export function visibleLinks(vault: Vault, removed: readonly NotePath[]): KnownLinks | undefined {
  const hidden: ReadonlySet<string> = new Set(removed)
  const stay = vault.notes.map(({ path }) => path).filter((path) => !hidden.has(path))
  const folders = new Set(stay.map(folderOf))
  const isPlain = vault.notes.every(({ dialects }) => dialects === undefined)
  return isPlain && removed.every((path) => folders.has(folderOf(path)))
    ? new VisibleLinks(vault, removed, stay)
    : undefined
}

class VisibleLinks implements KnownLinks {
  readonly #known: KnownLinks
  readonly #hidden: ReadonlySet<string>
  readonly #visible: ReadonlySet<NotePath>
  /** The links of notes that link to hidden ones. */
  readonly #remaining: ReadonlyMap<NotePath, Remaining>
  /** How many links from hidden notes each note had. */
  readonly #lost: ReadonlyMap<NotePath, number>
  #holds: boolean | undefined

  constructor(vault: Vault, removed: readonly NotePath[], visible: readonly NotePath[]) {
    const hidden: ReadonlySet<string> = new Set(removed)
    this.#known = vault.known
    this.#hidden = hidden
    this.#visible = new Set(visible)
    const sources = new Set(removed.flatMap((path) => vault.sourcesOf(path)).filter((path) => !hidden.has(path)))
    this.#remaining = new Map([...sources].map((path) => [path, remainingIn(vault, path, hidden)]))
    this.#lost = linksOf(vault, removed)
  }

  resolutions(path: NotePath): readonly (Resolution | undefined)[] | undefined {
    return this.#knows(path) ? (this.#remaining.get(path)?.resolutions ?? this.#known.resolutions(path)) : undefined
  }

  counts(path: NotePath): LinkCounts | undefined {
    const counts = this.#knows(path) ? this.#known.counts(path) : undefined
    if (counts === undefined) return undefined
    const [dead, lost] = [this.#remaining.get(path)?.dead ?? 0, this.#lost.get(path) ?? 0]
    return { links: counts.links - dead, backlinks: counts.backlinks - lost }
  }

  targets(path: NotePath): readonly NotePath[] | undefined {
    return this.#knows(path) ? this.#withoutHidden(this.#known.targets(path)) : undefined
  }

  sources(path: NotePath): readonly NotePath[] | undefined {
    return this.#knows(path) ? this.#withoutHidden(this.#known.sources(path)) : undefined
  }

  #withoutHidden(paths: readonly NotePath[] | undefined): readonly NotePath[] | undefined {
    return paths?.some((path) => this.#hidden.has(path)) ? paths.filter((path) => !this.#hidden.has(path)) : paths
  }

  #knows(path: NotePath): boolean {
    return this.#visible.has(path) && (this.#holds ??= !this.#isAnyInDoubt())
  }

  /** Whether a link is ambiguous between a hidden note and others: without the hidden one it may lead elsewhere. */
  #isAnyInDoubt(): boolean {
    const isInDoubt = (resolution: Resolution | undefined): boolean =>
      resolution?.status === 'ambiguous' && resolution.candidates.some((path) => this.#hidden.has(path))
    for (const path of this.#visible) if (this.#known.resolutions(path)?.some(isInDoubt) === true) return true
    return false
  }
}

function remainingIn(vault: Vault, path: NotePath, hidden: ReadonlySet<string>): Remaining {
  const all = vault.linksFrom(path).map(({ resolution }) => resolution)
  const resolutions = all.filter((resolution) => !hidden.has(targetPath(resolution) ?? ''))
  return { resolutions, dead: all.length - resolutions.length }
}

/** How many links of some notes (without index pages) point at each note. */
function linksOf(vault: Vault, notes: readonly NotePath[]): ReadonlyMap<NotePath, number> {
  const counts = new Map<NotePath, number>()
  for (const from of notes) {
    if (vault.note(from)?.isIndex === true) continue
    for (const resolution of vault.linksFrom(from).map((link) => link.resolution)) {
      const path = targetPath(resolution)
      if (path !== undefined) counts.set(path, (counts.get(path) ?? 0) + 1)
    }
  }
  return counts
}
