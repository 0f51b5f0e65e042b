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

/** Known links with later knowledge laid over them; adding more copies the overlay, so a chain of updates stays flat. */
export class LinkOverlay implements KnownLinks {
  readonly #base: KnownLinks
  readonly #news: LinkNews

  constructor(base: KnownLinks, news: LinkNews) {
    const under = base instanceof LinkOverlay ? base : undefined
    this.#base = under === undefined ? base : under.#base
    this.#news =
      under === undefined
        ? news
        : {
            resolutions: new Map([...under.#news.resolutions, ...news.resolutions]),
            counts: new Map([...under.#news.counts, ...news.counts]),
            sources: new Map([...under.#news.sources, ...news.sources]),
          }
  }

  resolutions(path: NotePath): readonly (Resolution | undefined)[] | undefined {
    return this.#news.resolutions.get(path) ?? this.#base.resolutions(path)
  }

  counts(path: NotePath): LinkCounts | undefined {
    return this.#news.counts.get(path) ?? this.#base.counts(path)
  }

  targets(path: NotePath): readonly NotePath[] | undefined {
    const known = this.#news.resolutions.get(path)
    return known === undefined ? this.#base.targets(path) : targetsAmong(path, known)
  }

  sources(path: NotePath): readonly NotePath[] | undefined {
    return this.#news.sources.get(path) ?? this.#base.sources(path)
  }

  /** The notes whose links were looked at since earlier knowledge; undefined where that is not what this began with. */
  relinkedSince(before: KnownLinks): readonly NotePath[] | undefined {
    const [base, known] =
      before instanceof LinkOverlay ? [before.#base, before.#news.resolutions] : [before, new Map<NotePath, unknown>()]
    if (base !== this.#base) return undefined
    return [...this.#news.resolutions].flatMap(([path, list]) => (known.get(path) === list ? [] : [path]))
  }
}

/** A resolution that no title and no alias has a say in; undefined for others. Names come before the index of a folder. */
export function foundByPath(resolution: Resolution | undefined): Resolution | undefined {
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
