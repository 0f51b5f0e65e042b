import type { Context } from '../../commands/command.ts'
import type { FailureError } from '../../core/model/failure.ts'
import type { FullScreen } from '../../io/terminal/full-screen.ts'
import type { Style } from '../../view/style.ts'
import type { BrowseEvent } from './events.ts'
import type { BrowseState } from './model.ts'
import type { Searcher } from './searcher.ts'

/** How the reader ended. */
export type BrowseEnd = 'quit' | 'interrupted'

/** The reader as effects see it. */
export interface Reader {
  readonly state: BrowseState
  readonly dispatch: (event: BrowseEvent) => void
  readonly redraw: () => void
}

/** What effects use: the context, the terminal and what else is outside the reader. */
export interface Outside {
  readonly context: Context
  readonly style: Style
  readonly screen: FullScreen
  readonly searcher: Searcher
  readonly end: (end: BrowseEnd) => void
  readonly fail: (error: unknown) => void
}

/** A failure as the one line that the reader has for it. */
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
