/** How many topics have a colour: eight hues, solid and ring. */
export const colouredTopics = 16

/**
 * The order of topics in which neighbours share most links: links between them by the root of the product of their sizes. `former` is an
 * order given before; it is kept, and what is new comes after it, so that a new note moves no colour.
 */
export function topicOrder(
  sizes: readonly number[],
  linksBetween: (a: number, b: number) => number,
  former: readonly number[] = [],
): readonly number[] {
  const near = (a: number, b: number): number =>
    linksBetween(a, b) / Math.sqrt(Math.max(1, (sizes[a] ?? 0) * (sizes[b] ?? 0)))
  const known = new Set(former)
  const fresh = [...sizes.keys()].filter((topic) => !known.has(topic))
  if (former.length > 0) return [...former, ...bySize(fresh, sizes)]
  // Beyond the coloured ones only size counts, and a path through thousands would take long.
  const [first, rest] = [bySize(fresh, sizes).slice(0, mostPlaced), bySize(fresh, sizes).slice(mostPlaced)]
  return [...bestPath(first, near), ...rest]
}

const mostPlaced = 40

function bySize(topics: readonly number[], sizes: readonly number[]): readonly number[] {
  return [...topics].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b)
}

/** A path that is greedy from the best start, then made better by turning parts of it round (2-opt) while that helps. */
function bestPath(topics: readonly number[], near: (a: number, b: number) => number): readonly number[] {
  // Each pair is asked for many times.
  const table = Float64Array.from(topics.flatMap((a) => topics.map((b) => near(a, b))))
  const between = (a: number, b: number): number => table[a * topics.length + b] ?? 0
  const places = [...topics.keys()]
  let best: readonly number[] = []
  let most = -1
  for (const start of places) {
    const path = improved(greedy(places, start, between), between)
    const worth = worthOf(path, between)
    if (worth > most + 1e-9) [best, most] = [path, worth]
  }
  return best.map((place) => topics[place] ?? 0)
}

function greedy(topics: readonly number[], start: number, near: (a: number, b: number) => number): number[] {
  const left = new Set(topics)
  const path = [start]
  left.delete(start)
  while (left.size > 0) {
    const last = path.at(-1) ?? start
    let next = start
    let most = -1
    for (const topic of left) if (near(last, topic) > most) [next, most] = [topic, near(last, topic)]
    path.push(next)
    left.delete(next)
  }
  return path
}

function improved(path: number[], near: (a: number, b: number) => number): readonly number[] {
  const joined = (a: number | undefined, b: number | undefined): number =>
    a === undefined || b === undefined ? 0 : near(a, b)
  for (let turned = true; turned;) {
    turned = false
    for (let from = 0; from < path.length - 1; from++) {
      for (let to = from + 1; to < path.length; to++) {
        // Of a part that is turned round only its ends have other neighbours.
        const [before, first, last, after] = [path[from - 1], path[from], path[to], path[to + 1]]
        const gain = joined(before, last) + joined(first, after) - joined(before, first) - joined(last, after)
        if (gain <= 1e-9) continue
        path = [...path.slice(0, from), ...path.slice(from, to + 1).reverse(), ...path.slice(to + 1)]
        turned = true
      }
    }
  }
  return path
}

function worthOf(path: readonly number[], near: (a: number, b: number) => number): number {
  return path.reduce((sum, topic, place) => (place === 0 ? 0 : sum + near(path[place - 1] ?? topic, topic)), 0)
}
