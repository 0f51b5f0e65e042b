import type { TableToken } from '../../../core/parse/blocks/block-token.ts'
import type { Alignment } from '../../../core/parse/blocks/findings.ts'
import { type Line, lineWidth, prefixed, run, type Run, styled } from '../runs/run.ts'
import { wrapRuns } from '../runs/wrap-runs.ts'
import type { Page } from '../page.ts'
import { columnWidths } from './column-widths.ts'

type Align = Alignment | null
const GAP = ' │ '

/** A table that fits the width by wrapping its cells; rows become records below each other where columns would be too narrow to read. */
export function table(page: Page, token: TableToken, width: number): readonly Line[] {
  const head = token.head.map((cell) => styled(page.renderer.cell(cell), 'strong'))
  const rows = token.rows.map((row) => head.map((_, column) => page.renderer.cell(row[column] ?? [])))
  return tableLines({ head, rows, align: token.alignments }, width)
}

/** The cells of a table laid out; a head of empty cells is none. */
export function tableLines({ head, rows, align }: Omit<Grid, 'widths'>, width: number): readonly Line[] {
  const widths = columnWidths([head, ...rows], width - GAP.length * (head.length - 1))
  return widths === undefined ? records(head, rows, width) : grid({ head, rows, widths, align })
}

interface Grid {
  readonly head: readonly (readonly Run[])[]
  readonly rows: readonly (readonly (readonly Run[])[])[]
  readonly widths: readonly number[]
  readonly align: readonly Align[]
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
  align: readonly Align[],
): readonly Line[] {
  const wrapped = cells.map((cell, column) => wrapRuns(cell, widths[column] ?? 1))
  const height = Math.max(1, ...wrapped.map(({ length }) => length))
  return Array.from({ length: height }, (_, row) =>
    wrapped.flatMap((lines, column) => {
      const cell = aligned(lines[row] ?? [], widths[column] ?? 1, align[column] ?? null)
      return column === 0 ? cell : [run(GAP, 'rule'), ...cell]
    }),
  )
}

function aligned(line: Line, width: number, align: Align): Line {
  const blank = Math.max(0, width - lineWidth(line))
  const left = align === 'right' ? blank : align === 'center' ? Math.floor(blank / 2) : 0
  return [...space(left), ...line, ...space(blank - left)]
}

function space(width: number): Line {
  return width === 0 ? [] : [run(' '.repeat(width))]
}

/** Rows below each other: each cell beside its heading where headings are short, else below it. */
function records(head: readonly (readonly Run[])[], rows: Grid['rows'], width: number): readonly Line[] {
  const rule: Line = [run('┄'.repeat(Math.min(width, 20)), 'rule')]
  const labelled = Math.max(1, ...head.map(lineWidth))
  const beside = labelled <= width / 3 ? labelled + 2 : undefined
  return rows.flatMap((cells, index) => [
    ...(index === 0 ? [] : [rule]),
    ...cells.flatMap((cell, column) => record(head[column] ?? [], cell, width, beside)),
  ])
}

function record(
  label: readonly Run[],
  cell: readonly Run[],
  width: number,
  beside: number | undefined,
): readonly Line[] {
  if (beside === undefined)
    return [...wrapRuns(label, width), ...prefixed(wrapRuns(cell, Math.max(1, width - 2)), [run('  ')], [run('  ')])]
  const lines = wrapRuns(cell, Math.max(1, width - beside))
  const first = aligned(label, beside, 'left')
  return lines.length === 0 ? [first] : prefixed(lines, first, [run(' '.repeat(beside))])
}
