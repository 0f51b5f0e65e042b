import { meanAndError, uniform, withError } from './random.ts'

const COLUMNS = 12
const [START, GOAL] = [3 * COLUMNS, 4 * COLUMNS - 1]
const MOVES = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
] as const

/** One step on the cliff: the next cell and the reward. */
function step(cell: number, action: number): readonly [number, number] {
  const [down, right] = MOVES[action]!
  const row = Math.min(3, Math.max(0, Math.floor(cell / COLUMNS) + down))
  const column = Math.min(COLUMNS - 1, Math.max(0, (cell % COLUMNS) + right))
  const next = row * COLUMNS + column
  return next > START && next < GOAL ? [START, -100] : [next, -1]
}

/** Mean return of the last 100 of 500 episodes, learning by SARSA or by Q-learning. */
function lastReturns(sarsa: boolean, seed: number): number {
  const next = uniform(seed)
  const values = Array.from({ length: 4 * COLUMNS }, () => [0, 0, 0, 0])
  const choose = (cell: number): number => {
    if (next() < 0.1) return Math.floor(next() * 4)
    const top = Math.max(...values[cell]!)
    const ties = [0, 1, 2, 3].filter((action) => values[cell]![action] === top)
    return ties[Math.floor(next() * ties.length)]!
  }
  let late = 0
  for (let episode = 0; episode < 500; episode++) {
    let [cell, action] = [START, choose(START)]
    while (cell !== GOAL) {
      const [to, reward] = step(cell, action)
      const then = choose(to)
      const future = to === GOAL ? 0 : sarsa ? values[to]![then]! : Math.max(...values[to]!)
      values[cell]![action]! += 0.5 * (reward + future - values[cell]![action]!)
      if (episode >= 400) late += reward / 100
      cell = to
      action = sarsa ? then : choose(to)
    }
  }
  return late
}

/** `model-free-reinforcement-learning`: returns while learning on the cliff. */
export function cliff(): string[] {
  return [false, true].map((sarsa) => {
    const returns = Array.from({ length: 400 }, (_, seed) => lastReturns(sarsa, seed + 1))
    return `${sarsa ? 'SARSA' : 'Q-learning'}: ${withError(returns)}`
  })
}

/** Error after 100 episodes of the five-state walk, with bootstrapped or with full returns. */
function walkError(bootstrap: boolean, size: number, seed: number): number {
  const next = uniform(seed)
  const values = [0, 0.5, 0.5, 0.5, 0.5, 0.5, 0]
  for (let episode = 0; episode < 100; episode++) {
    const visited: number[] = []
    let at = 3
    while (at > 0 && at < 6) {
      const to = at + (next() < 0.5 ? -1 : 1)
      if (bootstrap) values[at]! += size * ((to === 6 ? 1 : values[to]!) - values[at]!)
      else visited.push(at)
      at = to
    }
    for (const state of visited) values[state]! += size * ((at === 6 ? 1 : 0) - values[state]!)
  }
  return Math.sqrt([1, 2, 3, 4, 5].reduce((total, state) => total + (values[state]! - state / 6) ** 2, 0) / 5)
}

/** `temporal-difference-learning`: the least error over five step sizes. */
export function randomWalk(): string[] {
  return [true, false].map((bootstrap) => {
    const rows = [0.01, 0.02, 0.03, 0.05, 0.1].map((size) => ({
      size,
      ...meanAndError(Array.from({ length: 3000 }, (_, seed) => walkError(bootstrap, size, seed + 1))),
    }))
    const { size, mean, error } = rows.reduce((best, row) => (row.mean < best.mean ? row : best))
    return `| ${bootstrap ? 'TD(0)' : 'Monte-Carlo'} | ${size} | ${mean.toFixed(4)} ± ${error.toFixed(4)} |`
  })
}
