import type { Report, SearchHit, SearchMatch } from '../../core/model/report.ts'
import { displayWidth } from '../display-width.ts'
import { run } from '../render/runs/run.ts'
import type { Layout, StyleName } from '../style.ts'
import { cutText, wrapText } from '../wrap-text.ts'
import { wrapStyled } from './wrap-styled.ts'
import { highlight } from './highlight.ts'

type Ranges = readonly (readonly [number, number])[]

/** Search hits, best first: title with score, summary, the lines of the body that matched, and the reasons when asked for. */
export function searchText(report: Extract<Report, { kind: 'search' }>, layout: Layout): string {
  return report.hits.map((hit) => hitText(hit, layout)).join('\n')
}

function hitText(hit: SearchHit, layout: Layout): string {
  const { width, style } = layout
  const lines = hit.matches.filter(({ field }) => field === 'line' || field === 'context')
  const title = hit.matches.find(({ field, text }) => field === 'title' && text === hit.title)
  const score = lines.length > 0 ? '' : `  ${style.paint('count', String(Math.round(hit.score)))}`
  const titleLines = wrappedMatches(hit.title, title?.ranges ?? [], { width: width - 5, style }, 'title')
  const head = [...titleLines.slice(0, -1), `${titleLines.at(-1) ?? ''}${score}`]
  const fits = displayWidth(hit.title) + displayWidth(hit.path) + 8 <= width
  const path = [run(`  ${hit.path}`, 'path')]
  const rows = fits ? [`${head.join('')}  ${style.paint('path', hit.path)}`] : [...head, ...wrapStyled(path, layout)]
  if (lines.length > 0) return `${[...rows, ...lines.map((line) => exactLine(line, layout))].join('\n')}\n`
  if (title === undefined) rows.push(...otherNameLine(hit, layout))
  rows.push(...summaryLines(hit, layout))
  for (const body of hit.matches.filter((match) => saysMore(match, hit))) rows.push(snippet(body, layout))
  for (const reason of hit.reasons ?? [])
    rows.push(
      ...wrapText(reason, width - 6).map((line, at) => `    ${style.paint('dim', `${at === 0 ? '- ' : '  '}${line}`)}`),
    )
  return `${rows.join('\n')}\n`
}

/** Whether a match is a line of the text that the summary above it does not already contain. */
function saysMore({ field, line, text }: SearchMatch, { summary }: SearchHit): boolean {
  return field === 'body' && line !== undefined && summary?.includes(text.trim()) !== true
}

/** Another name of a note whose title does not match, or else a keyword that matches completely. */
function otherNameLine({ matches }: SearchHit, { style }: Layout): readonly string[] {
  const of = (wanted: string): SearchMatch | undefined => matches.find(({ field }) => field === wanted)
  const [alias, keyword] = [of('alias'), of('summary') === undefined ? of('keyword') : undefined]
  const shown = alias ?? keyword
  if (shown === undefined) return []
  const words = style.paint('dim', alias === undefined ? 'looked for as ' : 'also named ')
  return [`  ${words}${highlight(shown.text, shown.ranges ?? [], style, 'dim')}`]
}

/** The summary with its matched words, each found again on the line that wrapping put it on. */
function summaryLines({ summary, matches }: SearchHit, { width, style }: Layout): readonly string[] {
  if (summary === undefined) return []
  const ranges = matches.find(({ field, text }) => field === 'summary' && text === summary)?.ranges ?? []
  return wrappedMatches(summary, ranges, { width: width - 2, style }, 'summary').map((line) => `  ${line}`)
}

/** Text wrapped, with its matches found again on the lines where wrapping put them. */
function wrappedMatches(text: string, ranges: Ranges, { width, style }: Layout, rest: StyleName): readonly string[] {
  let from = 0
  return wrapText(text, width).map((line) => {
    const at = Math.max(from, text.indexOf(line, from))
    from = at + line.length
    return highlight(line, within(ranges, at, from), style, rest)
  })
}

function within(ranges: Ranges, from: number, to: number): Ranges {
  return ranges
    .filter(([start, end]) => start >= from && end <= to)
    .map(([start, end]) => [start - from, end - from] as const)
}

function exactLine({ line = 0, text, field, ranges = [] }: SearchMatch, { style }: Layout): string {
  const mark = field === 'context' ? '-' : ':'
  return `  ${style.paint('count', `${line}${mark}`)} ${highlight(text, ranges, style, field === 'context' ? 'dim' : 'summary')}`
}

/** A line of the body, cut on both sides so that its first match is seen. */
function snippet({ line = 0, text, ranges = [] }: SearchMatch, { width, style }: Layout): string {
  const number = `${line}: `
  const room = Math.max(20, width - 2 - number.length)
  const first = ranges[0]?.[0] ?? 0
  let from = 0
  if (displayWidth(text) > room && first > room / 2) {
    const space = text.indexOf(' ', first - Math.floor(room / 3))
    from = space >= 0 && space < first ? space + 1 : first
  }
  const rest = text.slice(from)
  const left = room - (from > 0 ? 1 : 0)
  const to = displayWidth(rest) <= left ? text.length : from + (cutText(rest, left - 1, { most: 1 })[0] ?? '').length
  const shown = highlight(text.slice(from, to), within(ranges, from, to), style, 'dim')
  const [before, after] = [from > 0 ? style.paint('dim', '…') : '', to < text.length ? style.paint('dim', '…') : '']
  return `  ${style.paint('count', number)}${before}${shown}${after}`
}
