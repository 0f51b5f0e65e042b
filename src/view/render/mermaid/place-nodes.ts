import { displayWidth } from '../../display-width.ts'
import type { EdgeEnd, Flowchart, Shape } from './read-flowchart.ts'

/** A node with its place; a node without label is a bend of an edge that passes its rank. */
export interface Placed {
  readonly label: string | undefined
  readonly shape: Shape
  readonly size: number
  column: number
  center: number
  readonly targets: { readonly to: Placed; readonly label: string; readonly end: EdgeEnd }[]
}

/** The nodes of one row, from left to right. */
export type Rank = readonly Placed[]

/** Places a chart from top to bottom: each node one row below the last that leads to it. Undefined for charts with cycles, or where a label would have no place of its own. */
export function placeNodes(chart: Flowchart): readonly Rank[] | undefined {
  const depths = depthsOf(chart)
  if (depths === undefined) return undefined
  const ranks: Placed[][] = Array.from({ length: Math.max(...depths.values()) + 1 }, () => [])
  const placed = new Map<string, Placed>()
  for (const [name, { label, shape }] of chart.nodes) {
    const node = newNode(label, shape)
    placed.set(name, node)
    ranks[depths.get(name) ?? 0]?.push(node)
  }
  for (const edge of chart.edges) {
    const from = placed.get(edge.from)
    const to = placed.get(edge.to)
    if (from === undefined || to === undefined) return undefined
    connect(ranks, from, to, { ...edge, first: depths.get(edge.from) ?? 0, last: depths.get(edge.to) ?? 0 })
  }
  if (ranks.some((rank) => hasCrowdedLabel(rank))) return undefined
  order(ranks)
  spread(ranks, Math.max(0, ...chart.edges.map(({ label }) => displayWidth(label))))
  return ranks
}

/** The longest way to each node; undefined when there is a cycle. */
function depthsOf({ nodes, edges }: Flowchart): ReadonlyMap<string, number> | undefined {
  const depths = new Map([...nodes.keys()].map((name) => [name, 0]))
  for (let round = 0; round <= nodes.size; round++) {
    let changed = false
    for (const { from, to } of edges) {
      const depth = (depths.get(from) ?? 0) + 1
      if (depth <= (depths.get(to) ?? 0)) continue
      depths.set(to, depth)
      changed = true
    }
    if (!changed) return depths
  }
  return undefined
}

function newNode(label: string | undefined, shape: Shape): Placed {
  const wide = label === undefined ? 1 : displayWidth(label) + 4
  // An odd size has a middle, so that nodes below each other are joined by straight lines.
  return { label, shape, size: wide + 1 - (wide % 2), column: 0, center: 0, targets: [] }
}

function connect(
  ranks: readonly Placed[][],
  from: Placed,
  to: Placed,
  edge: { readonly label: string; readonly end: EdgeEnd; readonly first: number; readonly last: number },
): void {
  let last = from
  for (let depth = edge.first + 1; depth < edge.last; depth++) {
    const bend = newNode(undefined, 'box')
    ranks[depth]?.push(bend)
    last.targets.push({ to: bend, label: '', end: '' })
    last = bend
  }
  last.targets.push({ to, label: edge.label, end: edge.end })
}

/** Whether a label stands at a node that several edges reach, so that it would be unclear whose it is. */
function hasCrowdedLabel(rank: Rank): boolean {
  const all = rank.flatMap(({ targets }) => targets)
  return all.some(({ to, label }) => label !== '' && all.filter((other) => other.to === to).length > 1)
}

/** Orders each rank by the middle of what leads to its nodes, so that lines cross less. */
function order(ranks: readonly Placed[][]): void {
  ranks.forEach((rank, depth) => {
    const above = ranks[depth - 1] ?? []
    const middle = new Map(
      rank.map((node, index) => {
        const places = above.flatMap((parent, place) => (parent.targets.some(({ to }) => to === node) ? [place] : []))
        return [node, places.length === 0 ? index : places.reduce((sum, place) => sum + place, 0) / places.length]
      }),
    )
    rank.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0))
  })
}

function spread(ranks: readonly Rank[], label: number): void {
  const gap = label === 0 ? 3 : label + 2 + ((label + 1) % 2)
  const widths = ranks.map((rank) => rank.reduce((sum, { size }) => sum + size, 0) + gap * (rank.length - 1))
  const widest = Math.max(...widths)
  ranks.forEach((rank, depth) => {
    let column = Math.floor((widest - (widths[depth] ?? 0)) / 2)
    for (const node of rank) {
      node.column = column
      node.center = column + (node.size - 1) / 2
      column += node.size + gap
    }
  })
}
