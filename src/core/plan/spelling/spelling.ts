import type { Link } from '../../model/link.ts'

/** The new target and anchor of a link, decoded as in `Link`; an absent one stays, an empty anchor is removed. */
export interface Spelling {
  readonly target?: string
  /** The target as it is to be written, when known; otherwise it is encoded from `target`. */
  readonly written?: string
  /** Whether `written` also replaces the brackets around the target. */
  readonly unbracketed?: true
  readonly anchor?: string
  /** The text that a wikilink shows from now on, when it showed its target before. */
  readonly label?: string
}

/** The parts of target and anchor that differ from the link's. */
export function spellingOf(link: Link, target: string, anchor: string | undefined): Spelling {
  return {
    ...(target === link.target ? {} : { target }),
    ...(anchor === link.anchor || anchor === undefined ? {} : { anchor }),
  }
}
