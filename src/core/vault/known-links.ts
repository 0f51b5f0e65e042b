import { fileStem, type NotePath } from '../model/note-path.ts'
import { type Resolution, targetPath } from '../model/resolution.ts'

/** How many links a note has to anything but itself, and how many links of other notes, but for index pages, point at it. */
export interface LinkCounts {
  readonly links: number
  readonly backlinks: number
}

/** What is known of links before any is resolved; each part answers undefined where it does not know. */
export interface KnownLinks {
  /** What the links of a note point at, in their order; undefined in the place of one that must be resolved anew. */
  readonly resolutions: (path: NotePath) => readonly (Resolution | undefined)[] | undefined
  readonly counts: (path: NotePath) => LinkCounts | undefined
  /** What a note links to but for itself, each once, in order of appearance: notes, and attachments may be among them. */
  readonly targets: (path: NotePath) => readonly NotePath[] | undefined
  /** The other notes that link to a note, index pages among them, sorted by path. */
  readonly sources: (path: NotePath) => readonly NotePath[] | undefined
}

/**
 * Known links with later knowledge laid over them; adding more copies the overlay, so a chain of updates stays flat. After titles or
 * aliases changed only what links found by path is known.
 */
export class LinkOverlay implements KnownLinks {
  readonly #base: KnownLinks
  readonly #namesMoved: boolean
  readonly #resolutions: ReadonlyMap<NotePath, readonly (Resolution | undefined)[]>
  readonly #counts: ReadonlyMap<NotePath, LinkCounts>
  readonly #sources: ReadonlyMap<NotePath, readonly NotePath[]>

  constructor(base: KnownLinks, news: LinkNews, namesMoved = false) {
    const over = base instanceof LinkOverlay
    this.#base = over ? base.#base : base
    this.#namesMoved = namesMoved || (over && base.#namesMoved)
    const resolutions = over ? new Map([...base.#resolutions, ...news.resolutions]) : news.resolutions
    this.#resolutions = namesMoved
      ? new Map([...resolutions].map(([path, list]) => [path, list.map(foundByPath)]))
      : resolutions
    this.#counts = over && !namesMoved ? new Map([...base.#counts, ...news.counts]) : news.counts
    this.#sources = over && !namesMoved ? new Map([...base.#sources, ...news.sources]) : news.sources
  }

  resolutions(path: NotePath): readonly (Resolution | undefined)[] | undefined {
    const own = this.#resolutions.get(path)
    if (own !== undefined) return own
    const known = this.#base.resolutions(path)
    return this.#namesMoved ? known?.map(foundByPath) : known
  }

  counts(path: NotePath): LinkCounts | undefined {
    return this.#counts.get(path) ?? (this.#namesMoved ? undefined : this.#base.counts(path))
  }

  targets(path: NotePath): readonly NotePath[] | undefined {
    if (!this.#namesMoved && !this.#resolutions.has(path)) return this.#base.targets(path)
    const known = this.resolutions(path)
    return known && targetsAmong(path, known)
  }

  sources(path: NotePath): readonly NotePath[] | undefined {
    return this.#sources.get(path) ?? (this.#namesMoved ? undefined : this.#base.sources(path))
  }
}

/** A resolution that no title and no alias has a say in; undefined for others. Names come before the index of a folder. */
function foundByPath(resolution: Resolution | undefined): Resolution | undefined {
  if (resolution === undefined) return undefined
  if (resolution.status === 'external') return /^https?:\/\//i.test(resolution.url) ? resolution : undefined
  if (!('isNote' in resolution) || !resolution.isNote) return undefined
  const byPath = resolution.styles.every((style) => style === 'non-portable-link')
  return byPath && !/^(?:index|readme)$/i.test(fileStem(resolution.path)) ? resolution : undefined
}

/** What some links of a note point at but for itself, each once; undefined where not all is known. */
export function targetsAmong(
  path: NotePath,
  resolutions: readonly (Resolution | undefined)[],
): readonly NotePath[] | undefined {
  const targets = new Set<NotePath>()
  for (const resolution of resolutions) {
    if (resolution === undefined) return undefined
    const target = targetPath(resolution)
    if (target !== undefined && target !== path) targets.add(target)
  }
  return [...targets]
}

/** What an update learned: only of the notes it concerned. */
export interface LinkNews {
  readonly resolutions: ReadonlyMap<NotePath, readonly (Resolution | undefined)[]>
  readonly counts: ReadonlyMap<NotePath, LinkCounts>
  readonly sources: ReadonlyMap<NotePath, readonly NotePath[]>
}
