import type { NotePath } from '../model/note-path.ts'
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
