import type { NotePath } from '../model/note-path.ts'
import { type Resolution, targetPath } from '../model/resolution.ts'

/** How many links a note has except to itself, and how many links of other notes (without index pages) point at it. */
export interface LinkCounts {
  readonly links: number
  readonly backlinks: number
}

/** What is known about links without resolving them, from a cache or an earlier state; undefined where it is not known. */
export interface KnownLinks {
  /** The resolutions of a note's links, in order; undefined for each that must be resolved anew. */
  readonly resolutions: (path: NotePath) => readonly (Resolution | undefined)[] | undefined
  readonly counts: (path: NotePath) => LinkCounts | undefined
  /** The targets of a note's links except itself, each once, in order of appearance; may include attachments. */
  readonly targets: (path: NotePath) => readonly NotePath[] | undefined
  /** The other notes that link to a note, index pages among them, sorted by path. */
  readonly sources: (path: NotePath) => readonly NotePath[] | undefined
}

/** The targets among some resolutions except `path`, each once; undefined when a resolution is not known. */
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
