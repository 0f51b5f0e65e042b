import { meanAndError, uniform } from './random.ts'

const [ROWS, COLUMNS] = [6, 9]
const WALLS = new Set([11, 20, 29, 41, 7, 16, 25])
const [START, GOAL] = [18, 8]
const MOVES = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
] as const

/** The cell reached from a cell by one of four moves; walls and the border hold. */
function move(cell: number, action: number): number {
  const [down = 0, right = 0] = MOVES[action] ?? []
  const [row, column] = [Math.floor(cell / COLUMNS) + down, (cell % COLUMNS) + right]
  const next = row * COLUMNS + column
  return row < 0 || row >= ROWS || column < 0 || column >= COLUMNS || WALLS.has(next) ? cell : next
}

/** Steps of each of 20 episodes of Dyna-Q with `planning` imagined steps after each real one. */
function episodes(planning: number, seed: number): number[] {
  const next = uniform(seed)
  const values = new Float64Array(ROWS * COLUMNS * 4)
  const model = new Int16Array(ROWS * COLUMNS * 4).fill(-1)
  const seen: number[] = []
  const best = (cell: number): number =>
    Math.max(values[cell * 4]!, values[cell * 4 + 1]!, values[cell * 4 + 2]!, values[cell * 4 + 3]!)
  const learn = (pair: number, to: number): void => {
    const target = to === GOAL ? 1 : 0.95 * best(to)
    values[pair]! += 0.1 * (target - values[pair]!)
  }
  const choose = (cell: number): number => {
    if (next() < 0.1) return Math.floor(next() * 4)
    const top = best(cell)
    const ties = [0, 1, 2, 3].filter((action) => values[cell * 4 + action] === top)
    return ties[Math.floor(next() * ties.length)] ?? 0
  }
  return Array.from({ length: 20 }, () => {
    let [cell, steps] = [START, 0]
    while (cell !== GOAL) {
      const pair = cell * 4 + choose(cell)
      const to = move(cell, pair % 4)
      learn(pair, to)
      if (model[pair] === -1) seen.push(pair)
      model[pair] = to
      for (let imagined = 0; imagined < planning; imagined++) {
        const rehearsed = seen[Math.floor(next() * seen.length)] ?? 0
        learn(rehearsed, model[rehearsed] ?? 0)
      }
      cell = to
      steps++
    }
    return steps
  })
}

/** Rows of the table in `dyna-q-planning-and-learning`: mean steps with standard errors. */
export function dynaQ(): string[] {
  const runs = [
    { planning: 0, seeds: 2000 },
    { planning: 5, seeds: 500 },
    { planning: 50, seeds: 250 },
  ].map(({ planning, seeds }) => Array.from({ length: seeds }, (_, seed) => episodes(planning, seed + 1)))
  return [2, 3, 5, 10, 20].map(
    (episode) =>
      `| ${episode} | ${runs
        .map((seeds) => {
          const { mean, error } = meanAndError(seeds.map((steps) => steps[episode - 1] ?? 0))
          const digits = mean >= 100 ? 0 : 1
          return `${mean.toFixed(digits)} ± ${error.toFixed(digits)}`
        })
        .join(' | ')} |`,
  )
}
