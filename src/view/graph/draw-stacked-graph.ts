import type { Style } from '../style.ts'
import { truncate } from '../wrap-text.ts'
import { type GraphEntry, type GraphPicture, type GraphRoom, type GraphRow, paintEntry } from './graph-entry.ts'

/** Draws the neighbourhood of a note for a narrow screen: what links to it above, the note, and what it links to below. */
export function drawStackedGraph(panel: GraphPicture, room: GraphRoom, style: Style): readonly GraphRow[] {
  const entries = panel.items.map((item, index) => ({ item, index }))
  const above = entries.filter(({ item }) => item.side === 'in')
  const below = entries.filter(({ item }) => item.side !== 'in')
  const draw = (entry: GraphEntry, line: string): GraphRow => {
    const title = truncate(entry.item.title, Math.max(1, room.width - line.length - 1))
    return {
      text: `${style.paint('dim', line)}${paintEntry(title, entry, panel)}`,
      targets: [{ item: entry.index, start: 0, end: room.width }],
    }
  }
  const middle = style.paint('title', truncate(panel.title, room.width - 2))
  const rows = [
    ...above.map((entry, at) => draw(entry, at === 0 ? '╭──' : '├──')),
    { text: `${style.paint('dim', above.length === 0 ? '' : '▼ ')}${middle}`, targets: [] },
    ...below.map((entry, at) => draw(entry, `${at === below.length - 1 ? '╰' : '├'}${arrowOf(entry)}`)),
  ]
  const selected = panel.selected < above.length ? panel.selected : panel.selected + 1
  const top = Math.max(0, Math.min(selected - Math.floor(room.rows / 2), rows.length - room.rows))
  return rows.slice(top, top + room.rows)
}

function arrowOf({ item }: GraphEntry): string {
  return item.side === 'both' ? '◀▶' : '─▶'
}
