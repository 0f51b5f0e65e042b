import type { Step } from '../events.ts'
import type { BrowseState, NotePane } from '../model.ts'
import { layOutScreen } from '../view/layout.ts'
import { foldNote, rowOfLine, turning } from './folding.ts'
import { still, withinNote } from './open-note.ts'

/** Folds or unfolds a part; its title stays at the same row of the screen. */
export function turnFold(state: BrowseState, fold: number): Step {
  const { note } = state
  if (note?.folding === undefined) return still(state)
  const { whole, turned } = note.folding
  return still(refolded(state, note, turning(turned, fold), whole.folds[fold]?.line ?? 0))
}

/** Toggles the selected fold, else the first on the screen, else the one around the screen. */
export function turnHere(state: BrowseState): Step {
  const fold = foldHere(state)
  return fold === undefined ? still({ ...state, message: 'nothing to fold here' }) : turnFold(state, fold)
}

/** Unfolds all of a note, or folds all of it. */
export function turnAll(state: BrowseState, open: boolean): Step {
  const { note } = state
  if (note?.folding === undefined) return still(state)
  const { whole, lines } = note.folding
  const turned = whole.folds.flatMap(({ isClosed }, fold) => (isClosed === open ? [fold] : []))
  return still(refolded(state, note, turned, lines[note.top] ?? 0))
}

/** The note with other folds toggled, with a line kept at its row of the screen. */
function refolded(state: BrowseState, note: NotePane, turned: readonly number[], line: number): BrowseState {
  if (note.folding === undefined) return state
  const above = Math.max(0, rowOfLine(note.folding, line) - note.top)
  const folded: NotePane = { ...note, ...foldNote(note.folding.whole, turned) }
  return { ...state, note: { ...folded, top: withinNote(state, folded, rowOfLine(folded.folding, line) - above) } }
}

function foldHere(state: BrowseState): number | undefined {
  const { note } = state
  if (note?.folding === undefined || note.rendered === undefined) return undefined
  const { whole, lines } = note.folding
  const selected = note.link === undefined ? undefined : note.rendered.links[note.link]?.goal
  if (selected?.kind === 'fold') return selected.fold
  const bottom = note.top + layOutScreen(state).bodyRows
  const [first = 0, last = 0] = [lines[note.top], lines[Math.min(bottom, lines.length) - 1]]
  const onScreen = whole.folds.findIndex(({ line }) => line >= first && line <= last && lines.includes(line))
  if (onScreen >= 0) return onScreen
  const around = whole.folds.findLastIndex(({ start, end }) => first >= start && first < end)
  return around < 0 ? undefined : around
}
