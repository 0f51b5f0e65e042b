import { range } from './numbers.ts'

/** Numbers of the notes on decisions, rewards and search that follow from a formula alone, each as it stands in the text. */

/** Transition probabilities and rewards of the machine that may be run or repaired: good is 0, worn is 1. */
const MACHINE = {
  run: { next: [0.7, 0], reward: [6, 2] },
  repair: { next: [1, 1], reward: [-2, -5] },
} as const

const backup = (
  action: keyof typeof MACHINE,
  state: 0 | 1,
  values: readonly [number, number],
  gamma: number,
): number => {
  const good = MACHINE[action].next[state]
  return MACHINE[action].reward[state] + gamma * (good * values[0] + (1 - good) * values[1])
}

/** Values of running when good and an action when worn, by many sweeps. */
function machineValues(worn: keyof typeof MACHINE, gamma: number): [number, number] {
  let values: [number, number] = [0, 0]
  for (let sweep = 0; sweep < 3000; sweep++) values = [backup('run', 0, values, gamma), backup(worn, 1, values, gamma)]
  return values
}

/** `markov-decision-processes`: the worth of running on and of repairing. */
export function runOrRepair(): string[] {
  return [0.7, 0.8, 0.9].map((gamma) => {
    const [run, repair] = [machineValues('run', gamma), machineValues('repair', gamma)]
    const cells = [run, repair].map((values) => values.map((value) => value.toFixed(2)).join(', '))
    return `| ${gamma} | ${cells.join(' | ')} | ${run[0] > repair[0] ? 'run' : 'repair'} |`
  })
}

/** `dynamic-programming-rl`: four sweeps of value iteration. */
export function valueIteration(): string[] {
  const [best] = machineValues('repair', 0.9)
  let values: [number, number] = [0, 0]
  return range(4).map((sweep) => {
    const better = (state: 0 | 1): number =>
      Math.max(backup('run', state, values, 0.9), backup('repair', state, values, 0.9))
    values = [better(0), better(1)]
    const error = Math.max(best - values[0], machineValues('repair', 0.9)[1] - values[1])
    return `| ${sweep + 1} | ${values[0].toFixed(2)} | ${values[1].toFixed(2)} | ${error.toFixed(2)} |`
  })
}

/** `bellman-equation-and-value-functions`: action values of the machine. */
export function machineActions(): string[] {
  const values = machineValues('repair', 0.9)
  const cell = (action: keyof typeof MACHINE, state: 0 | 1): string => backup(action, state, values, 0.9).toFixed(2)
  return [
    `| good | **${cell('run', 0)}** | ${cell('repair', 0)} |`,
    `| worn | ${cell('run', 1)} | **${cell('repair', 1)}** |`,
  ]
}

/** `partial-observability`: what the tiger is worth for each number of steps left. */
export function tiger(): string[] {
  const open = (belief: number): number => Math.max(10 * belief - 100 * (1 - belief), 10 * (1 - belief) - 100 * belief)
  const value = (belief: number, steps: number): number => {
    if (steps === 0) return 0
    const left = 0.85 * belief + 0.15 * (1 - belief)
    const listen =
      -1 + left * value((0.85 * belief) / left, steps - 1) + (1 - left) * value((0.15 * belief) / (1 - left), steps - 1)
    return Math.max(listen, open(belief) + value(0.5, steps - 1))
  }
  return [`| value | ${[1, 2, 3, 4, 5, 6].map((steps) => Number(value(0.5, steps).toFixed(2))).join(' | ')} |`]
}

/** `semi-markov-decision-processes`: the factor of a random duration, and of its mean. */
export function durations(): string[] {
  return [
    [0.99, 0.1],
    [0.95, 0.1],
    [0.9, 0.25],
  ].map(([gamma = 0, end = 0]) => {
    const exact = (gamma * end) / (1 - gamma * (1 - end))
    return `| ${gamma} | ${end} | ${1 / end} | ${exact.toFixed(3)} | ${(gamma ** (1 / end)).toFixed(3)} |`
  })
}

/** `eligibility-trace`: half-life of a mark. */
export function marks(): string[] {
  return [
    [0.95, 0.9],
    [0.99, 0.9],
    [0.99, 0.95],
  ].map(
    ([gamma = 0, lambda = 0]) => `| ${gamma} | ${lambda} | ${(Math.log(0.5) / Math.log(gamma * lambda)).toFixed(1)} |`,
  )
}

/** `monte-carlo-tree-search`: scores by two rules, and when the neglected move leads. */
export function treeScores(): string[] {
  const prior = [0.6, 0.3, 0.1]
  const average = [33 / 60, 18 / 30, 6 / 9]
  const visits = [60, 30, 9]
  const bonus = (move: number): number =>
    (1.5 * prior[move]! * Math.sqrt(visits.reduce((total, count) => total + count, 1) - 1 + 1)) / (1 + visits[move]!)
  const rows = range(2).map(
    (move) =>
      `| ${'AB'[move]} | ${prior[move]} | ${visits[move]} | ${average[move]!.toFixed(3)} | ${bonus(move).toFixed(3)} | ${(average[move]! + bonus(move)).toFixed(3)} |`,
  )
  let more = 0
  for (; visits[2]! <= visits[0]!; more++) {
    const total = visits.reduce((sum, count) => sum + count, 0)
    const scores = range(3).map(
      (move) => average[move]! + (1.5 * prior[move]! * Math.sqrt(total)) / (1 + visits[move]!),
    )
    visits[scores.indexOf(Math.max(...scores))]!++
  }
  const classic = (wins: number, tried: number): string => {
    const explore = Math.SQRT2 * Math.sqrt(Math.log(130) / tried)
    return `${(wins / tried).toFixed(2)} | ${explore.toFixed(2)} | ${(wins / tried + explore).toFixed(2)}`
  }
  return [
    ...rows,
    `after ${more} more simulations`,
    `| A | 60 of 100 | ${classic(60, 100)} |`,
    `| C | 3 of 10 | ${classic(3, 10)} |`,
  ]
}

/** `off-policy-learning-with-approximation` and `multi-network-training…`: growth of the weight without and with a slow copy. */
export function runaway(): string[] {
  const grown = (rate: number, updates: number): number => {
    let [weight, copy] = [1, 1]
    for (let at = 0; at < updates; at++) {
      weight += 0.1 * (0.99 * 2 * copy - weight)
      copy = (1 - rate) * copy + rate * weight
    }
    return weight
  }
  return [
    `$\\tau=0.1$ | ${grown(0.1, 100).toFixed(0)} |`,
    `$\\tau=0.005$ | ${grown(0.005, 100).toFixed(1)} | ${grown(0.005, 1000).toFixed(0)} |`,
  ]
}

/** `decision-theory`: the expected loss with and without a test. */
export function worthOfATest(): string[] {
  const [sick, hit, alarm] = [0.08, 0.9, 0.05]
  const positive = sick * hit + (1 - sick) * alarm
  const after = [(sick * hit) / positive, (sick * (1 - hit)) / (1 - positive)] as const
  const loss = positive * (1 - after[0]) + (1 - positive) * 20 * after[1]
  return [
    `=${loss.toFixed(3)} ,`,
    `up to ${(1 - sick - loss).toFixed(3)} units`,
    `positive in ${(100 * positive).toFixed(1)} %`,
  ]
}

/** `reinforce-monte-carlo-policy-gradient`: variance with no baseline and with the value. */
export function baselines(): string[] {
  const variance = (baseline: number): number => {
    const terms = [
      { chance: 0.9, score: 0.1, payoff: 1 },
      { chance: 0.1, score: -0.9, payoff: 0 },
    ].map(({ chance, score, payoff }) => ({ chance, value: score * (payoff - baseline) }))
    const mean = terms.reduce((total, { chance, value }) => total + chance * value, 0)
    return terms.reduce((total, { chance, value }) => total + chance * (value - mean) ** 2, 0)
  }
  return [`variance ${variance(0).toFixed(4)}`, `variance ${variance(0.9).toFixed(4)}`]
}
