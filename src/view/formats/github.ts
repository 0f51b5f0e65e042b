import type { ProblemRow, Report } from '../../core/model/report.ts'

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const

/** Problems as workflow commands, which GitHub Actions shows as annotations on the lines of a pull request. */
export function github(report: Extract<Report, { kind: 'problems' }>): string {
  return report.problems.map(annotation).join('')
}

function annotation(problem: ProblemRow): string {
  const { path, line, column, endLine, endColumn, code, severity, suggestions } = problem
  const hint = suggestions.length > 0 ? `; did you mean ${suggestions.join(' or ')}?` : ''
  const properties = {
    file: path,
    line: String(line),
    // An annotation of several lines has no columns.
    ...(endLine === undefined ? { col: String(column) } : { endLine: String(endLine) }),
    ...(endColumn === undefined || endLine !== undefined ? {} : { endColumn: String(endColumn) }),
    title: code,
  }
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`)
  return `::${commands[severity]} ${list.join(',')}::${escapeData(`${problem.message}${hint}`)}\n`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
