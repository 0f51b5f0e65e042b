import type { BrowseState, Size } from '../model.ts'

/** Where things stand on the screen, in columns and rows. */
export interface ScreenLayout {
  /** Columns of the list; 0 when the screen is too narrow for both and the note has it. */
  readonly listWidth: number
  /** The column at which the note begins; the number of columns when the list takes the whole screen. */
  readonly noteStart: number
  /** The width of the note's text, limited to a readable line length. */
  readonly noteWidth: number
  /** The column at which the note beside it begins, where two are shown. */
  readonly besideStart?: number
  /** Rows between the top line and the bottom line. */
  readonly bodyRows: number
}

const narrowest = 70
const longestLine = 100

/** The parts of the state that determine the layout. */
export type Divided = Pick<BrowseState, 'size' | 'focus' | 'isWide' | 'beside'>

/**
 * Divides the screen: a third for the list and the rest for the note, or half of that for each of two notes; on a narrow screen, or with
 * the list hidden, the focused pane gets everything.
 */
export function layOutScreen(state: Divided, focus: 'list' | 'note' = state.focus): ScreenLayout {
  const layout = onePage(state.size, focus, state.isWide === true)
  const { columns } = state.size
  if (state.beside === undefined || !hasRoomBeside(state.size) || layout.noteStart >= columns) return layout
  const half = Math.min(longestLine, Math.floor((columns - layout.noteStart - 4) / 2))
  return { ...layout, noteWidth: half, besideStart: layout.noteStart + half + 1 }
}

/** Whether a screen is wide enough for two notes beside each other. */
export function hasRoomBeside({ columns }: Size): boolean {
  return columns >= narrowestForTwo
}

const narrowestForTwo = 130

function onePage({ columns, rows }: Size, focus: 'list' | 'note', isWide: boolean): ScreenLayout {
  const bodyRows = Math.max(1, rows - 2)
  if (isWide && focus === 'note')
    return { listWidth: 0, noteStart: 0, noteWidth: Math.min(longestLine, Math.max(10, columns - 1)), bodyRows }
  if (columns < narrowest) {
    const noteWidth = Math.max(10, columns - 1)
    return focus === 'list'
      ? { listWidth: columns, noteStart: columns, noteWidth, bodyRows }
      : { listWidth: 0, noteStart: 0, noteWidth, bodyRows }
  }
  const listWidth = Math.min(44, Math.max(28, Math.floor(columns * 0.34)))
  const noteStart = listWidth + 2
  return { listWidth, noteStart, noteWidth: Math.min(longestLine, columns - noteStart - 1), bodyRows }
}

/** A narrower screen has no room for a list beside a graph. */
const narrowestForBoth = 110

/** The panes on the screen: a graph also takes the room of the list when it would be cramped beside it. */
export function layOutPanes(state: Divided & Pick<BrowseState, 'panel'>): ScreenLayout {
  const { size, panel } = state
  const panes = layOutScreen(state)
  if (panel?.kind !== 'graph' || size.columns >= narrowestForBoth) return panes
  return { ...panes, listWidth: 0, noteStart: 0, noteWidth: Math.max(10, size.columns - 1) }
}

/** The first row to show so that a row is on the screen, moving as little as possible. */
export function scrollTo(row: number, top: number, room: number, count: number): number {
  const moved = row < top ? row : row >= top + room ? row - room + 1 : top
  return clamp(moved, 0, Math.max(0, count - room))
}

/** The number nearest to a value between two others. */
export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
