import { layOutScreen, scrollTo, clamp } from '../view/layout.ts'
import { withRows } from './list-rows.ts'
import type { KeyName, Step } from '../events.ts'
import type { BrowseState, Find, HitLine, ListMode, ListPane, ListRow, WantedView } from '../model.ts'
import { look, openNote, still } from './open-note.ts'
import { backTo } from './place.ts'
import { refit } from './refit.ts'

/** What a key does while the list has the focus; undefined when it means nothing there. */
export function updateList(state: BrowseState, key: KeyName): Step | undefined {
  const { list } = state
  const page = layOutScreen(state, 'list').bodyRows - 1
  switch (key) {
    case 'up':
      return select(state, list.selected - 1)
    case 'down':
      return select(state, list.selected + 1)
    case 'page-up':
      return select(state, list.selected - page)
    case 'page-down':
      return select(state, list.selected + page)
    case 'home':
      return select(state, 0)
    case 'end':
      return select(state, list.rows.length - 1)
    case 'left':
      return fold(state, true)
    case 'right':
      return list.rows[list.selected]?.kind === 'heading' ? fold(state, false) : focusNote(state)
    case 'tab':
      return focusNote(state)
    case 'enter':
      return enter(state)
    case 'escape':
      return list.query === undefined ? undefined : leaveSearch(state)
    default:
      return undefined
  }
}

/** Moves the selection and previews the selected note. */
export function select(state: BrowseState, row: number): Step {
  const { list } = state
  const selected = clamp(row, 0, Math.max(0, list.rows.length - 1))
  const top = scrollTo(selected, list.top, layOutScreen(state, 'list').bodyRows, list.rows.length)
  const moved = { ...state, list: { ...list, selected, top } }
  const target = list.rows[selected]
  if (target === undefined || target.kind === 'heading') return still(moved)
  return list.query === undefined ? look(moved, target.path) : lookAtHit(moved, target, list.query)
}

/** Where to scroll for a hit: to its line, for a note to its first line, or to the line with most of the words. */
export function hitPlace(list: ListPane, row: HitRow, words: string): WantedView {
  const found = row.kind === 'line' ? row.line : linesOf(list, row)[0]
  if (found === undefined) return { kind: 'words', words }
  const { text, line } = found
  return { kind: 'words', words: text, ...(line === undefined ? {} : { source: line }) }
}

/** The words to mark for a hit: those of the query, and their forms in its lines. */
export function hitWords(list: ListPane, row: HitRow, words: string): Find {
  if (list.isExact === true) return { words, any: false }
  const forms = new Set(
    linesOf(list, row).flatMap(({ text, ranges }) => ranges.map(([start, end]) => text.slice(start, end))),
  )
  return { words, any: true, ...(forms.size === 0 ? {} : { forms: [...forms] }) }
}

/** A row of a note or of one of its lines. */
type HitRow = Exclude<ListRow, { kind: 'heading' }>

function linesOf({ rows }: ListPane, { path }: HitRow): readonly HitLine[] {
  return rows.flatMap((row) => (row.kind === 'line' && row.path === path ? [row.line] : []))
}

/** Previews a hit at its line, or the line with most of the words, with all of them marked. */
function lookAtHit(state: BrowseState, row: Exclude<ListRow, { kind: 'heading' }>, words: string): Step {
  const { state: looked, effects } = look(state, row.path, hitPlace(state.list, row, words))
  return { state: { ...looked, find: hitWords(state.list, row, words) }, effects }
}

/** Opens the selected note, or folds and unfolds the selected heading. */
export function enter(state: BrowseState): Step {
  const row = state.list.rows[state.list.selected]
  if (row === undefined) return still(state)
  if (row.kind === 'heading') return fold(state, !row.collapsed)
  const { find } = state
  const opened = openNote(state, row.path)
  return find !== undefined && state.list.query !== undefined ? { ...opened, state: { ...opened.state, find } } : opened
}

/** Shows the list in a mode; the row of the note on the right stays selected. */
export function chooseMode(state: BrowseState, mode: ListMode): Step {
  const base = state.note?.path ?? state.list.base
  const list = withRows(
    state.vault,
    { ...state.list, mode, top: 0, selected: 0, ...(base === undefined ? {} : { base }) },
    base,
  )
  const shown: BrowseState = { ...state, focus: 'list', list: scrolled(state, list) }
  return { state: shown, effects: [...(state.focus === 'list' ? [] : refit(shown)), { kind: 'save' }] }
}

/** Gives the note the focus, where there is one. */
export function focusNote(state: BrowseState): Step {
  if (state.note === undefined) return still(state)
  const next: BrowseState = { ...state, focus: 'note' }
  return { state: next, effects: refit(next) }
}

/** Gives the list the focus. */
export function focusList(state: BrowseState): Step {
  const next: BrowseState = { ...state, focus: 'list' }
  return { state: next, effects: refit(next) }
}

/** Leaves a search: returns to where it began, unless a hit was opened. */
export function leaveSearch(state: BrowseState): Step {
  return state.before === undefined ? clearSearch(state) : backTo(state, state.before)
}

/** Leaves the hits of a search for the rows of the mode. */
export function clearSearch(state: BrowseState): Step {
  const list = withRows(state.vault, { ...state.list, top: 0, selected: 0 }, state.note?.path)
  return still({ ...state, list: scrolled(state, list) })
}

/** Folds or unfolds the group of the selected row; on a note, folding closes its group. */
function fold(state: BrowseState, close: boolean): Step {
  const { list } = state
  const at = list.rows.findLastIndex((row, index) => index <= list.selected && row.kind === 'heading')
  const heading = list.rows[at]
  if (heading?.kind !== 'heading' || list.query !== undefined) return still(state)
  const collapsed = new Set(list.collapsed)
  if (close) collapsed.add(heading.name)
  else collapsed.delete(heading.name)
  const folded = withRows(state.vault, { ...list, collapsed, selected: at })
  return still({ ...state, list: scrolled(state, folded) })
}

function scrolled(state: BrowseState, list: BrowseState['list']): BrowseState['list'] {
  const { bodyRows } = layOutScreen(state, 'list')
  return { ...list, top: scrollTo(list.selected, list.top, bodyRows, list.rows.length) }
}
