import type { Stats } from '../../core/model/report.ts'
import { formatCount } from '../format-count.ts'
import type { Layout } from '../style.ts'
import { plural } from './problems-text.ts'

/** Figures of a vault, a line each, then its hubs. */
export function statsText(stats: Stats, { style }: Layout): string {
  const figures: readonly (readonly [string, number, string?])[] = [
    ['notes', stats.notes],
    ['words', stats.words],
    ['links', stats.links, `${formatCount(stats.external)} external`],
    ['broken', stats.broken],
    ['orphans', stats.orphans, 'no other note links to them'],
    ['dead ends', stats.deadEnds, 'link to no other note'],
    ['components', stats.components, `the largest has ${plural(stats.largestComponent, 'note')}`],
    ['topics', stats.topics],
    ['tags', stats.tags],
  ]
  const rows = figures.map(
    ([name, value, remark]) =>
      `${name.padEnd(11)}${style.paint('count', formatCount(value).padStart(9))}${remark === undefined ? '' : `  ${style.paint('dim', remark)}`}\n`,
  )
  const hubs = stats.hubs.map(
    ({ title, backlinks }) =>
      `${style.paint('count', String(backlinks).padStart(5))}  ${style.paint('title', title)}\n`,
  )
  return (
    rows.join('') +
    (hubs.length === 0
      ? ''
      : `\n${style.paint('heading', 'hubs')} ${style.paint('dim', '(backlinks)')}\n${hubs.join('')}`)
  )
}
