import type { ProblemRow, Report } from '../../core/model/report.ts'
import { groupByPath } from '../../core/model/group-by-path.ts'

/** Problems as JUnit XML: a test suite for each file, a failed test for each error and warning, a passed one for the rest. */
export function junit(report: Extract<Report, { kind: 'problems' }>): string {
  const suites = groupByPath(report.problems)
  const failures = report.problems.filter(isFailure).length
  const clean = Math.max(0, report.checked.notes - suites.size)
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="wend check" tests="${report.problems.length + clean}" failures="${failures}" errors="0">`,
    ...[...suites].flatMap(([path, problems]) => suite(path, problems)),
    ...(clean > 0 ? [`  <testsuite name="notes without problems" tests="${clean}" failures="0" errors="0"/>`] : []),
    '</testsuites>',
  ]
  return `${lines.join('\n')}\n`
}

function suite(path: string, problems: readonly ProblemRow[]): readonly string[] {
  const failures = problems.filter(isFailure).length
  return [
    `  <testsuite name="${escape(path)}" tests="${problems.length}" failures="${failures}" errors="0">`,
    ...problems.flatMap(testCase),
    '  </testsuite>',
  ]
}

function testCase(problem: ProblemRow): readonly string[] {
  const { path, line, column, code, severity, message, suggestions } = problem
  const name = escape(`${code} ${line}:${column}`)
  const opening = `    <testcase classname="${escape(path)}" name="${name}" file="${escape(path)}" line="${line}"`
  const hint = suggestions.length > 0 ? `\ndid you mean ${suggestions.join(' or ')}?` : ''
  const text = escape(`${path}:${line}:${column}: ${message}${hint}`)
  if (!isFailure(problem)) return [`${opening}>`, `      <system-out>${text}</system-out>`, '    </testcase>']
  return [
    `${opening}>`,
    `      <failure type="${severity}" message="${escape(message)}">${text}</failure>`,
    '    </testcase>',
  ]
}

function isFailure({ severity }: ProblemRow): boolean {
  return severity !== 'info'
}

/** Escapes text for XML 1.0; characters that it cannot hold become U+FFFD. */
function escape(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
}
