import type { Step } from '../events.ts'
import type { BrowseState, NotePane } from '../model.ts'
import { layOutScreen, scrollTo } from '../view/layout.ts'
import { revealed } from './folding.ts'
import { still } from './open-note.ts'

/** The selected link of the note, while a part of it is on the screen. */
export function shownLink(state: BrowseState): number | undefined {
  const { note } = state
  const { bodyRows } = layOutScreen(state, 'note')
  const shown = note?.rendered?.places.some(
    ({ link, line }) => link === note.link && line >= note.top && line < note.top + bodyRows,
  )
  return shown === true ? note?.link : undefined
}

/** Selects the next or previous link, starting at the selected one if it is on the screen, else at the edge of the screen. */
export function selectLink(state: BrowseState, by: 1 | -1): Step {
  const { note } = state
  const places = note?.rendered?.places ?? []
  if (note?.rendered === undefined) return still(state)
  if (places.length === 0) return still({ ...state, message: 'no links here' })
  const order = [...new Set(places.map(({ link }) => link))]
  const shown = shownLink(state)
  const from = order.indexOf(shown ?? nextLink(state, note, by) ?? -1)
  const at = shown !== undefined ? from + by : from < 0 && by === 1 ? 0 : from
  const link = order.at(at % order.length)
  return still(link === undefined ? state : withLink(state, note, link))
}

/** The state with a link selected, unfolded and on the screen. */
export function withLink(state: BrowseState, pane: NotePane, link: number): BrowseState {
  const line = pane.folding?.whole.places.find((place) => place.link === link)?.line
  if (line === undefined) return state
  const { note, row } = revealed(pane, line)
  const { bodyRows } = layOutScreen(state, 'note')
  const top = scrollTo(row, note.top, bodyRows, note.rendered?.lines.length ?? 0)
  return { ...state, note: { ...note, link, top } }
}

/** The first link from the top of the screen on, or the last one up to its bottom. */
function nextLink(state: BrowseState, { rendered, top }: NotePane, by: 1 | -1): number | undefined {
  const bottom = top + layOutScreen(state, 'note').bodyRows
  const places = rendered?.places ?? []
  const next = by === 1 ? places.find(({ line }) => line >= top) : places.findLast(({ line }) => line < bottom)
  return next?.link
}
