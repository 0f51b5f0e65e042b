import { displayWidth } from '../../display-width.ts'
import { neutralise } from '../../neutralise.ts'
import { wrapText } from '../../wrap-text.ts'
import type { EdgeEnd, Flowchart, Stroke } from './read-flowchart.ts'

/** An edge to the right with its label in it: `─ yes ─▶`, `──▶`, dotted `╌╌▶`. */
export function arrow({ label, end, stroke }: Flowchart['edges'][number]): string {
  const bar = strokes[stroke]
  return `${bar}${label === '' ? '' : ` ${label} `}${bar}${end === '' ? bar : ends[end]}`
}

const ends: Readonly<Record<Exclude<EdgeEnd, ''>, string>> = { '>': '▶', x: '✗', o: '○' }
const strokes: Readonly<Record<Stroke, string>> = { plain: '─', dotted: '╌', thick: '═' }

/** Below this an arrow and what it leads to have no room. */
const NARROWEST = 24

/**
 * A flowchart in words, for one that can't be drawn (groups, cycles, many nodes): a line for each path from a node, those within a group
 * below its name. Undefined when there is no room.
 */
export function listFlowchart(chart: Flowchart, width: number): readonly string[] | undefined {
  if (width < NARROWEST) return undefined
  const rest = chart.groups.filter(({ within }) => within === undefined)
  const lines = [...rest.flatMap((group) => groupLines(chart, group.id, width)), ...wayLines(chart, undefined, width)]
  return lines.every((line) => displayWidth(line) <= width) ? lines : undefined
}

function groupLines(chart: Flowchart, id: string, width: number): readonly string[] {
  if (width < NARROWEST) return []
  const inner = chart.groups
    .filter(({ within }) => within === id)
    .flatMap((group) => groupLines(chart, group.id, width - 2))
  const title = chart.groups.find((group) => group.id === id)?.title ?? id
  const [first = '', ...others] = wrapText(neutralise(title), width - 3)
  const lines = [...others, ...inner, ...wayLines(chart, id, width - 2)]
  return [`┌─ ${first}`, ...lines.map((line) => `│ ${line}`), '└─']
}

/** The ways that lie in a group and in no group within it, then its nodes that have none; those that leave it stand outside. */
function wayLines(chart: Flowchart, group: string | undefined, width: number): readonly string[] {
  const ways = chart.edges.filter((edge) => commonGroup(chart, edge.from, edge.to) === group)
  const lone = [...chart.nodes].filter(
    ([name, node]) => node.group === group && !chart.edges.some(({ from, to }) => from === name || to === name),
  )
  return [
    ...ways.flatMap((way) => hanging(`${nameOf(chart, way.from)} ${arrow(way)} ${nameOf(chart, way.to)}`, width)),
    ...lone.flatMap(([, { label }]) => hanging(label, width)),
  ]
}

function hanging(text: string, width: number): readonly string[] {
  const [first = '', ...others] = wrapText(neutralise(text), width - 2)
  return [first, ...others.map((line) => `  ${line}`)]
}

function nameOf({ nodes, groups }: Flowchart, name: string): string {
  return nodes.get(name)?.label ?? groups.find(({ id }) => id === name)?.title ?? name
}

/** The innermost group that holds both. */
function commonGroup(chart: Flowchart, from: string, to: string): string | undefined {
  const others = groupsAround(chart, to)
  return groupsAround(chart, from).find((group) => others.includes(group))
}

/** The groups around a node or group, from within. */
function groupsAround({ nodes, groups }: Flowchart, name: string): readonly string[] {
  const around: string[] = []
  let group = nodes.get(name)?.group ?? groups.find(({ id }) => id === name)?.within
  while (group !== undefined && !around.includes(group)) {
    around.push(group)
    const id = group
    group = groups.find((one) => one.id === id)?.within
  }
  return around
}
