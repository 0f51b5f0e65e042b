import type { Link } from '../../model/link.ts'

/** How a link's target and anchor are to be spelled, escapes undone as in `Link`; what is absent stays as it is, an empty anchor goes. */
export interface Spelling {
  readonly target?: string
  /** What stands for the target in the text, where that is known; else it is made of the target. */
  readonly written?: string
  /** Whether it stands for the brackets around the target, too. */
  readonly unbracketed?: true
  readonly anchor?: string
  /** What a wikilink shows from now on, where it showed its target. */
  readonly label?: string
}

/** The target and anchor that a link gets; what it has already is left out. */
export function spellingOf(link: Link, target: string, anchor: string | undefined): Spelling {
  return {
    ...(target === link.target ? {} : { target }),
    ...(anchor === link.anchor || anchor === undefined ? {} : { anchor }),
  }
}
