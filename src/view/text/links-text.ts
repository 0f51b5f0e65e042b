import type { LinkRow, Report } from '../../core/model/report.ts'
import type { Layout } from '../style.ts'
import { paintLine } from '../render/runs/paint-lines.ts'
import { type Line, lineWidth, prefixed, run, type Run } from '../render/runs/run.ts'
import { wrapRuns } from '../render/runs/wrap-runs.ts'
import { wrapStyled } from './wrap-styled.ts'
import { wrapText } from '../wrap-text.ts'

/** Links of a note, or to it: place, the note at the other end, what it resolves to, and the sentence around it. */
export function linksText(report: Extract<Report, { kind: 'links' }>, layout: Layout): string {
  return report.links.map((row) => rowText(row, report.direction, layout)).join('')
}

function rowText(row: LinkRow, direction: 'out' | 'in', layout: Layout): string {
  const { width, style } = layout
  const place = wrapStyled([run(`  ${row.path}:${row.line}:${row.column}`, 'path')], layout)
  const written = writtenOf(row)
  const name = direction === 'in' ? (row.title ?? row.path) : (row.title ?? row.resolved ?? written)
  const depth = row.depth > 1 ? [run(' '), run(`(${row.depth} links away)`, 'count')] : []
  const lines = [...headLines([run(name, 'title'), ...depth], verdict(row, written, direction), layout), ...place]
  if (row.context !== undefined && row.context !== '')
    lines.push(...wrapText(row.context, width - 2).map((line) => `  ${style.paint('dim', line)}`))
  return `${lines.join('\n')}\n`
}

/** Before what a link resolves to, where it stands below the name. */
const indent = '    '

/** The name and what it resolves to: side by side where they fit, else one below the other. */
function headLines(name: Line, said: Run, layout: Layout): readonly string[] {
  const line = [...name, run('  '), said]
  if (lineWidth(line) <= layout.width) return wrapStyled(line, layout)
  const [arrow, words] = said.text.startsWith('→ ') ? ['→ ', said.text.slice(2)] : ['', said.text]
  const below = wrapRuns([{ ...said, text: words }], Math.max(1, layout.width - indent.length - arrow.length))
  const lines = prefixed(below, [run(indent), { ...said, text: arrow }], [run(indent + ' '.repeat(arrow.length))])
  return [
    ...wrapStyled(name, layout),
    ...lines.map((one) => paintLine(one, { style: layout.style, url: () => undefined })),
  ]
}

/** What a link says; of one to a block of Logseq, whose target is its id, that. */
function writtenOf({ target, anchor }: LinkRow): string {
  if (anchor === undefined) return target
  return anchor === `^${target}` ? `((${target}))` : `${target}#${anchor}`
}

function verdict(row: LinkRow, written: string, direction: 'out' | 'in'): Run {
  switch (row.status) {
    case 'broken':
      return run('broken: nothing there', 'broken')
    case 'broken-anchor':
      return run(`broken anchor: no #${row.anchor ?? ''} in ${row.resolved ?? row.target}`, 'broken')
    case 'ambiguous':
      return run(`ambiguous, read as ${row.resolved ?? ''}`, 'warning')
    case 'external':
      return run('external', 'link')
    case 'ok':
      return run(
        direction === 'in'
          ? `→ ${written === '' ? '#' : written}`
          : `→ ${row.resolved ?? ''}${row.anchor === undefined ? '' : `#${row.anchor}`}`,
        'path',
      )
  }
}
