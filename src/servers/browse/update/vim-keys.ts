import type { Step } from '../events.ts'
import type { BrowseState } from '../model.ts'
import { clamp, layOutScreen } from '../view/layout.ts'
import { rowOfLine } from './folding.ts'
import { turnAll, turnHere } from './turn-folds.ts'
import { asRead, turnedIn } from './history.ts'
import { openNote, still, withinNote } from './open-note.ts'
import { closePanel, movePanel } from './update-panel.ts'
import { select } from './update-list.ts'
import { scroll } from './update-note.ts'
import { nameTable } from '../../../core/model/name-table.ts'

/** What a two-key command does; undefined when there is none. */
export function twoKeys(state: BrowseState, first: string, second: string): Step | undefined {
  if (first === 'z') return afterZ[second]?.(state)
  if (!/^[A-Za-z]$/.test(second)) return still({ ...state, message: 'a mark is a letter' })
  return first === 'm' ? setMark(state, second) : goToMark(state, second)
}

/** The commands after `z`: centre the selection, and fold. */
const afterZ: Readonly<Record<string, (state: BrowseState) => Step>> = nameTable({
  z: centred,
  a: turnHere,
  R: (state) => turnAll(state, true),
  M: (state) => turnAll(state, false),
})

/** To the beginning of the list or note. */
export function toStart(state: BrowseState): Step {
  const closed = state.panel === undefined ? state : closePanel(state).state
  return closed.focus === 'list' ? select(closed, 0) : scroll(closed, -Infinity)
}

/** Half a screen up or down. */
export function halfPage(state: BrowseState, by: 1 | -1): Step {
  const rows = by * Math.max(1, Math.floor(layOutScreen(state).bodyRows / 2))
  if (state.panel !== undefined) return movePanel(state, state.panel, rows)
  return state.focus === 'list' ? select(state, state.list.selected + rows) : scroll(state, rows)
}

/** Scrolls the selected row, match or link to the middle of the screen. */
function centred(state: BrowseState): Step {
  const { list, note } = state
  const { bodyRows } = layOutScreen(state)
  const middle = Math.floor(bodyRows / 2)
  if (state.focus === 'list') {
    const top = clamp(list.selected - middle, 0, Math.max(0, list.rows.length - bodyRows))
    return still({ ...state, list: { ...list, top } })
  }
  const found = state.find?.line === undefined ? undefined : rowOfLine(note?.folding, state.find.line)
  const line = found ?? note?.rendered?.places.find(({ link }) => link === note.link)?.line
  if (note === undefined || line === undefined) return still(state)
  return still({ ...state, note: { ...note, top: withinNote(state, note, line - middle) } })
}

function setMark(state: BrowseState, letter: string): Step {
  const { note } = state
  if (note === undefined) return still({ ...state, message: 'choose a note first' })
  const marks = { ...state.marks, [letter]: { path: note.path, top: note.top, ...turnedIn(note) } }
  return {
    state: { ...state, marks, message: `marked ${letter}; '${letter} comes back here` },
    effects: [{ kind: 'save' }],
  }
}

function goToMark(state: BrowseState, letter: string): Step {
  const place = state.marks?.[letter]
  if (place === undefined) return still({ ...state, message: `no mark ${letter}; m${letter} sets it` })
  return openNote(state, place.path, asRead(place))
}
