import { folderOf, type NotePath } from '../model/note-path.ts'
import { type Resolution, targetPath } from '../model/resolution.ts'
import type { KnownLinks, LinkCounts } from './known-links.ts'
import type { Vault } from './vault.ts'

/** What the links of a note point at that do not lead to a hidden one, and how many do. */
interface Remaining {
  readonly resolutions: readonly Resolution[]
  readonly dead: number
}

/**
 * What is known of the links of a vault without some of its notes. A link that leads to a note that stays leads there still: each step of
 * resolving hits what is left of what it hit before. Nothing is known where that may not hold: where a folder has no note any more, where a
 * link might also have meant a hidden note, and where tools have rules of their own.
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
  /** The notes that linked to hidden ones. */
  readonly #remaining: ReadonlyMap<NotePath, Remaining>
  /** How many links of hidden notes each note had. */
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

  /** Whether a link might also have meant a hidden note: without that, it may lead elsewhere. */
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

/** How many links of some notes, but for index pages, point at each note. */
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
