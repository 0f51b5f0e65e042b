import type { MetadataValue } from '../../core/model/note.ts'
import { localMinute } from '../../core/parse/local-time.ts'
import type { Report, TableRow } from '../../core/model/report.ts'
import { displayWidth } from '../display-width.ts'
import { neutralise } from '../neutralise.ts'
import type { Layout } from '../style.ts'
import { truncate } from '../wrap-text.ts'
import { groupHeading } from './list-text.ts'

type TableReport = Extract<Report, { kind: 'table' }>

/** Blanks between two columns, and the least that is left of a column that must give way. */
const gap = 2
const least = 5

/** A table in the width there is: numbers and percentages to the right, the widest columns cut. It neutralises what it prints. */
export function tableText({ columns, headings = columns, rows, groups, foot }: TableReport, layout: Layout): string {
  const heads = headings.map(oneLine)
  const lines = rows.map(({ cells }) => columns.map((_, at) => cellText(cells[at])))
  const feet = [foot, ...(groups ?? []).map((group) => group.foot)].flatMap((cells) => cells?.map(cellText) ?? [])
  const footWidth = (at: number): number =>
    Math.max(0, ...feet.filter((_, place) => place % columns.length === at).map(displayWidth))
  const widths = fitted(
    heads.map((head, at) =>
      lines.reduce(
        (most, line) => Math.max(most, displayWidth(line[at] ?? '')),
        Math.max(displayWidth(head), footWidth(at)),
      ),
    ),
    layout.width,
  )
  const right = columns.map((_, at) => isNumeric(rows, at))
  const write = (cells: readonly string[], paint: (at: number, text: string) => string): string =>
    lineOf(cells, { widths, right }, paint)
  const header = write(heads, (_at, text) => layout.style.paint('heading', text))
  const body = (line: readonly string[] | undefined): string =>
    write(line ?? [], (at, text) =>
      /^(?:title|file\.(?:base)?name)$/i.test(columns[at] ?? '') ? layout.style.paint('title', text) : text,
    )
  const footer = (cells: readonly MetadataValue[] | undefined): string =>
    cells === undefined ? '' : write(cells.map(cellText), (_at, text) => layout.style.paint('dim', text))
  if (groups === undefined) return header + lines.map(body).join('') + footer(foot)
  return groups
    .map((group) => {
      const heading = groupHeading(oneLine(group.name), group.rows.length, layout)
      return `${heading}\n${header}${group.rows.map((row) => body(lines[row])).join('')}${footer(group.foot)}`
    })
    .join('\n')
}

function lineOf(
  cells: readonly string[],
  { widths, right }: { readonly widths: readonly number[]; readonly right: readonly boolean[] },
  paint: (at: number, text: string) => string,
): string {
  const parts = cells.map((cell, at) => {
    const width = widths[at] ?? 0
    const shown = truncate(cell, width)
    const rest = ' '.repeat(Math.max(0, width - displayWidth(shown)))
    return right[at] === true ? rest + paint(at, shown) : paint(at, shown) + (at === cells.length - 1 ? '' : rest)
  })
  return `${parts.join(' '.repeat(gap)).trimEnd()}\n`
}

/** Widths that together fit: the widest give way first, to all the same. */
function fitted(natural: readonly number[], width: number): readonly number[] {
  const room = width - gap * (natural.length - 1)
  let most = Math.max(0, ...natural)
  const at = (limit: number): number => natural.reduce((sum, wide) => sum + Math.min(wide, limit), 0)
  if (at(most) <= room) return natural
  let low = least
  while (low < most) {
    const middle = Math.ceil((low + most) / 2)
    if (at(middle) <= room) low = middle
    else most = middle - 1
  }
  const left = Math.max(0, room - at(low))
  const last = natural.findLastIndex((wide) => wide > low)
  return natural.map((wide, column) => Math.min(wide, column === last ? low + left : low))
}

function isNumeric(rows: readonly TableRow[], at: number): boolean {
  const values = rows.flatMap(({ cells }) => cells[at] ?? [])
  return values.length > 0 && values.every((value) => typeof value === 'number' || isPercentage(value))
}

function isPercentage(value: MetadataValue): boolean {
  return typeof value === 'string' && /^<?-?\d+(?:\.\d+)?%$/.test(value)
}

function cellText(value: MetadataValue | undefined): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map((item: MetadataValue) => cellText(item)).join(', ')
  if (typeof value === 'string' && isInstant(value)) return localMinute(value)
  return oneLine(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

/** A time with its zone is shown by the clock on the wall, to the minute; data formats have it as it is. */
function isInstant(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)$/.test(value)
}

function oneLine(text: string): string {
  return neutralise(text.replace(/\s+/g, ' ').trim())
}
