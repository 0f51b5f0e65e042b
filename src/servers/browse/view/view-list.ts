import { padded } from '../../../view/display-width.ts'
import type { Style } from '../../../view/style.ts'
import { truncate } from '../../../view/wrap-text.ts'
import { selectedMark } from '../../../view/graph/graph-entry.ts'
import { inverse } from '../../../view/inverse.ts'
import type { BrowseState, HitLine, ListRow } from '../model.ts'
import { asRow, shownMarkdown, shownName } from './one-line.ts'

/** The room for a pane, in columns and rows. */
export interface PaneRoom {
  readonly width: number
  readonly rows: number
}

/** The rows of the list that are on the screen, each as wide as the room. */
export function listLines(state: BrowseState, { width, rows: count }: PaneRoom, style: Style): readonly string[] {
  const { rows, top, selected } = state.list
  if (rows.length === 0) return [style.paint('dim', padded(truncate(` ${emptyText(state)}`, width), width))]
  return rows.slice(top, top + count).map((row, index) => {
    const isSelected = top + index === selected
    // Padded before styling, since measuring styled text takes longer.
    const text = padded(plainRow(state, row, isSelected ? selectedMark : ' ', width - 1), width - 1)
    if (!isSelected) return `${paintRow(row, text, state, style)} `
    return `${state.focus === 'list' ? inverse(text) : style.paint('strong', text)} `
  })
}

function emptyText({ list, vault }: BrowseState): string {
  if (list.query !== undefined) return 'nothing found'
  return vault.notes.length === 0 ? 'no notes yet' : 'choose a note first'
}

/** A long name is cut, but not the count after it. */
function plainRow(state: BrowseState, row: ListRow, mark: string, width: number): string {
  if (row.kind === 'note') return `${mark}${truncate(shownName(state, row.title), width - 1)}`
  if (row.kind === 'line')
    return `${mark}  ${truncate(fromMatch(row.line, lineText(state, row.line), width), width - 3)}`
  const count = ` (${row.count})`
  const name = truncate(asRow(row.name), Math.max(1, width - 2 - count.length))
  return truncate(`${row.collapsed ? '▸' : '▾'}${mark}${name}${count}`, width)
}

function paintRow(row: ListRow, text: string, { note }: BrowseState, style: Style): string {
  if (row.kind === 'heading') return style.paint('heading', text)
  if (row.kind === 'line') return paintLine(row.line, text, style)
  return row.path === note?.path ? style.paint('strong', text) : text
}

/** A line as shown to readers, or its source if that was searched. */
function lineText(state: BrowseState, { text }: HitLine): string {
  return state.list.isExact === true ? asRow(text) : shownMarkdown(state, text)
}

/** The text of a line, cut before what matches where that would stand outside of the room. */
function fromMatch(line: HitLine, text: string, width: number): string {
  const at = Math.max(0, text.indexOf(markedIn(line)[0] ?? ''))
  if (at + 8 < width - 3) return text.trimStart()
  const from = Math.max(0, at - Math.floor(width / 3))
  const blank = text.indexOf(' ', from)
  // A match may be inside a long word, such as an address, which is then cut before it, between characters.
  const start = blank >= 0 && blank < at ? blank + 1 : from + (/^[\uDC00-\uDFFF]/.test(text.slice(from)) ? 1 : 0)
  return `…${text.slice(start)}`
}

/** A line with its matches marked, wherever they are in the visible part. */
function paintLine(line: HitLine, shown: string, style: Style): string {
  const marked = markedIn(line)
  if (marked.length === 0) return style.paint('dim', shown)
  const pattern = new RegExp(marked.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'gu')
  let [painted, from] = ['', 0]
  for (const { index, 0: found } of shown.matchAll(pattern)) {
    painted += style.paint('dim', shown.slice(from, index)) + style.paint('match', found)
    from = index + found.length
  }
  return painted + style.paint('dim', shown.slice(from))
}

/** The different words of a line that match. */
function markedIn({ text, ranges }: HitLine): readonly string[] {
  return [...new Set(ranges.map(([start, end]) => text.slice(start, end)))].filter((one) => one.trim() !== '')
}
