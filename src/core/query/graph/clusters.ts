import type { Cluster, GraphEdge } from '../../model/report.ts'

/** A weighted graph: the edges of each node, and the weight inside each node. */
interface Weighted {
  readonly near: readonly ReadonlyMap<number, number>[]
  readonly own: readonly number[]
}

/** The clusters of a graph by the Louvain method (Blondel et al., 2008), the same in each run. Notes without links are in none. */
export function clustersOf(edges: readonly GraphEdge[]): readonly Cluster[] {
  const paths = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].sort()
  const places = new Map(paths.map((path, at) => [path, at]))
  const near = paths.map(() => new Map<number, number>())
  for (const { from, to } of edges) join(near, places.get(from) ?? 0, places.get(to) ?? 0, 1)
  let graph: Weighted = { near, own: paths.map(() => 0) }
  let groups = paths.map((_path, at) => at)
  for (;;) {
    const moved = moveNodes(graph)
    groups = groups.map((group) => moved[group] ?? 0)
    if (Math.max(-1, ...moved) + 1 === graph.near.length) break
    graph = merged(graph, moved)
  }
  return described(paths, groups, graph, (at) => near[at]?.size ?? 0)
}

function join(near: readonly Map<number, number>[], one: number, other: number, weight: number): void {
  near[one]?.set(other, (near[one].get(other) ?? 0) + weight)
  near[other]?.set(one, (near[other].get(one) ?? 0) + weight)
}

/** Moves each node to the neighbouring group with the largest gain of modularity until none moves; gives the groups, numbered from 0. */
function moveNodes({ near, own }: Weighted): readonly number[] {
  const degree = near.map((others, at) => sum(others.values()) + 2 * (own[at] ?? 0))
  const total = Math.max(1, sum(degree))
  const groups = near.map((_others, at) => at)
  const weight = [...degree]
  for (let isMoving = true, rounds = 0; isMoving && rounds < 20; rounds++) {
    isMoving = false
    near.forEach((others, at) => {
      const from = groups[at] ?? at
      const mass = degree[at] ?? 0
      weight[from] = (weight[from] ?? 0) - mass
      const links = new Map<number, number>()
      for (const [other, joins] of others) add(links, groups[other] ?? other, joins)
      const gain = (group: number): number => (links.get(group) ?? 0) - ((weight[group] ?? 0) * mass) / total
      let best = from
      for (const group of links.keys()) if (gain(group) > gain(best) + 1e-9) best = group
      groups[at] = best
      weight[best] = (weight[best] ?? 0) + mass
      isMoving ||= best !== from
    })
  }
  const numbers = new Map([...new Set(groups)].map((group, number) => [group, number]))
  return groups.map((group) => numbers.get(group) ?? 0)
}

/** The graph whose nodes are the groups of another graph. */
function merged({ near, own }: Weighted, groups: readonly number[]): Weighted {
  const count = Math.max(-1, ...groups) + 1
  const joined = Array.from({ length: count }, () => new Map<number, number>())
  const inside = Array.from({ length: count }, () => 0)
  near.forEach((others, at) => {
    const group = groups[at] ?? 0
    inside[group] = (inside[group] ?? 0) + (own[at] ?? 0)
    for (const [other, weight] of others) {
      const target = groups[other] ?? 0
      if (target === group) inside[group] = (inside[group] ?? 0) + weight / 2
      else joined[group]?.set(target, (joined[group].get(target) ?? 0) + weight)
    }
  })
  return { near: joined, own: inside }
}

function described(
  paths: readonly string[],
  groups: readonly number[],
  { near }: Weighted,
  linksOf: (at: number) => number,
): readonly Cluster[] {
  const members = near.map((): number[] => [])
  groups.forEach((group, at) => members[group]?.push(at))
  const order = members
    .map((_list, group) => group)
    .sort((a, b) => (members[b]?.length ?? 0) - (members[a]?.length ?? 0))
  const places = new Map(order.map((group, place) => [group, place]))
  return order.map((group) => ({
    paths: (members[group] ?? []).toSorted((a, b) => linksOf(b) - linksOf(a)).map((at) => paths[at] ?? ''),
    joined: [...(near[group] ?? [])]
      .map(([other, links]) => ({ cluster: places.get(other) ?? 0, links }))
      .sort((a, b) => b.links - a.links || a.cluster - b.cluster),
  }))
}

function add(map: Map<number, number>, key: number, value: number): void {
  map.set(key, (map.get(key) ?? 0) + value)
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
