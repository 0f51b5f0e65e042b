import type { Context } from '../../commands/command.ts'
import type { FailureError } from '../../core/model/failure.ts'
import type { FullScreen } from '../../io/terminal/full-screen.ts'
import type { Style } from '../../view/style.ts'
import type { BrowseEvent } from './events.ts'
import type { BrowseState } from './model.ts'
import type { Searcher } from './searcher.ts'

/** How the reader ended. */
export type BrowseEnd = 'quit' | 'interrupted'

/** The interface of the reader for effects. */
export interface Reader {
  readonly state: BrowseState
  readonly dispatch: (event: BrowseEvent) => void
  readonly redraw: () => void
}

/** What effects work with: the context, the terminal and other things outside the reader. */
export interface Outside {
  readonly context: Context
  readonly style: Style
  readonly screen: FullScreen
  readonly searcher: Searcher
  readonly end: (end: BrowseEnd) => void
  readonly fail: (error: unknown) => void
}

/** A failure as one line of text. */
export function wordFailure({ failure }: FailureError): string {
  switch (failure.kind) {
    case 'usage':
    case 'refused':
      return failure.hint === undefined ? failure.message : `${failure.message}: ${failure.hint}`
    case 'io':
      return `cannot ${failure.action} ${failure.path}: ${failure.reason}`
    default:
      return `that did not work: ${failure.kind}`
  }
}
