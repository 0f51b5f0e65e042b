import { uniform, withError } from './random.ts'

const [ROWS, COLUMNS, GOAL, GAMMA, SMALL] = [6, 9, 8, 0.95, 1e-4]
const WALLS = new Set([11, 20, 29, 41, 7, 16, 25])
const FREE = [...Array(ROWS * COLUMNS).keys()].filter((cell) => !WALLS.has(cell) && cell !== GOAL)

/** The four cells that moves from a cell lead to. */
const NEXT = [...Array(ROWS * COLUMNS).keys()].map((cell) =>
  [
    [-1, 0],
    [1, 0],
    [0, -1],
    [0, 1],
  ].map(([down = 0, right = 0]) => {
    const [row, column] = [Math.floor(cell / COLUMNS) + down, (cell % COLUMNS) + right]
    const inside = row >= 0 && row < ROWS && column >= 0 && column < COLUMNS
    return inside && !WALLS.has(row * COLUMNS + column) ? row * COLUMNS + column : cell
  }),
)

const backup = (values: Float64Array, cell: number): number =>
  Math.max(...NEXT[cell]!.map((to) => (to === GOAL ? 1 : GAMMA * values[to]!)))

/** Backups until no change of a sweep in a fixed order reaches 0.0001. */
function sweeps(order: readonly number[]): number {
  const values = new Float64Array(ROWS * COLUMNS)
  for (let count = 0; ;) {
    let largest = 0
    for (const cell of order) {
      const value = backup(values, cell)
      largest = Math.max(largest, Math.abs(value - values[cell]!))
      values[cell] = value
      count++
    }
    if (largest < SMALL) return count
  }
}

/** Backups when the largest expected change goes first, and priorities computed for predecessors. */
function prioritised(): { backups: number; priorities: number } {
  const values = new Float64Array(ROWS * COLUMNS)
  const queue = new Map<number, number>()
  const consider = (cell: number): void => {
    const change = Math.abs(backup(values, cell) - values[cell]!)
    if (change > SMALL) queue.set(cell, Math.max(change, queue.get(cell) ?? 0))
  }
  for (const cell of FREE) consider(cell)
  let [backups, priorities] = [0, 0]
  while (queue.size > 0) {
    const [cell] = [...queue].reduce((best, entry) => (entry[1] > best[1] ? entry : best))
    queue.delete(cell)
    values[cell] = backup(values, cell)
    backups++
    for (const before of FREE)
      if (NEXT[before]!.includes(cell)) {
        consider(before)
        priorities++
      }
  }
  return { backups, priorities }
}

/** `prioritized-sweeping`: the table and the bookkeeping. */
export function sweeping(): string[] {
  const next = uniform(1)
  const random = Array.from({ length: 50 }, () =>
    sweeps(
      FREE.map((cell) => ({ cell, key: next() }))
        .sort((one, other) => one.key - other.key)
        .map(({ cell }) => cell),
    ),
  )
  const { backups, priorities } = prioritised()
  return [
    `| row by row | ${sweeps(FREE)} |`,
    `| random fixed order, mean of 50 | ${withError(random)} |`,
    `| prioritised | ${backups} |`,
    `${priorities} to compute priorities`,
  ]
}
