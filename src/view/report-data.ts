import type { NoteDetail, Report, TableRow } from '../core/model/report.ts'

/** Reports of walks as in the JSON contract. */
function walkData(report: Extract<Report, { kind: 'chains' | 'reading' | 'trail' }>): object {
  switch (report.kind) {
    case 'chains':
      return {
        from: report.from,
        to: report.to,
        chains: report.chains.map((steps) => ({ links: steps.length - 1, steps })),
      }
    case 'reading':
      return { of: report.of, inferred: report.steps.some(({ inferred }) => inferred), steps: report.steps }
    case 'trail':
      return report.choices === undefined ? { trail: report.trail } : { trail: report.trail, choices: report.choices }
  }
}

/** A report as the JSON contract has it (docs/json.md). */
export function reportData(report: Report): unknown {
  switch (report.kind) {
    case 'notes':
      return report.notes.map((note) => ({ ...note, ...report.totalsOf(note.path) }))
    case 'table':
      return report.data ?? report.rows.map((row) => rowData(report.columns, row))
    case 'search':
      return report.hits
    case 'note':
      return noteData(report)
    case 'links':
      return report.links
    case 'problems':
      return { checked: report.checked, problems: report.problems.map(withoutSource) }
    case 'graph':
      return { nodes: report.nodes, edges: report.edges }
    case 'groups':
      return report.groups
    case 'stats':
      return report.stats
    case 'chains':
    case 'reading':
    case 'trail':
      return walkData(report)
    case 'mentions':
      return report.mentions
    case 'tasks':
      return report.tasks
    case 'history':
      return report.commits
    case 'context':
    case 'changes':
      return withoutKind(report)
    case 'document':
      return report.data ?? { text: report.text }
  }
}

/** The records of a report, for formats with a line or row for each. */
export function reportRows(report: Report): readonly object[] {
  switch (report.kind) {
    case 'problems':
      return report.problems.map(withoutSource)
    case 'graph':
      return report.edges
    case 'chains':
      return report.chains.flatMap((steps, chain) => steps.map((step, at) => ({ chain: chain + 1, step: at, ...step })))
    case 'reading':
      return report.steps
    case 'trail':
      return report.choices ?? report.trail
    case 'changes':
      return report.changes
    case 'context':
      return report.pieces
    default: {
      const data = reportData(report)
      return Array.isArray(data) ? data : [data as object]
    }
  }
}

function rowData(columns: readonly string[], { path, cells }: TableRow): object {
  return { ...(path === undefined ? {} : { path }), ...cellsOf(columns, { cells }) }
}

/** A row of a table by the names of its columns; null where there is nothing. */
export function cellsOf(columns: readonly string[], { cells }: TableRow): object {
  return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? null]))
}

function noteData({ note, notes }: Extract<Report, { kind: 'note' }>): unknown {
  return notes === undefined ? detailData(note) : notes.map(detailData)
}

function detailData({ linksOut, linksIn, ...note }: NoteDetail): object {
  return { ...note, linkCount: note.links, backlinkCount: note.backlinks, links: linksOut, backlinks: linksIn }
}

function withoutKind({ kind: _kind, ...data }: Extract<Report, { kind: 'changes' | 'context' }>): object {
  return data
}

function withoutSource({
  source: _source,
  sourceStart: _sourceStart,
  ...problem
}: Extract<Report, { kind: 'problems' }>['problems'][number]): object {
  return problem
}
