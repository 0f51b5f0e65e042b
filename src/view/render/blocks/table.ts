import type { TableToken } from '../../../core/parse/blocks/block-token.ts'
import type { Alignment } from '../../../core/parse/blocks/findings.ts'
import { type Line, lineWidth, prefixed, run, type Run, styled } from '../runs/run.ts'
import { wrapRuns } from '../runs/wrap-runs.ts'
import type { Page } from '../page.ts'
import { columnWidths } from './column-widths.ts'

const GAP = ' │ '

/** Cells that rows may lack and still stand beside each other in columns. */
const MOST_MISSING = 20_000

/** Lines of a heading above a cell, once it was written in full. */
const LABEL_LINES = 3

/** A table that fits the width by wrapping its cells; rows become records below each other where columns would be too narrow to read. */
export function table(page: Page, token: TableToken, width: number): readonly Line[] {
  const head = token.head.map((cell) => styled(page.renderer.cell(cell), 'strong'))
  const rows = token.rows.map((row) => row.map((cell) => page.renderer.cell(cell)))
  return tableLines({ head, rows, align: token.alignments }, width)
}

/** The cells of a table laid out, of which rows may lack the last; a head of empty cells is none. `align` has one for each column. */
export function tableLines({ head, rows, align }: Omit<Grid, 'widths'>, width: number): readonly Line[] {
  const missing = rows.reduce((sum, { length }) => sum + align.length - length, 0)
  const room = width - GAP.length * (align.length - 1)
  const widths = missing > MOST_MISSING ? undefined : columnWidths([head, ...rows], room)
  return widths === undefined ? records(head, rows, width) : grid({ head, rows, widths, align })
}

interface Grid {
  readonly head: readonly (readonly Run[])[]
  readonly rows: readonly (readonly (readonly Run[])[])[]
  readonly widths: readonly number[]
  readonly align: readonly Alignment[]
}

function grid({ head, rows, widths, align }: Grid): readonly Line[] {
  const laid = rows.map((cells) => rowLines(cells, widths, align))
  const rule: Line = [run(widths.map((width) => '─'.repeat(width)).join('─┼─'), 'rule')]
  const thin: Line = [run(widths.map((width) => '┄'.repeat(width)).join('┄┼┄'), 'rule')]
  const parted = laid.some((lines) => lines.length > 1)
  const headLines = head.every((cell) => cell.every(({ text }) => text.trim() === ''))
    ? []
    : [...rowLines(head, widths, align), rule]
  return [...headLines, ...laid.flatMap((lines, index) => (parted && index > 0 ? [thin, ...lines] : lines))]
}

function rowLines(
  cells: readonly (readonly Run[])[],
  widths: readonly number[],
  align: readonly Alignment[],
): readonly Line[] {
  const wrapped = widths.map((width, column) => wrapRuns(cells[column] ?? [], width))
  const height = Math.max(1, ...wrapped.map(({ length }) => length))
  return Array.from({ length: height }, (_, row) =>
    wrapped.flatMap((lines, column) => {
      const cell = aligned(lines[row] ?? [], widths[column] ?? 1, align[column])
      return column === 0 ? cell : [run(GAP, 'rule'), ...cell]
    }),
  )
}

function aligned(line: Line, width: number, align: Alignment): Line {
  const blank = Math.max(0, width - lineWidth(line))
  const left = align === 'right' ? blank : align === 'center' ? Math.floor(blank / 2) : 0
  return [...space(left), ...line, ...space(blank - left)]
}

function space(width: number): Line {
  return width === 0 ? [] : [run(' '.repeat(width))]
}

/**
 * Rows below each other: each cell beside its heading where headings are short, else below it. The first row says every heading in full,
 * the others the first lines of those of their cells.
 */
function records(head: readonly (readonly Run[])[], rows: Grid['rows'], width: number): readonly Line[] {
  const rule: Line = [run('┄'.repeat(Math.min(width, 20)), 'rule')]
  const labelled = Math.max(1, ...head.map(lineWidth))
  const beside = labelled <= width / 3 ? labelled + 2 : undefined
  const labels = head.map((label) => (beside === undefined ? wrapRuns(label, width) : [aligned(label, beside, 'left')]))
  const [first = [], ...others] = rows
  const full = [...first, ...head.slice(first.length).map(() => [])]
  const short = labels.map((label) => label.slice(0, LABEL_LINES))
  return [
    ...full.flatMap((cell, column) => record(labels[column] ?? [], cell, width, beside)),
    ...others.flatMap((cells) => [
      rule,
      ...cells.flatMap((cell, column) => record(short[column] ?? [], cell, width, beside)),
    ]),
  ]
}

function record(
  label: readonly Line[],
  cell: readonly Run[],
  width: number,
  beside: number | undefined,
): readonly Line[] {
  if (beside === undefined)
    return [...label, ...prefixed(wrapRuns(cell, Math.max(1, width - 2)), [run('  ')], [run('  ')])]
  const lines = wrapRuns(cell, Math.max(1, width - beside))
  const blank: Line = [run(' '.repeat(beside))]
  const first = label[0] ?? blank
  return lines.length === 0 ? [first] : prefixed(lines, first, blank)
}
