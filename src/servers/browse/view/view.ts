import sliceAnsi from 'slice-ansi'
import { displayWidth, padded } from '../../../view/display-width.ts'
import type { Style } from '../../../view/style.ts'
import { truncate } from '../../../view/wrap-text.ts'
import { layOutPanes, type ScreenLayout } from './layout.ts'
import type { BrowseState } from '../model.ts'
import { tellingModes } from '../update/list-rows.ts'
import { asRow, shownName } from './one-line.ts'
import { tabLabels } from './tabs.ts'
import { footer } from './view-footer.ts'
import { listLines } from './view-list.ts'
import { noteLines } from './view-note.ts'
import { panelRows } from './view-panel.ts'

/** A row of the screen: a whole row, or a left part and, from the split column on, a right part. */
export interface ScreenRow {
  readonly left?: string
  readonly right: string
}

/** The screen: as many rows as the terminal has, none wider, and the cursor while something is typed. */
export interface Screen {
  readonly rows: readonly ScreenRow[]
  /** The column, from 0, at which the right part of a divided row begins. */
  readonly split: number
  readonly cursor?: { readonly row: number; readonly column: number }
}

/** On narrower screens every row is cut to the width. */
const narrowest = 40

/** Draws the reader; only looks at what is on the screen, however long list and note are. */
export function drawScreen(state: BrowseState, style: Style): Screen {
  const panes = layOutPanes(state)
  const { columns, rows } = state.size
  const bottom = footer(state, style)
  const all = [topRow(state, panes, style), ...bodyRows(state, panes, style), { right: bottom.text }].slice(0, rows)
  return {
    rows: columns < narrowest ? all.map(({ right }) => ({ right: sliceAnsi(right, 0, columns) })) : all,
    split: panes.listWidth,
    ...(bottom.cursor === undefined ? {} : { cursor: { row: rows - 1, column: Math.min(bottom.cursor, columns - 1) } }),
  }
}

function bodyRows(state: BrowseState, panes: ScreenLayout, style: Style): readonly ScreenRow[] {
  const { listWidth, noteWidth, bodyRows: count } = panes
  const left = listWidth === 0 ? [] : listLines(state, { width: listWidth, rows: count }, style)
  const indexes = Array.from({ length: count }, (_row, at) => at)
  if (listWidth === state.size.columns) return indexes.map((at) => ({ right: left[at] ?? '' }))
  const room = { width: noteWidth, rows: count }
  const right =
    state.panel === undefined
      ? besideEachOther(state, panes, style)
      : panelRows(state.panel, room, style).map(({ text }) => text)
  if (listWidth === 0) return indexes.map((at) => ({ right: right[at] ?? '' }))
  const bar = style.paint('dim', '│')
  return indexes.map((at) => ({ left: left[at] ?? ' '.repeat(listWidth), right: `${bar} ${right[at] ?? ''}` }))
}

/** The lines of the note, and of the one kept beside it. */
function besideEachOther(
  state: BrowseState,
  { noteWidth, bodyRows: rows, besideStart }: ScreenLayout,
  style: Style,
): readonly string[] {
  const room = { width: noteWidth, rows }
  const main = noteLines(state, state.note, room, style)
  if (besideStart === undefined) return main
  const { find: _find, ...plain } = state
  const other = noteLines(plain, state.beside, room, style)
  const bar = style.paint('dim', '│')
  return Array.from({ length: rows }, (_row, at) => {
    const line = main[at] ?? ''
    return `${padded(line, noteWidth)} ${bar} ${other[at] ?? ''}`
  })
}

function topRow(state: BrowseState, panes: ScreenLayout, style: Style): ScreenRow {
  const { listWidth, noteStart } = panes
  const { columns } = state.size
  if (listWidth === 0) return { right: titleLines(state, panes, columns - 1, style) }
  const tabs = tabLabels(state.list.mode, tellingModes(state.vault), listWidth)
  const painted = tabs.map(({ mode, label }) => style.paint(mode === state.list.mode ? 'strong' : 'dim', label))
  const width = tabs.reduce((sum, { label }) => sum + 1 + label.length, 0)
  const left = ` ${painted.join(' ')}${' '.repeat(Math.max(0, listWidth - width))}`
  if (listWidth === columns) return { right: left }
  return { left, right: `${style.paint('dim', '│')} ${titleLines(state, panes, columns - noteStart - 1, style)}` }
}

/** The titles of the last visited notes, as many as fit. */
function trailBefore(state: BrowseState, room: number): string {
  const { note, history, vault } = state
  const isRead = history.visits[history.at]?.path === note?.path
  const before = history.visits.slice(0, isRead ? history.at : history.at + 1).toReversed()
  let trail = ''
  for (const [at, { path }] of before.slice(0, 4).entries()) {
    // Two visits of one note in a row, after what was between them was removed, count once.
    if (path === (before[at - 1] ?? note)?.path) continue
    const title = vault.note(path)?.title
    const longer = title === undefined ? trail : `${truncate(shownName(state, title), 24)} › ${trail}`
    if (displayWidth(longer) > room) break
    trail = longer
  }
  return trail
}

/** The title of the note, and that of the one beside it above its own lines. */
function titleLines(state: BrowseState, { noteWidth, besideStart }: ScreenLayout, width: number, style: Style): string {
  const { beside, panel } = state
  if (besideStart === undefined || beside === undefined || panel !== undefined) return titleLine(state, width, style)
  const room = Math.max(1, width - noteWidth - 3)
  const name = truncate(shownName(state, state.vault.note(beside.path)?.title ?? beside.path), room)
  return `${titleLine(state, noteWidth, style)} ${style.paint('dim', '│')} ${style.paint('title', name)}`
}

/** The title of the note, and at the end of the line how much of it was seen. */
function titleLine(state: BrowseState, width: number, style: Style): string {
  const { note, panel, vault } = state
  if (panel !== undefined) {
    const name = panel.kind === 'graph' ? 'Neighbourhood' : asRow(panel.title)
    return style.paint('heading', truncate(name, width))
  }
  if (note === undefined) return ''
  const lines = note.rendered?.lines.length ?? 0
  const { bodyRows: room } = layOutPanes(state)
  const seen = lines <= room ? '' : `${Math.min(100, Math.round((100 * (note.top + room)) / lines))} %`
  const name = truncate(shownName(state, vault.note(note.path)?.title ?? note.path), Math.max(1, width - 6))
  const trail = trailBefore(state, width - displayWidth(name) - seen.length - 2)
  const gap = Math.max(1, width - displayWidth(trail) - displayWidth(name) - seen.length)
  return `${style.paint('dim', trail)}${style.paint('title', name)}${' '.repeat(gap)}${style.paint('count', seen)}`
}
