import type { RuleRow } from '../../core/model/problem-code.ts'
import type { ProblemRow, Report } from '../../core/model/report.ts'
import { neutralise } from '../neutralise.ts'
import { json } from './json.ts'

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/** Problems as a SARIF 2.1.0 log (OASIS), which code hosts show as alerts; columns count UTF-16 units. */
export function sarif(report: Extract<Report, { kind: 'problems' }>): string {
  const rules = rulesOf(report)
  const indexes = new Map(rules.map(({ code }, index) => [code, index]))
  return json({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'wend', version: WEND_VERSION, rules: rules.map(ruleDescriptor) } },
        columnKind: 'utf16CodeUnits',
        results: report.problems.map((problem) => result(problem, indexes.get(problem.code) ?? 0)),
      },
    ],
  })
}

function rulesOf(report: Extract<Report, { kind: 'problems' }>): readonly RuleRow[] {
  if (report.rules !== undefined) return report.rules
  const rows = report.problems.map(({ code, severity }) => ({ code, severity, summary: code }))
  return [...new Map(rows.map((row) => [row.code, row])).values()]
}

function ruleDescriptor({ code, severity, summary }: RuleRow): object {
  return {
    id: code,
    shortDescription: { text: summary },
    // GitHub shows this one and asks for it.
    fullDescription: { text: summary },
    help: { text: `${summary}. More: wend check --explain ${code}` },
    defaultConfiguration: { level: levels[severity] },
  }
}

function result(problem: ProblemRow, ruleIndex: number): object {
  const { code, severity, message, path, target, suggestions } = problem
  const hint = suggestions.length > 0 ? `; did you mean ${suggestions.join(' or ')}?` : ''
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: neutralise(`${message}${hint}`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: path.split('/').map(encodeSegment).join('/') },
          region: regionOf(problem),
        },
      },
    ],
    // What makes two runs' results the same: the line may move.
    partialFingerprints: { 'wend/v1': `${code}:${path}:${target ?? message}` },
  }
}

function regionOf({ line, column, endLine, endColumn }: ProblemRow): object {
  return {
    startLine: line,
    startColumn: column,
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
  }
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd'))
}
