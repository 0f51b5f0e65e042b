import { findLines } from './find-in-note.ts'
import { lineIn, revealed } from './folding.ts'
import { layOutScreen, scrollTo } from '../view/layout.ts'
import type { KeyName, Step } from '../events.ts'
import type { BrowseState, NotePane } from '../model.ts'
import { openNote, still, withinNote } from './open-note.ts'
import { selectLink, shownLink, withLink } from './selected-link.ts'
import { turnFold } from './turn-folds.ts'
import { focusList } from './update-list.ts'

/** What a key does while the note has the focus; undefined when it means nothing there. */
export function updateNote(state: BrowseState, key: KeyName): Step | undefined {
  const page = layOutScreen(state, 'note').bodyRows - 2
  switch (key) {
    case 'up':
      return scroll(state, -1)
    case 'down':
      return scroll(state, 1)
    case 'page-up':
      return scroll(state, -page)
    case 'page-down':
      return scroll(state, page)
    case 'home':
      return scroll(state, -Infinity)
    case 'end':
      return scroll(state, Infinity)
    case 'tab':
      return selectLink(state, 1)
    case 'shift-tab':
      return selectLink(state, -1)
    case 'enter':
      return followSelected(state)
    case 'left':
      return focusList(state)
    case 'escape':
      return state.find === undefined ? focusList(state) : still(withoutFind(state))
    default:
      return undefined
  }
}

/** Scrolls the note by so many lines. */
export function scroll(state: BrowseState, by: number): Step {
  const { note } = state
  if (note === undefined) return still(state)
  return still({ ...state, note: { ...note, top: withinNote(state, note, note.top + by) } })
}

/** Follows a link of the note. */
export function followLink(state: BrowseState, link: number): Step {
  const goal = state.note?.rendered?.links[link]?.goal
  if (state.note === undefined || goal === undefined) return still(state)
  const there: BrowseState = { ...state, note: { ...state.note, link } }
  switch (goal.kind) {
    case 'note':
      return openNote(there, goal.path, goal.anchor === undefined ? undefined : { kind: 'anchor', anchor: goal.anchor })
    case 'web':
      return { state: there, effects: [{ kind: 'open-address', address: goal.address }] }
    case 'outside':
      return still({ ...there, message: `${goal.address} is not opened from here; y copies it` })
    case 'broken':
      return still({ ...there, message: `nothing is named "${goal.target}"; n creates it` })
    case 'fold':
      return turnFold(there, goal.fold)
  }
}

/** Goes to the next or previous line that matches, wrapping around. */
export function findAgain(state: BrowseState, by: 1 | -1): Step {
  const { note, find } = state
  if (note?.folding === undefined || find === undefined)
    return still({ ...state, message: 'look for something with /' })
  const lines = findLines(note.folding.whole, find)
  const at = find.line ?? lineIn(note.folding, note.top)
  const next =
    by === 1 ? (lines.find((line) => line > at) ?? lines[0]) : (lines.findLast((line) => line < at) ?? lines.at(-1))
  if (next === undefined) return still({ ...state, message: `"${find.words}" is not in this note` })
  return still(comeToLine(state, note, next))
}

/** The state with a matching line on the screen, unfolded. */
export function comeToLine(state: BrowseState, pane: NotePane, line: number): BrowseState {
  const { bodyRows } = layOutScreen(state, 'note')
  const { note, row } = revealed(pane, line)
  const top = scrollTo(row, note.top, bodyRows, note.rendered?.lines.length ?? 0)
  const found = state.find === undefined ? {} : { find: { ...state.find, line } }
  return { ...state, ...found, note: { ...note, top: withinNote(state, note, top) } }
}

/** The state without a search inside the note. */
export function withoutFind({ find: _find, ...state }: BrowseState): BrowseState {
  return state
}

/** A link that is off the screen is first scrolled into view. */
function followSelected(state: BrowseState): Step {
  const { note, history } = state
  const link = shownLink(state)
  if (link !== undefined) return followLink(state, link)
  if (note?.link !== undefined) return still(withLink(state, note, note.link))
  if (note !== undefined && history.visits[history.at]?.path !== note.path) return openNote(state, note.path)
  return still({ ...state, message: 'choose a link with Tab, then Enter follows it' })
}
