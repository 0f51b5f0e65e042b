import { nameTable } from '../core/model/name-table.ts'
import type { PrintedNote, Report, SearchMatch, TableRow } from '../core/model/report.ts'
import { movedRanges } from '../core/parse/prose/moved-ranges.ts'
import { shownText, shownTold, type WriteFormula } from './shown-line.ts'

/** How a field with a line from a note is shown: as plain text, or as a line of markdown. */
const lines: Readonly<Record<string, typeof shownText>> = nameTable({
  title: shownTold,
  summary: shownTold,
  context: shownTold,
  reasons: shownTold,
  heading: shownTold,
  topics: shownText,
})

/** Kinds of report with such lines. */
const quoting = new Set<Report['kind']>(['search', 'links', 'chains', 'reading', 'trail', 'stats', 'mentions', 'graph'])

/** Fields of a search hit that quote lines of the text as they are. */
const exact = new Set(['line', 'context'])

/** A report for people: titles, summaries and sentences without markup, each on one line. */
export function shownReport<R extends Report>(report: R, formula: WriteFormula): R {
  if (report.kind === 'notes') return shownNotes(report, formula) as R
  if (report.kind === 'table') return shownTable(report, formula) as R
  if (report.kind === 'groups') return shownGroups(report, formula) as R
  if (report.kind === 'tasks') return shownTasks(report, formula) as R
  return quoting.has(report.kind) ? (walk(report, '', formula) as R) : report
}

type GroupsReport = Extract<Report, { kind: 'groups' }>

function shownGroups(report: GroupsReport, formula: WriteFormula): GroupsReport {
  const name = (written: string): string => (report.of === 'topics' ? shownText(written, formula) : written)
  const groups = report.groups.map((group) => ({ ...group, name: name(group.name) }))
  return walk({ ...report, groups }, '', formula) as GroupsReport
}

type TasksReport = Extract<Report, { kind: 'tasks' }>

function shownTasks(report: TasksReport, formula: WriteFormula): TasksReport {
  const shown = (line: string): string => shownTold(line, formula)
  return {
    ...report,
    tasks: report.tasks.map((task) => ({ ...task, title: shown(task.title), text: shown(task.text) })),
  }
}

type NotesReport = Extract<Report, { kind: 'notes' }>

/** A list converted only in what it prints, without making whole rows. */
function shownNotes(report: NotesReport, formula: WriteFormula): NotesReport {
  const { kind, totalsOf, groups, oneline, hint } = report
  return {
    kind,
    totalsOf,
    get notes() {
      return report.notes
    },
    printed: (report.printed ?? report.notes).map((note: PrintedNote) =>
      note.isPlain === true ? note : shownRow(note, formula),
    ),
    ...(groups === undefined ? {} : { groups }),
    ...(oneline === undefined ? {} : { oneline }),
    ...(hint === undefined ? {} : { hint }),
  }
}

type TableReport = Extract<Report, { kind: 'table' }>

function shownTable(report: TableReport, formula: WriteFormula): TableReport {
  const quoted = report.columns.map((column) => lineOf(column.toLowerCase()))
  const shown = (cell: TableRow['cells'][number], at: number): TableRow['cells'][number] =>
    typeof cell === 'string' ? (quoted[at]?.(cell, formula) ?? cell) : cell
  return { ...report, rows: report.rows.map((row) => ({ ...row, cells: row.cells.map(shown) })) }
}

/** The row itself when nothing in it changes, as in most rows. */
function shownRow(note: PrintedNote, formula: WriteFormula): PrintedNote {
  const title = shownTold(note.title, formula)
  const summary = note.summary === undefined ? undefined : shownTold(note.summary, formula)
  const isPlain = note.topics.every((topic) => shownText(topic, formula) === topic)
  if (isPlain && title === note.title && summary === note.summary) return note
  const { path, date } = note
  const topics = note.topics.map((topic) => shownText(topic, formula))
  return { path, title, topics, ...(summary === undefined ? {} : { summary }), ...(date === undefined ? {} : { date }) }
}

function walk(value: unknown, key: string, formula: WriteFormula): unknown {
  if (typeof value === 'string') return lineOf(key)?.(value, formula) ?? value
  if (Array.isArray(value)) return value.map((item) => walk(item, key, formula))
  if (typeof value !== 'object' || value === null) return value
  if (isMatch(value)) return shownMatch(value, formula)
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name, formula)]))
}

function lineOf(field: string): typeof shownText | undefined {
  return Object.hasOwn(lines, field) ? lines[field] : undefined
}

function isMatch(value: object): value is SearchMatch {
  return 'field' in value && 'text' in value
}

/** A match with its text without markup; the matching words are located again in it, in order. */
function shownMatch(match: SearchMatch, formula: WriteFormula): SearchMatch {
  const text = exact.has(match.field) ? match.text : (lineOf(match.field) ?? shownText)(match.text, formula)
  if (text === match.text || match.ranges === undefined) return { ...match, text }
  return { ...match, text, ranges: movedRanges(match.text, match.ranges, text) }
}
