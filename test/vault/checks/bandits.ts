import { normal, uniform, withError } from './random.ts'

const STEPS = 5000

/** An arm: how often it was pulled, and how often it paid. */
interface Arm {
  pulls: number
  wins: number
}
type Score = (arm: Arm, time: number) => number

/** A gamma variable of unit scale and shape at least one (Marsaglia and Tsang). */
function gamma(shape: number, next: () => number, gauss: () => number): number {
  const d = shape - 1 / 3
  for (;;) {
    const x = gauss()
    const v = (1 + x / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(1 - next()) < x * x * 0.5 + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Regret of each run: pulls of the worse arm times the gap of the means. The larger score is pulled, ties at random. */
function regrets(runs: number, make: (next: () => number) => Score, settings = { tried: true, random: 0 }): number[] {
  return Array.from({ length: runs }, (_, seed) => {
    const next = uniform(seed + 1)
    const score = make(next)
    const [worse, better]: [Arm, Arm] = [
      { pulls: 0, wins: 0 },
      { pulls: 0, wins: 0 },
    ]
    for (let time = 1; time <= STEPS; time++) {
      let lead = next() - 0.5
      if (settings.tried && time <= 2) lead = time - 1.5
      else if (next() >= settings.random) lead = score(better, time) - score(worse, time) || lead
      const arm = lead > 0 ? better : worse
      arm.pulls++
      if (next() < (lead > 0 ? 0.6 : 0.5)) arm.wins++
    }
    return 0.1 * worse.pulls
  })
}

const average: Score = ({ pulls, wins }) => wins / pulls

/** Rows of the table in `multi-armed-bandits`. */
export function bandits(): string[] {
  const optimistic: Score = (arm, time) => average(arm, time) + Math.sqrt((2 * Math.log(time)) / arm.pulls)
  const rules = {
    greedy: regrets(2000, () => average),
    UCB1: regrets(2000, () => optimistic),
    '$\\varepsilon$-greedy, 0.1': regrets(2000, () => average, { tried: true, random: 0.1 }),
    Thompson: regrets(
      1000,
      (next) => {
        const gauss = normal(next)
        return ({ pulls, wins }) => {
          const a = gamma(wins + 1, next, gauss)
          return a / (a + gamma(pulls - wins + 1, next, gauss))
        }
      },
      { tried: false, random: 0 },
    ),
  }
  return Object.entries(rules).map(([name, values]) => `| ${name} | ${withError(values)} |`)
}
