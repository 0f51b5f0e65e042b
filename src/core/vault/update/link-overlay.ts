import { fileStem, type NotePath } from '../../model/note-path.ts'
import type { Resolution } from '../../model/resolution.ts'
import { type KnownLinks, type LinkCounts, targetsAmong } from '../known-links.ts'

/** The links that an update resolved anew, for the affected notes only. */
export interface LinkNews {
  readonly resolutions: ReadonlyMap<NotePath, readonly (Resolution | undefined)[]>
  readonly counts: ReadonlyMap<NotePath, LinkCounts>
  readonly sources: ReadonlyMap<NotePath, readonly NotePath[]>
}

/** Known links overlaid with newer ones. Adding more copies the overlay, so that a chain of updates stays flat. */
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

  /** The notes whose links were resolved anew since earlier knowledge; undefined when this overlay is not based on it. */
  relinkedSince(before: KnownLinks): readonly NotePath[] | undefined {
    const [base, known] =
      before instanceof LinkOverlay ? [before.#base, before.#news.resolutions] : [before, new Map<NotePath, unknown>()]
    if (base !== this.#base) return undefined
    return [...this.#news.resolutions].flatMap(([path, list]) => (known.get(path) === list ? [] : [path]))
  }
}

/** A resolution that does not depend on titles and aliases; undefined for others. Names are tried before the index of a folder. */
export function foundByPath(resolution: Resolution | undefined): Resolution | undefined {
  if (resolution === undefined) return undefined
  if (resolution.status === 'external') return /^https?:\/\//i.test(resolution.url) ? resolution : undefined
  if (!('isNote' in resolution) || !resolution.isNote) return undefined
  const byPath = resolution.styles.every((style) => style === 'non-portable-link')
  return byPath && !/^(?:index|readme)$/i.test(fileStem(resolution.path)) ? resolution : undefined
}
