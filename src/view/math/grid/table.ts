import { rowOf } from '../formula.ts'
import type { ColumnGap, Formula, FormulaTableRow } from '../formula.ts'
import type { MathStyle } from '../spacing.ts'
import { aligned, beside, blank, depth, rowsBox } from './box.ts'
import type { Box } from './box.ts'
import type { Lay } from './lay.ts'

type Table = Formula<'table'>

/** Cells in columns, with the rules and the alignment of the table; when one row needs a blank row before it, all have one. */
export function layTable(table: Table, style: MathStyle, lay: Lay): Box {
  const laid = table.rows.map(({ cells }) =>
    cells.map((cell) => lay(cell, style === 'script' ? 'script' : table.displayed ? 'display' : 'text')),
  )
  return tableBox(table, laid)
}

/** The box of a table whose cells are laid out. */
export function tableBox(table: Table, laid: readonly (readonly Box[])[]): Box {
  if (laid.length === 0) return blank(0)
  const columns = Math.max(0, ...laid.map((cells) => cells.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...laid.map((cells) => cells[column]?.width ?? 0)),
  )
  const rows = laid.map((cells) => rowBox(table, { cells, widths }))
  const isSpread = rows.some((row, index) => needsGap(rows[index - 1], row))
  const lines: string[] = []
  for (const [index, row] of rows.entries()) {
    if (table.rows[index]?.ruleAbove === true) lines.push(ruleLine(table, widths, ['├', '┼', '┤']))
    else if (isSpread && index > 0) lines.push(...rowBox(table, { cells: [], widths }).rows)
    lines.push(...row.rows)
  }
  if (table.frame.top) lines.unshift(ruleLine(table, widths, ['┌', '┬', '┐']))
  if (table.frame.bottom) lines.push(ruleLine(table, widths, ['└', '┴', '┘']))
  const [only] = rows
  const baseline =
    rows.length === 1 && only !== undefined ? only.baseline + (table.frame.top ? 1 : 0) : middle(lines.length)
  return rowsBox(lines, baseline)
}

/** A table whose two rows would leave no row for the point of a brace gets a blank one between them. */
export function withRoomForPoint(table: Table): Table {
  if (table.rows.length !== 2) return table
  const [first, last] = table.rows
  const between: FormulaTableRow = { cells: [rowOf([])], ruleAbove: false }
  return first === undefined || last === undefined ? table : { ...table, rows: [first, between, last] }
}

function middle(height: number): number {
  return Math.max(0, Math.ceil(height / 2) - 1)
}

/** True when two rows need a blank row between them, so that nobody takes a script of one for a script of the other. */
export function needsGap(above: Box | undefined, below: Box): boolean {
  return above !== undefined && (depth(above) > 0 || below.baseline > 0)
}

type RowParts = { readonly cells: readonly Box[]; readonly widths: readonly number[] }

function rowBox(table: Table, { cells, widths }: RowParts): Box {
  const filled = widths.map((width, column) =>
    aligned(cells[column] ?? blank(0), width, table.align[column] ?? 'center'),
  )
  const plain = beside(filled)
  const parts = filled.flatMap((cell, column) => [...gapBoxes(table.gaps[column - 1], plain), cell])
  const left = table.frame.left ? [bar(plain), blank(1)] : []
  const right = table.frame.right ? [blank(1), bar(plain)] : []
  return beside([...left, ...parts, ...right])
}

function gapBoxes(gap: ColumnGap | undefined, row: Box): readonly Box[] {
  if (gap === undefined) return []
  return gap.rule ? [blank(1), bar(row), blank(1)] : [blank(gap.cells)]
}

/** A vertical rule as tall as a row. */
function bar(row: Box): Box {
  return rowsBox(
    row.rows.map(() => '│'),
    row.baseline,
  )
}

/** A horizontal rule across the table, with its crossings. */
function ruleLine(
  table: Table,
  widths: readonly number[],
  [left, cross, right]: readonly [string, string, string],
): string {
  const parts = widths.map((width, column) => {
    const gap = table.gaps[column - 1]
    const before = gap === undefined ? '' : gap.rule ? `─${cross}─` : '─'.repeat(gap.cells)
    return before + '─'.repeat(width)
  })
  return (table.frame.left ? `${left}─` : '') + parts.join('') + (table.frame.right ? `─${right}` : '')
}
