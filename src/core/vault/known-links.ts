import type { NotePath } from '../model/note-path.ts'
import type { Resolution } from '../model/resolution.ts'

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
  /** The other notes that link to a note, index pages among them, sorted by path. */
  readonly sources: (path: NotePath) => readonly NotePath[] | undefined
}

/** Known links with later knowledge laid over them; adding more copies the overlay, so a chain of updates stays flat. */
export class LinkOverlay implements KnownLinks {
  readonly #base: KnownLinks
  readonly #resolutions: ReadonlyMap<NotePath, readonly (Resolution | undefined)[]>
  readonly #counts: ReadonlyMap<NotePath, LinkCounts>
  readonly #sources: ReadonlyMap<NotePath, readonly NotePath[]>

  constructor(base: KnownLinks, news: LinkNews) {
    const over = base instanceof LinkOverlay
    this.#base = over ? base.#base : base
    this.#resolutions = over ? new Map([...base.#resolutions, ...news.resolutions]) : news.resolutions
    this.#counts = over ? new Map([...base.#counts, ...news.counts]) : news.counts
    this.#sources = over ? new Map([...base.#sources, ...news.sources]) : news.sources
  }

  resolutions(path: NotePath): readonly (Resolution | undefined)[] | undefined {
    return this.#resolutions.get(path) ?? this.#base.resolutions(path)
  }

  counts(path: NotePath): LinkCounts | undefined {
    return this.#counts.get(path) ?? this.#base.counts(path)
  }

  sources(path: NotePath): readonly NotePath[] | undefined {
    return this.#sources.get(path) ?? this.#base.sources(path)
  }
}

/** What an update learned: only of the notes it concerned. */
export interface LinkNews {
  readonly resolutions: ReadonlyMap<NotePath, readonly (Resolution | undefined)[]>
  readonly counts: ReadonlyMap<NotePath, LinkCounts>
  readonly sources: ReadonlyMap<NotePath, readonly NotePath[]>
}
