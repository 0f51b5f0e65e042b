type Row = Readonly<Record<string, unknown>>

/**
 * Rows as CSV as in RFC 4180 but with plain line feeds, and a header; the columns are the fields of scalar or list values that any row has,
 * or those that were asked for. Nothing where there are neither.
 */
export function csv(rows: readonly object[], asked?: readonly string[]): string {
  return table(rows, asked, { separator: ',', write: quote })
}

/** The same with tabs as separators; a tab or line end within a cell becomes a blank. */
export function tsv(rows: readonly object[], asked?: readonly string[]): string {
  return table(rows, asked, { separator: '\t', write: (cell) => unlikeFormula(cell.replace(/[\t\r\n]+/g, ' ')) })
}

interface Cells {
  readonly separator: string
  readonly write: (cell: string) => string
}

function table(rows: readonly object[], asked: readonly string[] | undefined, { separator, write }: Cells): string {
  const all = rows as readonly Row[]
  const columns =
    asked ??
    [...new Set(all.flatMap((row) => Object.keys(row)))].filter((column) => all.every((row) => isFlat(row[column])))
  if (columns.length === 0) return ''
  const lines = [columns.map(write), ...all.map((row) => columns.map((column) => write(show(row[column]))))]
  return lines.map((cells) => `${cells.join(separator)}\n`).join('')
}

function isFlat(value: unknown): boolean {
  return (
    typeof value !== 'object' ||
    value === null ||
    (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
  )
}

function show(value: unknown): string {
  return value === undefined || value === null ? '' : Array.isArray(value) ? value.join('; ') : String(value)
}

function quote(cell: string): string {
  const safe = unlikeFormula(cell)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A cell that begins with `=`, `+`, `-` or `@`, changed so that no spreadsheet takes it for a formula. */
function unlikeFormula(cell: string): string {
  return /^[=+@\t]|^-[^\d]/.test(cell) ? `'${cell}` : cell
}
