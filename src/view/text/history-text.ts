import type { HistoryRow, Report } from '../../core/model/report.ts'
import type { Layout } from '../style.ts'
import { wrapText } from '../wrap-text.ts'
import { plural } from './problems-text.ts'

/** Commits with what each changed in the note, the newest first. */
export function historyText(report: Extract<Report, { kind: 'history' }>, layout: Layout): string {
  return report.commits.map((commit) => commitText(commit, layout)).join('')
}

function commitText(row: HistoryRow, { width, style }: Layout): string {
  const head = `${style.paint('dim', row.date.slice(0, 10))}  ${style.paint('code', row.commit.slice(0, 8))}  `
  const [first = '', ...more] = wrapText(row.subject, width - 22)
  const said = [head + style.paint('title', first), ...more.map((line) => ' '.repeat(22) + style.paint('title', line))]
  const changed = wrapText(sentenceOf(row), width - 2).map((line) => `  ${line}`)
  return `${[...said, ...changed].join('\n')}\n`
}

function sentenceOf(row: HistoryRow): string {
  const lines = [
    ...(row.added > 0 ? [`${plural(row.added, 'line')} added`] : []),
    ...(row.removed > 0 ? [`${plural(row.removed, 'line')} removed`] : []),
  ]
  const parts = [
    ...(row.from === undefined ? [] : [`renamed from ${row.from}`]),
    ...lines,
    ...named('link', 'added', row.linksAdded),
    ...named('link', 'removed', row.linksRemoved),
    ...named('heading', 'added', row.headingsAdded),
    ...named('heading', 'removed', row.headingsRemoved),
  ]
  return `${parts.length === 0 ? 'nothing of the text' : parts.join(', ')}; ${row.author}`
}

/** How many there are, with their names where these are few. */
function named(thing: string, what: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return []
  const times = new Map<string, number>()
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1)
  const said = [...times].map(([name, count]) => (count === 1 ? name : `${name} ${count} times`))
  const list = said.length <= 3 ? ` (${said.join(', ')})` : ''
  return [`${plural(names.length, thing)} ${what}${list}`]
}
