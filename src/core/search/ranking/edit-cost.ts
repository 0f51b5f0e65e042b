/** Letters that sound alike, so that one is easily written for the other; each pair once. */
const alike = new Set(['ck', 'cs', 'sz', 'cz', 'iy', 'ie', 'ae', 'ei', 'oa', 'ou', 'gj', 'kq', 'fv', 'mn', 'td'])

/**
 * How far apart two words are: the edits of Damerau and Levenshtein (restricted), where swapped neighbours, a doubled
 * letter and letters that sound alike count less than a whole edit; Infinity when it is more than `most`.
 */
export function editCost(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most / cheap) return Infinity
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    let least = row
    for (let at = 1; at <= b.length; at++) {
      const cost = cellCost({ a, b, row, at, before, last, current })
      current.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return Infinity
    before = last
    last = current
  }
  const cost = last[b.length] ?? Infinity
  return cost <= most ? cost : Infinity
}

const cheap = 0.6

interface Cell {
  readonly a: string
  readonly b: string
  readonly row: number
  readonly at: number
  readonly before: readonly number[]
  readonly last: readonly number[]
  readonly current: readonly number[]
}

function cellCost({ a, b, row, at, before, last, current }: Cell): number {
  const [x, y] = [a.charAt(row - 1), b.charAt(at - 1)]
  const [x2, y2] = [a.charAt(row - 2), b.charAt(at - 2)]
  const replaced = (last[at - 1] ?? 0) + (x === y ? 0 : alike.has(x + y) || alike.has(y + x) ? cheap : 1)
  const left = (last[at] ?? 0) + (x === x2 ? cheap : 1)
  const added = (current[at - 1] ?? 0) + (y === y2 ? cheap : 1)
  const swapped = row > 1 && at > 1 && x === y2 && x2 === y ? (before[at - 2] ?? 0) + 0.8 : Infinity
  return Math.min(replaced, left, added, swapped)
}
