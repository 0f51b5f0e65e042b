import type { Edit } from '../../model/change.ts'
import type { Note } from '../../model/note.ts'
import type { TableToken } from '../../parse/blocks/block-token.ts'
import { tableCells } from '../../parse/blocks/table.ts'
import { readDocument } from '../../parse/read-document.ts'
import { walkTokens } from '../../parse/walk-tokens.ts'
import { editAt } from '../draft.ts'

type Alignment = TableToken['alignments'][number]

/** A table that would become longer than this, in characters, is not aligned. */
const LONGEST_ALIGNED = 200_000

/** A line of a table: what stands before it (marks of quotes, indentation), and its cells as written. */
interface Row {
  readonly start: number
  readonly end: number
  readonly cells: readonly string[]
}

/**
 * Edits that give each column of a note's tables one width, with a pipe at both ends; the content of cells stays. `widthOf` gives how many
 * columns of the screen a text takes.
 */
export function alignTables(
  note: Pick<Note, 'bodyStart' | 'dialects'>,
  text: string,
  widthOf: (text: string) => number,
): readonly Edit[] {
  const edits: Edit[] = []
  for (const token of walkTokens(readDocument(text, note)))
    if (token.type === 'table') edits.push(...aligned(token, text, widthOf))
  return edits
}

function aligned({ span, alignments }: TableToken, text: string, widthOf: (text: string) => number): readonly Edit[] {
  const rows = rowsOf(text, span)
  // A table with more cells than columns stays as it is: a renderer drops the extra cells, the text must not.
  if (rows.some(({ cells }) => cells.length > alignments.length)) return []
  const widths = alignments.map((_, column) =>
    Math.max(3, ...rows.map(({ cells }, row) => (row === 1 ? 3 : widthOf(cells[column] ?? '')))),
  )
  const length = widths.reduce((sum, width) => sum + width + ' | '.length, 0)
  if (length * rows.length > LONGEST_ALIGNED) return []
  return rows.flatMap(({ start, end, cells }, row) => {
    const shown = alignments.map((alignment, column) => {
      const width = widths[column] ?? 3
      return row === 1 ? delimiter(alignment, width) : padded(cells[column] ?? '', width, alignment, widthOf)
    })
    const line = `| ${shown.join(' | ')} |`
    return text.slice(start, end) === line ? [] : [editAt(text, start, end, line)]
  })
}

/** The rows of a table, each from its first sign; a block id on its own line below the table is no row. */
function rowsOf(text: string, span: { readonly start: number; readonly end: number }): readonly Row[] {
  const rows: Row[] = []
  for (let at = span.start; at < span.end;) {
    const lineEnd = endOfLine(text, at)
    const start = rows.length === 0 ? at : at + (/^[ \t>]*/.exec(text.slice(at, lineEnd))?.[0].length ?? 0)
    const end = start + text.slice(start, lineEnd).trimEnd().length
    if (end > start) {
      const cells = tableCells(text, start, end).map((cell) => text.slice(cell.start, cell.end))
      rows.push({ start, end, cells })
    }
    at = lineEnd + (text.startsWith('\r\n', lineEnd) ? 2 : 1)
  }
  return rows
}

function endOfLine(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

function delimiter(alignment: Alignment, width: number): string {
  const left = alignment === 'left' || alignment === 'center' ? ':' : '-'
  const right = alignment === 'right' || alignment === 'center' ? ':' : '-'
  return `${left}${'-'.repeat(width - 2)}${right}`
}

function padded(cell: string, width: number, alignment: Alignment, widthOf: (text: string) => number): string {
  const free = Math.max(0, width - widthOf(cell))
  const before = alignment === 'right' ? free : alignment === 'center' ? free >> 1 : 0
  return ' '.repeat(before) + cell + ' '.repeat(free - before)
}
