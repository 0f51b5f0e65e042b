import type { MetadataValue } from '../core/model/note.ts'
import type { Report } from '../core/model/report.ts'
import { context } from './formats/context.ts'
import { csv, tsv } from './formats/csv.ts'
import { github } from './formats/github.ts'
import { dot, mermaid } from './formats/graph.ts'
import { json, ndjson } from './formats/json.ts'
import { junit } from './formats/junit.ts'
import { sarif } from './formats/sarif.ts'
import { fillRowTemplate } from './formats/template.ts'
import { neutralise, neutraliseAll } from './neutralise.ts'
import { type Standpoint, withAbsolutePaths, withPathsFrom, inRepository } from './place-paths.ts'
import { cellsOf, reportData, reportRows } from './report-data.ts'
import type { Layout } from './style.ts'
import { reportText } from './text/report-text.ts'

/** The format of a report: a name, or a template with `{{fields}}`; `separator` ends each record of `paths` and templates. */
export interface FormatChoice {
  readonly format: string
  readonly separator: '\n' | '\0'
}

/** The layout of text, and the current folder, to which paths are relative. */
export interface Presentation extends Layout {
  /** Absent for reports that are about no vault, whose paths stay as they are. */
  readonly standpoint?: Standpoint | undefined
}

/**
 * Writes a report in a format, which the caller has checked (`formatsOf`). Paths are relative to the current folder, for GitHub and SARIF
 * to the repository; JSON has paths in the vault, and absolute ones beside them.
 */
export function formatReport(report: Report, choice: FormatChoice, presentation: Presentation): string {
  const { standpoint } = presentation
  if (report.kind === 'document' && report.written === choice.format)
    return report.exact === true ? report.text : neutralise(report.text)
  if (choice.format === 'json') return json(withAbsolutePaths(reportData(report), standpoint))
  if (choice.format === 'ndjson') return ndjson(withAbsolutePaths(reportRows(report), standpoint))
  if (choice.format === 'text' && report.kind === 'notes') return reportText(report, presentation)
  if (choice.format === 'text' && report.kind === 'table')
    return reportText(placedTable(report, standpoint), presentation)
  if (choice.format === 'paths') return pathsOf(report, choice.separator, standpoint)
  const safe = neutraliseAll(report)
  if (choice.format === 'text') return reportText(placed(safe, standpoint), presentation)
  return (
    rowFormats[choice.format]?.write(flatRows(report, safe, standpoint), columnsOf(safe)) ??
    ownFormat({ report, safe }, choice.format, standpoint) ??
    withPathsFrom(withAbsolutePaths(safeRows(report, safe), standpoint), report.kind, standpoint)
      .map((row) => fillRowTemplate(choice.format, row) + choice.separator)
      .join('')
  )
}

/** A report with paths relative to the current folder; a list of notes still finds their links by the paths in the vault. */
function placed(report: Report, standpoint: Standpoint | undefined): Report {
  return report.kind === 'notes' ? report : withPathsFrom(report, report.kind, standpoint)
}

type TableReport = Extract<Report, { kind: 'table' }>

/** A table whose column of paths is relative to the current folder. */
function placedTable(report: TableReport, standpoint: Standpoint | undefined): TableReport {
  const pathFrom = standpoint?.pathFrom
  const column = report.columns.indexOf('path')
  if (pathFrom === undefined || column < 0) return report
  const placedCell = (cell: MetadataValue | undefined, at: number): MetadataValue | undefined =>
    at === column && typeof cell === 'string' ? pathFrom(cell) : cell
  return { ...report, rows: report.rows.map((row) => ({ ...row, cells: row.cells.map(placedCell) })) }
}

/** The paths of a report, each once; unescaped when each ends in NUL, since a program reads them. */
function pathsOf(report: Report, separator: string, standpoint: Standpoint | undefined): string {
  const from = standpoint?.pathFrom ?? ((path: string) => path)
  const paths = listed(report).map(pathOf)
  return [...new Set(separator === '\0' ? paths : neutraliseAll(paths))]
    .map((path) => (report.kind === 'groups' ? path : from(path)) + separator)
    .join('')
}

/** The rows of a report for CSV and the like; a table has only the requested columns. */
function flatRows(report: Report, safe: Report, standpoint: Standpoint | undefined): readonly object[] {
  if (safe.kind !== 'table')
    return withPathsFrom(withAbsolutePaths(safeRows(report, safe), standpoint), report.kind, standpoint)
  const { rows, columns } = placedTable(safe, standpoint)
  return rows.map(({ cells }) => cellsOf(columns, { cells: cells.map(flatCell) }))
}

/** The columns that were asked for. */
function columnsOf(report: Report): readonly string[] | undefined {
  return report.kind === 'table' ? report.columns : undefined
}

/** A value for a cell; objects are written as JSON, so that a requested column is never left out. */
function flatCell(cell: MetadataValue | undefined): MetadataValue | undefined {
  const nested = (value: unknown): boolean => typeof value === 'object' && value !== null
  return nested(cell) && !(Array.isArray(cell) && !cell.some(nested)) ? JSON.stringify(cell) : cell
}

/** The rows of a report with escaped text; notes are counted by their unescaped paths. */
function safeRows(report: Report, safe: Report): readonly object[] {
  return report.kind === 'notes' ? neutraliseAll(reportRows(report)) : reportRows(safe)
}

/** The rows of a report, or just enough of them to have the paths. */
function listed(report: Report): readonly object[] {
  if (report.kind === 'stats') return report.stats.hubs
  if (report.kind === 'table') return report.rows.filter(({ path }) => path !== undefined)
  return report.kind === 'notes' ? (report.printed ?? report.notes) : reportRows(report)
}

type Kind = Report['kind']

/** Formats with a line for each row; `kinds` are the reports that have it, by default all. */
const rowFormats: Readonly<
  Record<
    string,
    {
      readonly write: (rows: readonly object[], columns?: readonly string[]) => string
      readonly kinds?: readonly Kind[]
    }
  >
> = {
  csv: { write: csv },
  tsv: { write: tsv, kinds: ['notes', 'table'] },
}

type OwnFormats<Of extends Kind> = Readonly<Record<string, (report: Extract<Report, { kind: Of }>) => string>>

/** Formats of only one kind of report. */
const ownFormats: { readonly [Of in 'graph' | 'context' | 'problems']: OwnFormats<Of> } = {
  graph: { dot, mermaid },
  context: { markdown: (report) => context(report, 'markdown'), xml: (report) => context(report, 'xml') },
  problems: { github, junit, sarif },
}

/** Formats of programs that know a problem's place by the path from the repository. */
const fromRepository: ReadonlySet<string> = new Set(['github', 'sarif'])

/**
 * A report in a format that only its kind has; undefined for templates. SARIF is JSON, which escapes names itself; all others write escaped
 * text.
 */
function ownFormat(
  { report: asIs, safe }: { readonly report: Report; readonly safe: Report },
  format: string,
  standpoint: Standpoint | undefined,
): string | undefined {
  const given = format === 'sarif' ? asIs : safe
  const report = placed(given, fromRepository.has(format) ? inRepository(standpoint) : standpoint)
  if (report.kind === 'graph') return ownFormats.graph[format]?.(report)
  if (report.kind === 'context') return ownFormats.context[format]?.(report)
  return report.kind === 'problems' ? ownFormats.problems[format]?.(report) : undefined
}

/** The names of the formats that a kind of report knows, templates aside. */
export function formatsOf(kind: Kind): readonly string[] {
  const rows = Object.entries(rowFormats)
  const forAll = rows.flatMap(([name, { kinds }]) => (kinds === undefined ? [name] : []))
  const forThis = rows.flatMap(([name, { kinds }]) => (kinds?.includes(kind) === true ? [name] : []))
  const own = Object.entries(ownFormats).flatMap(([of, formats]) => (of === kind ? Object.keys(formats) : []))
  return ['text', 'json', 'ndjson', ...forAll, 'paths', ...forThis, ...own]
}

function pathOf(row: object): string {
  if ('path' in row) return String(row.path)
  return 'name' in row ? String(row.name) : 'from' in row ? String(row.from) : ''
}
