import type { Effect } from '../events.ts'
import type { BrowseState } from '../model.ts'
import { layOutScreen } from '../view/layout.ts'

/** Requests the layout of the notes on the screen that do not have their width. */
export function refit(state: BrowseState): readonly Effect[] {
  const { noteWidth: width } = layOutScreen(state)
  return [state.note, state.beside].flatMap((pane): readonly Effect[] =>
    pane === undefined || pane.rendered?.width === width ? [] : [{ kind: 'render', path: pane.path, width }],
  )
}
