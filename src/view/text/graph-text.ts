import { isCanvasFile } from '../../core/model/note-path.ts'
import type { Report } from '../../core/model/report.ts'
import { formatCount } from '../format-count.ts'
import { drawGraph } from '../graph/draw-graph.ts'
import type { GraphItem } from '../graph/graph-entry.ts'
import type { Layout } from '../style.ts'
import { titlesLines } from './groups-text.ts'
import { groupHeading } from './list-text.ts'
import { plural } from './problems-text.ts'

type GraphReport = Extract<Report, { kind: 'graph' }>

/** More clusters than this are counted, not shown; in each the notes with most links are named. */
const mostClusters = 12
const mostNames = 8

/** The neighbourhood of a note as a picture, or of a whole vault its clusters with their hubs. */
export function graphText(report: GraphReport, layout: Layout): string {
  return report.around === undefined ? clustersText(report, layout) : neighbourhoodText(report, report.around, layout)
}

function neighbourhoodText(
  { nodes, edges }: GraphReport,
  { path, levels }: NonNullable<GraphReport['around']>,
  layout: Layout,
): string {
  const titles = new Map(nodes.map((node) => [node.path, node.title]))
  const title = titles.get(path) ?? path
  const from = new Set(edges.filter(({ to }) => to === path).map((edge) => edge.from))
  const to = new Set(edges.filter((edge) => edge.from === path).map((edge) => edge.to))
  const item = (other: string, side: NonNullable<GraphItem['side']>): GraphItem => ({
    title: titles.get(other) ?? other,
    side,
  })
  const items = [
    ...[...from].filter((other) => !to.has(other)).map((other) => item(other, 'in')),
    ...[...to].map((other) => item(other, from.has(other) ? 'both' : 'out')),
  ]
  if (items.length === 0) return `${layout.style.paint('title', title)}: no links, and none leads here\n`
  const rows = drawGraph({ title, items, selected: -1 }, { width: layout.width, rows: items.length + 3 }, layout.style)
  const drawn = rows.map(({ text }) => `${text.trimEnd()}\n`).join('')
  const further = levels.map((paths, at) => {
    const names = paths.map((other) => titles.get(other) ?? other)
    return `\n${groupHeading(`${at + 2} links away`, names.length, layout)}\n${titlesLines(names, layout)}`
  })
  return drawn + further.join('')
}

function clustersText({ nodes, edges, clusters = [] }: GraphReport, layout: Layout): string {
  const { style } = layout
  const titles = new Map(nodes.map(({ path, title }) => [path, title]))
  const nameOf = (place: number): string => titles.get(clusters[place]?.paths[0] ?? '') ?? ''
  const shown = clusters.slice(0, mostClusters)
  const blocks = shown.map(({ paths, joined }, place) => {
    const names = paths.slice(1, mostNames + 1).map((path) => titles.get(path) ?? path)
    const more = paths.length - names.length - 1
    const members = more > 0 ? [...names, `${formatCount(more)} more`] : names
    const near = joined.slice(0, 3).map(({ cluster, links }) => `${nameOf(cluster)} (${formatCount(links)})`)
    return [
      `${groupHeading(nameOf(place), paths.length, layout)}\n`,
      members.length === 0 ? '' : titlesLines(members, layout),
      near.length === 0 ? '' : titlesLines([`↔ ${near[0] ?? ''}`, ...near.slice(1)], layout, 'dim'),
    ].join('')
  })
  const linked = clusters.reduce((sum, { paths }) => sum + paths.length, 0)
  const rest = [
    ...(clusters.length > shown.length
      ? [`${plural(clusters.length - shown.length, 'smaller cluster')} not shown`]
      : []),
    ...(nodes.length > linked ? [`${plural(nodes.length - linked, 'note')} without links`] : []),
  ]
  const canvases = nodes.filter(({ path }) => isCanvasFile(path)).length
  const counted = [
    plural(nodes.length - canvases, 'note'),
    ...(canvases === 0 ? [] : [`${canvases} ${canvases === 1 ? 'canvas' : 'canvases'}`]),
  ]
  const head = [...counted, plural(edges.length, 'link'), clusterCount(clusters.length)].join(', ')
  return [
    `${style.paint('dim', head)}\n`,
    ...blocks,
    ...(rest.length > 0 ? [`${style.paint('dim', rest.join(', '))}\n`] : []),
  ].join('\n')
}

function clusterCount(count: number): string {
  return count === 0 ? 'no clusters' : `${plural(count, 'cluster')}, each under its hub`
}
