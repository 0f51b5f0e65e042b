import type { Step } from '../events.ts'
import type { BrowseState, Place } from '../model.ts'
import { withRows } from './list-rows.ts'
import { refit } from './refit.ts'

/** Where the person is now. */
export function placeNow({ focus, list, note, find }: BrowseState): Place {
  return { focus, list, ...(note === undefined ? {} : { note }), ...(find === undefined ? {} : { find }) }
}

/** The state back at a place: note, scroll position, list and focus. */
export function backTo(state: BrowseState, place: Place): Step {
  const { note: _note, find: _find, before: _before, prompt: _prompt, panel: _panel, ...rest } = state
  const { note } = place
  const list = place.list.query === undefined ? withRows(state.vault, place.list) : place.list
  const isThere = note !== undefined && state.vault.note(note.path) !== undefined
  const back: BrowseState = {
    ...rest,
    focus: place.focus,
    list,
    ...(isThere ? { note } : {}),
    ...(place.find === undefined ? {} : { find: place.find }),
  }
  return { state: back, effects: refit(back) }
}
