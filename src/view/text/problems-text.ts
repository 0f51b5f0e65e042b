import type { ProblemCode } from '../../core/model/problem-code.ts'
import type { ProblemRow, Report } from '../../core/model/report.ts'
import { displayWidth } from '../display-width.ts'
import { formatCount } from '../format-count.ts'
import { groupByPath } from '../../core/model/group-by-path.ts'
import type { Layout, StyleName } from '../style.ts'
import { truncate, wrapText } from '../wrap-text.ts'
import { run, type Run } from '../render/runs/run.ts'
import { wrapStyled } from './wrap-styled.ts'

const severityStyle: Readonly<Record<ProblemRow['severity'], StyleName>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
}

/** Problems grouped by file: place, message, code, the line with the culprit underlined, suggestions; then what was checked. */
export function problemsText(report: Extract<Report, { kind: 'problems' }>, layout: Layout): string {
  const shown =
    report.briefInfos === true ? report.problems.filter(({ severity }) => severity !== 'info') : report.problems
  const files = groupByPath(shown)
  const blocks = [...files].map(
    ([path, problems]) =>
      `${layout.style.paint('path', path)}\n${problems.map((problem) => problemText(problem, layout)).join('')}`,
  )
  return [...blocks, summaryLine(report, layout)].join('\n')
}

/** Problems of links that lead somewhere all the same: their suggestions are better spellings, not guesses. */
const leading: ReadonlySet<ProblemCode> = new Set([
  'ambiguous-link',
  'case-mismatch',
  'encoded-wikilink',
  'non-portable-link',
  'resolved-by-title',
  'resolved-by-alias',
  'resolved-by-slug',
])

function problemText(problem: ProblemRow, { width, style }: Layout): string {
  if (problem.severity === 'info') return briefText(problem, { width, style })
  const place = `${problem.path}:${problem.line}:${problem.column}`
  const lines = [...headline(problem, { width, style }), `    ${style.paint('path', place)}`]
  if (problem.source !== undefined && problem.source.trim() !== '')
    lines.push(...underlined(problem, width, { width, style }))
  if (problem.suggestions.length > 0) {
    lines.push(...suggestionLines(problem, { width, style }))
  }
  return `${lines.join('\n')}\n`
}

/** The suggestions after one another, each whole: one that does not fit goes on the next line. */
function suggestionLines({ code, suggestions }: ProblemRow, { width, style }: Layout): readonly string[] {
  const [lead, end] = leading.has(code) ? ['    better:', ''] : ['    did you mean', '?']
  const lines = [lead]
  let taken = displayWidth(lead)
  for (const [at, text] of suggestions.entries()) {
    const after = at < suggestions.length - 1 ? ' or' : end
    const wide = displayWidth(text + after) + 1
    if (taken + wide > width && taken > 6) {
      lines.push('     ')
      taken = 5
    }
    lines.push(`${lines.pop() ?? ''} ${style.paint('link', text)}${after}`)
    taken += wide
  }
  return lines
}

/** What is only worth knowing takes no more room than its sentence. */
function briefText(problem: ProblemRow, layout: Layout): string {
  const { message, line, column, suggestions } = problem
  const better = suggestions.length > 0 ? `; better: ${suggestions[0] ?? ''}` : ''
  const place = problem.endColumn === undefined ? '' : `${line}:${column} `
  return `${headline({ ...problem, message: `${place}${message}${better}` }, layout).join('\n')}\n`
}

/** Severity, message and code, broken into lines that fit. */
function headline({ severity, message, code }: ProblemRow, { width, style }: Layout): readonly string[] {
  const [first = '', ...rest] = wrapText(`${severity} ${message}`, width - 4)
  const lines = [
    `  ${style.paint(severityStyle[severity], severity)}${first.slice(severity.length)}`,
    ...rest.map((line) => `    ${line}`),
  ]
  const last = lines.length - 1
  const taken = displayWidth(rest.at(-1) ?? first) + (rest.length > 0 ? 4 : 2)
  if (taken + 2 + code.length <= width) lines[last] += `  ${style.paint('dim', code)}`
  else lines.push(`    ${style.paint('dim', code)}`)
  return lines
}

function underlined(problem: ProblemRow, width: number, { style }: Layout): readonly string[] {
  const room = Math.max(20, width - 6)
  const isCut = (problem.sourceStart ?? 0) > 0
  const source = (problem.source ?? '').replaceAll('\t', ' ')
  const first = Math.max(0, Math.min(problem.column - 1 - (problem.sourceStart ?? 0), source.length))
  const start =
    isCut || displayWidth(source.slice(0, first)) > room / 2 ? startBefore(source, first, Math.floor(room / 2) - 1) : 0
  const cut = isCut || start > 0 ? '…' : ''
  const shown = truncate(cut + source.slice(start), room)
  const before = displayWidth(cut + source.slice(start, first))
  const { column, endLine, endColumn = column + 1 } = problem
  const length = endLine === undefined ? endColumn - column : source.length
  const marked = displayWidth(source.slice(first, first + length))
  const marks = '^'.repeat(Math.max(1, Math.min(marked, room - before)))
  return [
    `    ${style.paint('dim', '│')} ${shown}`,
    `    ${style.paint('dim', '│')} ${' '.repeat(before)}${style.paint(severityStyle[problem.severity], marks)}`,
  ]
}

/** The earliest offset from which the text up to `end` fits in `columns`. */
function startBefore(text: string, end: number, columns: number): number {
  let start = Math.max(0, end - columns)
  while (start < end && displayWidth(text.slice(start, end)) > columns) start++
  const low = text.charCodeAt(start)
  return low >= 0xdc00 && low <= 0xdfff ? start + 1 : start
}

function summaryLine(report: Extract<Report, { kind: 'problems' }>, layout: Layout): string {
  const count = (severity: string): number => report.problems.filter((problem) => problem.severity === severity).length
  const said = (...line: readonly Run[]): string => `${wrapStyled(line, layout, 0).join('\n')}\n`
  if (report.problems.length === 0) return said(run('No problems', 'ok'), run(`: ${checkedText(report)}.`))
  const parts = (['error', 'warning', 'info'] as const)
    .filter((severity) => count(severity) > 0)
    .flatMap((severity, at) => [
      ...(at === 0 ? [] : [run(', ')]),
      run(plural(count(severity), severity), severityStyle[severity]),
    ])
  const fixable = report.fixable ?? 0
  const brief = report.briefInfos === true && count('info') > 0 ? ' --infos shows what is only worth knowing.' : ''
  const fix = fixable > 0 ? ` ${formatCount(fixable)} can be fixed with wend check --fix.` : ''
  return said(...parts, run(`: ${checkedText(report)}.${brief}${fix}`))
}

function checkedText({ checked, urls = 0, ignored = 0 }: Extract<Report, { kind: 'problems' }>): string {
  const asked = urls > 0 ? `, ${plural(urls, 'web address', 'web addresses')} asked` : ''
  const off = ignored > 0 ? ` (${plural(ignored, 'problem')} switched off by comments)` : ''
  return `${plural(checked.notes, 'note')} and ${plural(checked.links, 'link')} checked${asked}${off}`
}

/** A count with its noun: `1 note`, `2 notes`. */
export function plural(count: number, noun: string, many = noun === 'info' ? noun : `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : many}`
}
