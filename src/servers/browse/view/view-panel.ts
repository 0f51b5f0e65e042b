import { displayWidth } from '../../../view/display-width.ts'
import { neutralise } from '../../../view/neutralise.ts'
import type { Style } from '../../../view/style.ts'
import { truncate, wrapText } from '../../../view/wrap-text.ts'
import { drawGraph } from '../../../view/graph/draw-graph.ts'
import { type GraphRow, selectedMark } from '../../../view/graph/graph-entry.ts'
import { inverse } from '../../../view/inverse.ts'
import type { Panel, PanelItem } from '../model.ts'
import { asRow } from './one-line.ts'
import type { PaneRoom } from './view-list.ts'

/** The panel, scrolled so that the selected entry is on the screen. */
export function panelRows(panel: Panel, room: PaneRoom, style: Style): readonly GraphRow[] {
  if (panel.items.length === 0)
    return ['', ...wrapText(emptyText(panel.kind), room.width)].map((line) => row(style.paint('dim', line)))
  if (panel.kind === 'graph') return drawGraph(panel, room, style)
  return panel.kind === 'keys' || panel.kind === 'tour' ? keyRows(panel, room, style) : itemRows(panel, room, style)
}

function row(text: string, targets: GraphRow['targets'] = []): GraphRow {
  return { text, targets }
}

function emptyText(kind: Panel['kind']): string {
  return {
    backlinks: 'no other note links here',
    graph: 'this note has no links, and none leads here',
    outline: 'this note has no headings',
    keys: '',
    tour: '',
  }[kind]
}

/** Only entries that can be on the screen are laid out: a screen's worth before the selected one, and after it. */
function itemRows({ items, selected }: Panel, room: PaneRoom, style: Style): readonly GraphRow[] {
  const first = Math.max(0, selected - room.rows)
  const blocks = items.slice(first, selected + room.rows + 1).map((item, index) => {
    const at = first + index
    const target = { item: at, start: 0, end: room.width }
    return itemBlock(item, at === selected, room.width, style).map((text) => row(text, [target]))
  })
  const before = blocks.slice(0, selected - first).reduce((sum, block) => sum + block.length, 0)
  const end = before + (blocks[selected - first]?.length ?? 1)
  const top = Math.max(0, Math.min(end - room.rows, before))
  return blocks.flat().slice(top, top + room.rows)
}

function itemBlock(item: PanelItem, selected: boolean, width: number, style: Style): readonly string[] {
  const title = truncate(asRow(item.title), width - 2)
  const head = selected ? inverse(`${selectedMark}${title} `) : ` ${style.paint('title', title)}`
  const detail = wrapText(neutralise(item.detail ?? ''), width - 3)
  return [head, ...detail.map((line) => `   ${style.paint('dim', line)}`)]
}

/** The keys, the selected one first, as far as there are more than fit. */
function keyRows({ items, selected }: Panel, room: PaneRoom, style: Style): readonly GraphRow[] {
  const longest = Math.max(...items.map(({ title }) => displayWidth(title)))
  const indent = Math.min(longest + 2, keyColumn, Math.floor(room.width / 2))
  const blocks = items.map((item) => keyBlock(item, { indent, width: room.width }, style))
  const before = blocks.slice(0, selected).reduce((sum, block) => sum + block.length, 0)
  const lines = blocks.flat()
  const top = Math.max(0, Math.min(before, lines.length - room.rows))
  return lines.slice(top, top + room.rows).map((line) => row(line))
}

/** The most columns for the keys. */
const keyColumn = 24

function keyBlock(
  { title, detail = '' }: PanelItem,
  { indent, width }: { readonly indent: number; readonly width: number },
  style: Style,
): readonly string[] {
  const keys = wrapText(title, indent - 1)
  const lines = wrapText(detail, width - indent)
  return Array.from({ length: Math.max(keys.length, lines.length) }, (_line, at) => {
    const key = keys[at] ?? ''
    return `${style.paint('strong', key)}${' '.repeat(Math.max(1, indent - displayWidth(key)))}${lines[at] ?? ''}`
  })
}
