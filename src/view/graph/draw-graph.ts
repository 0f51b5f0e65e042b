import { displayWidth } from '../display-width.ts'
import type { Style } from '../style.ts'
import { truncate, wrapText } from '../wrap-text.ts'
import { drawStackedGraph } from './draw-stacked-graph.ts'
import { type GraphEntry, type GraphPicture, type GraphRoom, type GraphRow, paintEntry } from './graph-entry.ts'
import { nameTable } from '../../core/model/name-table.ts'

/** A column of the graph: the entries on the screen, `undefined` for an empty row. */
type Column = readonly (GraphEntry | undefined)[]

/** In fewer columns the notes are drawn below each other. */
const narrowest = 60

/**
 * Draws the neighbourhood of a note: what links to it on the left, what it links to on the right, each joined to the
 * note in the middle by a line; an arrow on both ends where the links go both ways.
 */
export function drawGraph(panel: GraphPicture, room: GraphRoom, style: Style): readonly GraphRow[] {
  if (room.width < narrowest) return drawStackedGraph(panel, room, style)
  const entries = panel.items.map((item, index) => ({ item, index }))
  const left = onScreen(
    entries.filter(({ item }) => item.side === 'in'),
    panel.selected,
    room.rows,
  )
  const right = onScreen(
    entries.filter(({ item }) => item.side !== 'in'),
    panel.selected,
    room.rows,
  )
  const widths = columnWidths(room.width, panel.title, [left.length > 0, right.length > 0])
  const title = wrapText(panel.title, widths.middle - 4)
  const height = Math.max(left.length, right.length, Math.min(room.rows, title.length + 2))
  const middle = box(title, widths.middle, height)
  const side = (shown: readonly GraphEntry[]): Side => ({
    column: centred(shown, height),
    width: shown.length === 0 ? 0 : widths.side,
    panel,
    style,
  })
  const [from, to] = [side(left), side(right)]
  const rightStart = (left.length === 0 ? 0 : widths.side + joint) + widths.middle
  return Array.from({ length: height }, (_row, at) => ({
    text: `${leftCell(from, at)}${style.paint('title', middle[at] ?? '')}${rightCell(to, at)}`,
    targets: [
      ...targetOf(from, at, { start: 0, end: widths.side }),
      ...targetOf(to, at, { start: rightStart, end: room.width }),
    ],
  }))
}

function targetOf(
  { column }: Side,
  at: number,
  range: { readonly start: number; readonly end: number },
): GraphRow['targets'] {
  const entry = column[at]
  return entry === undefined ? [] : [{ item: entry.index, ...range }]
}

/** The entries that fit, the selected one among them. */
function onScreen(entries: readonly GraphEntry[], selected: number, rows: number): readonly GraphEntry[] {
  const at = entries.findIndex(({ index }) => index === selected)
  const first = Math.max(0, Math.min(Math.max(0, at - rows + 1), entries.length - rows))
  return entries.slice(first, first + rows)
}

/** Columns of a line with its arrow: `──┼─▶ `. */
const joint = 6

/** The middle takes about a quarter, or more if a word of the title would be broken; the sides share the rest. */
function columnWidths(
  width: number,
  title: string,
  [hasLeft, hasRight]: readonly [boolean, boolean],
): { readonly side: number; readonly middle: number } {
  const sides = Number(hasLeft) + Number(hasRight)
  const longest = Math.max(...title.split(/\s+/).map(displayWidth))
  const usual = Math.max(14, Math.min(26, Math.floor(width * 0.28), displayWidth(title) + 4))
  const middle = Math.max(usual, Math.min(longest + 4, Math.floor(width * 0.36)))
  const side = sides === 0 ? 0 : Math.max(6, Math.floor((width - middle - sides * joint) / sides))
  return { side: Math.min(side, 40), middle }
}

function centred(entries: readonly GraphEntry[], height: number): Column {
  const before = Math.floor((height - entries.length) / 2)
  return Array.from({ length: height }, (_row, at) => entries[at - before])
}

/** The note in the middle as a box of three or more rows at half height. */
function box(title: readonly string[], width: number, height: number): readonly string[] {
  const drawn = [
    `╭${'─'.repeat(width - 2)}╮`,
    ...title.slice(0, Math.max(1, height - 2)).map((line) => `│ ${padded(line, width - 4)} │`),
    `╰${'─'.repeat(width - 2)}╯`,
  ]
  const before = Math.max(0, Math.floor((height - 1) / 2) - Math.floor(drawn.length / 2))
  return Array.from({ length: height }, (_row, at) => drawn[at - before] ?? ' '.repeat(width))
}

/** One side of the graph and how it is drawn. */
interface Side {
  readonly column: Column
  readonly width: number
  readonly panel: GraphPicture
  readonly style: Style
}

function leftCell({ column, width, panel, style }: Side, at: number): string {
  if (width === 0) return ''
  const entry = column[at]
  const title = entry === undefined ? '' : truncate(entry.item.title, width - 1)
  const blank = ' '.repeat(width - 1 - displayWidth(title))
  const line = `${entry === undefined ? ' ' : '─'}${jointOf(column, at, 'left')}${at === centreOf(column) ? '─▶' : '  '}`
  return `${blank}${paintEntry(title, entry, panel)} ${style.paint('dim', line)} `
}

function rightCell({ column, width, panel, style }: Side, at: number): string {
  if (width === 0) return ''
  const entry = column[at]
  const title = entry === undefined ? '' : truncate(entry.item.title, width)
  const arrow = entry === undefined ? '  ' : entry.item.side === 'both' ? '◀▶' : '─▶'
  const line = `${at === centreOf(column) ? '─' : ' '}${jointOf(column, at, 'right')}${arrow}`
  return ` ${style.paint('dim', line)}${paintEntry(title, entry, panel)}`
}

function centreOf(column: Column): number {
  return Math.floor((column.length - 1) / 2)
}

/** The piece of the line that gathers a column: which of its four arms a row has decides the character. */
function jointOf(column: Column, at: number, side: 'left' | 'right'): string {
  const center = centreOf(column)
  const used = column.flatMap((entry, index) => (entry === undefined ? [] : [index]))
  const first = Math.min(used[0] ?? center, center)
  const last = Math.max(used.at(-1) ?? center, center)
  if (at < first || at > last) return ' '
  const toEntry = column[at] !== undefined
  const toMiddle = at === center
  const arms = `${at > first ? 'u' : ''}${at < last ? 'd' : ''}${(side === 'left' ? toEntry : toMiddle) ? 'l' : ''}${(side === 'left' ? toMiddle : toEntry) ? 'r' : ''}`
  return pieces[arms] ?? '│'
}

const pieces: Readonly<Record<string, string>> = nameTable({
  ud: '│',
  udl: '┤',
  udr: '├',
  udlr: '┼',
  ul: '╯',
  ur: '╰',
  ulr: '┴',
  dl: '╮',
  dr: '╭',
  dlr: '┬',
  lr: '─',
  l: '─',
  r: '─',
  u: '│',
  d: '│',
})

function padded(text: string, width: number): string {
  const free = Math.max(0, width - displayWidth(text))
  return ' '.repeat(Math.floor(free / 2)) + text + ' '.repeat(Math.ceil(free / 2))
}
