import { plainStyle } from '../../../view/style.ts'
import { layOutPanes } from '../view/layout.ts'
import type { InputEvent, Step } from '../events.ts'
import type { BrowseState, LinkSpot, NotePane, Panel } from '../model.ts'
import { tellingModes } from './list-rows.ts'
import { exchange } from './beside.ts'
import { openNote, still, withinNote } from './open-note.ts'
import { tabAt, tabLabels } from '../view/tabs.ts'
import { chooseMode, enter, focusNote, select } from './update-list.ts'
import { followLink, scroll } from './update-note.ts'
import { enterPanel, movePanel } from './update-panel.ts'
import { isSearch, updatePrompt } from './update-prompt.ts'
import { panelRows } from '../view/view-panel.ts'

type MouseEvent = Extract<InputEvent, { type: 'mouse' }>

const wheelLines = 3

/**
 * Handles the mouse: the wheel scrolls what is under it, a press selects, a press on a selected row opens it, and links to notes are
 * followed.
 */
export function updateMouse(state: BrowseState, event: MouseEvent): Step {
  if (!isHeard(state, event)) return still(state)
  const panes = layOutPanes(state)
  const overList = event.column < panes.noteStart
  if (event.action === 'move') return hover(state, event)
  if (event.action !== 'press') {
    const by = event.action === 'wheel-up' ? -wheelLines : wheelLines
    if (overList) return select(state, state.list.selected + by)
    if (besideUnder(state, event) !== undefined) return scrollBeside(state, by)
    return state.panel === undefined ? scroll(state, by) : movePanel(state, state.panel, by)
  }
  if (event.row === 0) {
    const mode = overList
      ? tabAt(event.column, tabLabels(state.list.mode, tellingModes(state.vault), panes.listWidth))
      : undefined
    return mode === undefined ? still(state) : chooseMode(state, mode)
  }
  if (event.row > panes.bodyRows) return still(state)
  if (overList) return pressList(state, event.row - 1)
  const beside = besideUnder(state, event)
  if (beside !== undefined) return pressBeside(state, beside)
  return state.panel === undefined ? pressNote(state, event) : pressPanel(state, state.panel, event)
}

/** Whether a mouse event counts while something is typed: only hits of a search can be chosen, and the note scrolled. */
function isHeard(state: BrowseState, { action, column, row }: MouseEvent): boolean {
  const { prompt } = state
  if (prompt === undefined || action === 'move') return true
  const panes = layOutPanes(state)
  if (column >= panes.noteStart) return action !== 'press'
  return isSearch(prompt.kind) && row > 0 && row <= panes.bodyRows
}

function pressList(state: BrowseState, row: number): Step {
  const index = state.list.top + row
  if (state.list.rows[index] === undefined) return still(state)
  const focused: BrowseState = { ...state, focus: 'list' }
  const again = state.focus === 'list' && state.list.selected === index
  if (again && state.prompt !== undefined) return updatePrompt(state, state.prompt, 'enter') ?? still(state)
  if (again || state.list.rows[index]?.kind === 'heading')
    return enter({ ...focused, list: { ...state.list, selected: index } })
  return select(focused, index)
}

/** The note beside, and the place in its lines under the mouse. */
function besideUnder(state: BrowseState, { column, row }: MouseEvent): LinkPlace | undefined {
  const { besideStart, bodyRows } = layOutPanes(state)
  if (state.panel !== undefined || besideStart === undefined || state.beside === undefined) return undefined
  if (column < besideStart || row < 1 || row > bodyRows) return undefined
  return { note: state.beside, line: state.beside.top + row - 1, column: column - besideStart - barWidth }
}

/** The bar between two notes and the blank after it. */
const barWidth = 2

/** A place in a note. */
interface LinkPlace {
  readonly note: NotePane
  readonly line: number
  readonly column: number
}

function scrollBeside(state: BrowseState, by: number): Step {
  const { beside } = state
  if (beside === undefined) return still(state)
  return still({ ...state, beside: { ...beside, top: withinNote(state, beside, beside.top + by) } })
}

/** Opens a pressed link to a note on the left; a press elsewhere swaps the notes. */
function pressBeside(state: BrowseState, place: LinkPlace): Step {
  const link = linkIn(place)
  const goal = link === undefined ? undefined : place.note.rendered?.links[link.link]?.goal
  if (goal?.kind !== 'note') return exchange(state)
  return openNote(state, goal.path, goal.anchor === undefined ? undefined : { kind: 'anchor', anchor: goal.anchor })
}

/** Shows where the link under the mouse leads. */
function hover(state: BrowseState, event: MouseEvent): Step {
  const link = state.panel === undefined ? linkAt(state, event)?.link : undefined
  if (link === state.hover) return still(state)
  const { hover: _hover, ...plain } = state
  return still(link === undefined ? plain : { ...plain, hover: link })
}

/** The link that stands where the mouse is. */
function linkAt(state: BrowseState, event: MouseEvent): LinkSpot | undefined {
  const { row, column } = event
  const { noteStart, bodyRows } = layOutPanes(state)
  if (row < 1 || row > bodyRows || besideUnder(state, event) !== undefined) return undefined
  if (state.note === undefined) return undefined
  return linkIn({ note: state.note, line: state.note.top + row - 1, column: column - noteStart })
}

function linkIn({ note, line, column }: LinkPlace): LinkSpot | undefined {
  return note.rendered?.places.find(({ line: at, start, end }) => at === line && column >= start && column < end)
}

/** A link that leaves the vault is only selected, so that its address is seen before it is opened. */
function pressNote(state: BrowseState, event: MouseEvent): Step {
  const place = linkAt(state, event)
  const focused = focusNote(state)
  const { note } = focused.state
  if (place === undefined || note === undefined) return focused
  const goal = note.rendered?.links[place.link]?.goal.kind
  if (goal !== 'note' && goal !== 'fold')
    return { ...focused, state: { ...focused.state, note: { ...note, link: place.link } } }
  const followed = followLink(focused.state, place.link)
  return { state: followed.state, effects: [...focused.effects, ...followed.effects] }
}

function pressPanel(state: BrowseState, panel: Panel, event: MouseEvent): Step {
  const { noteStart, noteWidth, bodyRows } = layOutPanes(state)
  const row = panelRows(panel, { width: noteWidth, rows: bodyRows }, plainStyle)[event.row - 1]
  const column = event.column - noteStart
  const target = row?.targets.find(({ start, end }) => column >= start && column < end)
  if (target === undefined) return still(state)
  const chosen = { ...panel, selected: target.item }
  return target.item === panel.selected ? enterPanel(state, chosen) : still({ ...state, panel: chosen })
}
