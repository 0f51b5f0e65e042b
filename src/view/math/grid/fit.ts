import { rowOf } from '../formula.ts'
import type { Formula } from '../formula.ts'
import { beside, blank } from './box.ts'
import type { Box } from './box.ts'
import { brokenRow } from './break-lines.ts'
import type { BreakStyle } from './break-lines.ts'
import { layOutFormula } from './lay-out.ts'
import { layItems, openedItems } from './row.ts'
import { tableBox } from './table.ts'

const labelGap = 4

/** A display formula within `width` cells, its tag at the right, broken into lines if it must; undefined when it does not fit. */
export function fitted(formula: Formula, width: number): Box | undefined {
  if (formula.kind === 'table') return fittedTable(formula, width)
  const { body, label } = withoutTag(formula)
  const labelBox = label === undefined ? blank(0) : beside([blank(labelGap), layOutFormula(label, 'text')])
  const box = fittedLine(body, width - labelBox.width)
  return box === undefined ? undefined : beside([box, labelBox])
}

/** The ways to break a line that is too long, the best looking first. */
const attempts: readonly BreakStyle[] = [
  { underRelation: true, insideBrackets: false },
  { underRelation: false, insideBrackets: false },
  { underRelation: true, insideBrackets: true },
  { underRelation: false, insideBrackets: true },
]

function fittedLine(formula: Formula, width: number): Box | undefined {
  const natural = layOutFormula(formula, 'display')
  if (natural.width <= width) return natural
  const items = layItems(formula.kind === 'row' ? formula.items : [formula], 'display', layOutFormula)
  const opened = items.flatMap((item) => openedItems(item, 'display', layOutFormula))
  for (const row of [items, opened]) {
    for (const style of attempts) {
      const broken = brokenRow(row, width, style)
      if (broken !== undefined) return broken
    }
  }
  return undefined
}

/** Equations aligned in columns; when pairs beside each other do not fit, they go below each other. */
function fittedTable(table: Formula<'table'>, width: number): Box | undefined {
  return fittedColumns(table, width) ?? (table.gaps.length > 1 ? fittedColumns(paired(table), width) : undefined)
}

function paired(table: Formula<'table'>): Formula<'table'> {
  const rows = table.rows.flatMap(({ cells }) =>
    cells.flatMap((cell, column) => {
      const pair = [cell, cells[column + 1] ?? rowOf([])]
      return column % 2 === 1 || pair.every(isEmpty) ? [] : [{ cells: pair, ruleAbove: false }]
    }),
  )
  return { ...table, rows, align: table.align.slice(0, 2), gaps: table.gaps.slice(0, 1) }
}

function isEmpty(cell: Formula): boolean {
  return cell.kind === 'row' && cell.items.every(isEmpty)
}

/** Equations aligned in columns; when they are too wide the last column is broken into lines. */
function fittedColumns(table: Formula<'table'>, width: number): Box | undefined {
  const rows = table.rows.map(({ cells }) => cellsAndLabel(cells))
  const labels = rows.map(({ label }) => (label === undefined ? blank(0) : layOutFormula(label, 'text')))
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const labelWidth = Math.max(...labels.map((label) => label.width))
  const free = width - (labelWidth > 0 ? labelWidth + labelGap : 0)
  const laid = rows.map(({ cells }) => cells.map((cell) => layOutFormula(cell, table.displayed ? 'display' : 'text')))
  const before = widthBefore(table, laid, columns - 1)
  const fitting = laid.map((cells, row) =>
    cells.map((cell, column) => {
      if (column < columns - 1 || before + cell.width <= free) return cell
      return fittedLine(rows[row]?.cells[column] ?? rowOf([]), free - before)
    }),
  )
  const complete = fitting.map((cells) => cells.filter((cell) => cell !== undefined))
  if (complete.some((cells, row) => cells.length < (laid[row]?.length ?? 0))) return undefined
  const box = labelWidth === 0 ? tableBox(table, complete) : tableBox(...labelled(table, complete, { labels, columns }))
  return box.width <= width ? box : undefined
}

function widthBefore(table: Formula<'table'>, laid: readonly (readonly Box[])[], columns: number): number {
  return Array.from({ length: Math.max(0, columns) }, (_, column) => {
    const widest = Math.max(0, ...laid.map((cells) => cells[column]?.width ?? 0))
    return widest + (table.gaps[column]?.cells ?? 0)
  }).reduce((sum, width) => sum + width, 0)
}

type Labels = { readonly labels: readonly Box[]; readonly columns: number }

/** The table with one more column, for the tags of its rows. */
function labelled(
  table: Formula<'table'>,
  laid: readonly (readonly Box[])[],
  { labels, columns }: Labels,
): [Formula<'table'>, readonly (readonly Box[])[]] {
  const filler = Array.from({ length: columns }, () => blank(0))
  const align = [
    ...Array.from({ length: columns }, (_, column) => table.align[column] ?? ('center' as const)),
    'right' as const,
  ]
  const rows = laid.map((cells, row) => [...cells, ...filler.slice(cells.length), labels[row] ?? blank(0)])
  return [{ ...table, align, gaps: [...table.gaps, { cells: labelGap, rule: false }] }, rows]
}

type Labelled<T> = T & { readonly label: Formula | undefined }

function withoutTag(formula: Formula): Labelled<{ readonly body: Formula }> {
  if (formula.kind === 'tag') return { body: rowOf([]), label: formula.body }
  if (formula.kind !== 'row') return { body: formula, label: undefined }
  const tag = formula.items.find((item) => item.kind === 'tag')
  return { body: rowOf(formula.items.filter((item) => item !== tag)), label: tag?.body }
}

function cellsAndLabel(cells: readonly Formula[]): Labelled<{ readonly cells: readonly Formula[] }> {
  const split = cells.map(withoutTag)
  return { cells: split.map(({ body }) => body), label: split.find(({ label }) => label !== undefined)?.label }
}
