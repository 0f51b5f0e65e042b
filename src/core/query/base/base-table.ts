import type { MetadataValue, Note } from '../../model/note.ts'
import type { Report } from '../../model/report.ts'
import { BaseDate, BaseDuration, BasePattern, type BaseValue, compare, isList, textOfValue } from './base-value.ts'
import type { Evaluate } from './compile-base.ts'
import { isNothing } from './summaries.ts'

/** A column of a view. */
export interface BaseColumn {
  /** As the base writes it: `note.rating`. */
  readonly written: string
  readonly name: string
  readonly heading: string
  readonly of: Evaluate
}

/** What stands below a column: its name, and how it is computed from the values. */
export interface ColumnSummary {
  readonly name: string
  readonly of: (values: readonly BaseValue[]) => BaseValue
}

/** What notes are ordered by. */
export interface Order {
  readonly of: Evaluate
  readonly direction: 1 | -1
}

/** Notes in the order of a view; as they are where it says none. */
export function sortByOrders(notes: readonly Note[], orders: readonly Order[]): readonly Note[] {
  if (orders.length === 0) return notes
  const keyed = notes.map((note) => ({ note, keys: orders.map(({ of }) => of(note)) }))
  keyed.sort((a, b) => {
    for (const [at, { direction }] of orders.entries()) {
      const difference = inOrder(a.keys[at] ?? null, b.keys[at] ?? null, direction)
      if (difference !== 0) return difference
    }
    return 0
  })
  return keyed.map(({ note }) => note)
}

/** Empty values come last, whatever the direction. */
function inOrder(a: BaseValue, b: BaseValue, direction: 1 | -1): number {
  const [none, other] = [isNothing(a), isNothing(b)]
  if (none || other) return Number(none) - Number(other)
  return (compare(a, b) ?? compare(textOfValue(a), textOfValue(b)) ?? 0) * direction
}

/** What a table needs besides its notes. */
interface TableShape {
  readonly columns: readonly BaseColumn[]
  readonly group: Order | undefined
  readonly summaries: readonly (ColumnSummary | undefined)[]
}

/** A view of notes as a table: its cells, its groups, and the summaries below the columns of each group. */
export function baseTable(
  notes: readonly Note[],
  { columns, group, summaries }: TableShape,
): Extract<Report, { kind: 'table' }> {
  const values = notes.map((note) => columns.map(({ of }) => of(note)))
  const footOf = (rows: readonly number[]): { foot?: readonly MetadataValue[] } =>
    summaries.every((summary) => summary === undefined)
      ? {}
      : {
          foot: summaries.map((summary, at) =>
            footCell(
              summary,
              rows.map((row) => values[row]?.[at] ?? null),
            ),
          ),
        }
  const table = {
    kind: 'table',
    columns: columns.map(({ name }) => name),
    headings: columns.map(({ heading }) => heading),
    rows: notes.map((note, row) => ({
      path: note.path,
      cells: columns.map(({ name }, at) => cellOf(name, values[row]?.[at] ?? null)),
    })),
  } as const
  if (group === undefined) return { ...table, ...footOf(notes.map((_, row) => row)) }
  const groups = new Map<string, number[]>()
  for (const [row, note] of notes.entries()) {
    const name = textOfValue(group.of(note)) || '(none)'
    const rows = groups.get(name)
    if (rows === undefined) groups.set(name, [row])
    else rows.push(row)
  }
  return { ...table, groups: [...groups].map(([name, rows]) => ({ name, rows, ...footOf(rows) })) }
}

function footCell(summary: ColumnSummary | undefined, values: readonly BaseValue[]): MetadataValue {
  if (summary === undefined) return ''
  const value = summary.of(values)
  const shown = typeof value === 'number' ? Math.round(value * 100) / 100 : value
  return `${summary.name} ${isNothing(shown) ? '-' : textOfValue(shown)}`
}

/** The cell of a value; a note is shown by its name. */
function cellOf(name: string, value: BaseValue): MetadataValue | undefined {
  if (name === 'file.name' && typeof value === 'string') return value.replace(/\.md$/i, '')
  return plainValue(value)
}

function plainValue(value: BaseValue): MetadataValue {
  if (isList(value)) return value.map(plainValue)
  if (value instanceof BaseDate || value instanceof BaseDuration || value instanceof BasePattern)
    return textOfValue(value)
  return value as MetadataValue
}
