import { meanAndError, normal, uniform, withError } from './random.ts'

const repeat = (count: number, draw: (seed: number) => number): number[] =>
  Array.from({ length: count }, (_, seed) => draw(seed + 1))

/** `markov-reward-processes`: return of 40,000 episodes from the first state. */
export function rewardProcess(): string[] {
  const next = uniform(1)
  const rewards = [-1, 2]
  const chain = [
    [0.5, 0.5],
    [0.2, 0],
  ]
  const values = repeat(40_000, () => {
    let [state, weight, total] = [0, 1, 0]
    while (state < 2) {
      total += weight * rewards[state]!
      weight *= 0.9
      const luck = next()
      const [first = 0, second = 0] = chain[state]!
      state = luck < first ? 0 : luck < first + second ? 1 : 2
    }
    return total
  })
  const { mean, error } = meanAndError(values)
  const deviation = error * Math.sqrt(values.length)
  return [`mean $${mean.toFixed(3)}\\pm${error.toFixed(3)}$ and standard deviation ${deviation.toFixed(3)}`]
}

/** Calibration error, in 15 bins of the unit interval, of one sample of a calibrated model. */
function calibrationError(cases: number, next: () => number): number {
  const gaps = new Float64Array(15)
  for (let at = 0; at < cases; at++) {
    const confidence = 0.5 + next() / 2
    gaps[Math.min(14, Math.floor(confidence * 15))]! += (next() < confidence ? 1 : 0) - confidence
  }
  return gaps.reduce((total, gap) => total + Math.abs(gap), 0) / cases
}

/** `calibration`: what a perfect model is charged for the size of the sample. */
export function calibrationBias(): string[] {
  return [100, 1000, 10_000].map((cases) => {
    const next = uniform(cases)
    const { mean, error } = meanAndError(repeat(2_000_000 / cases, () => calibrationError(cases, next)))
    return `${mean.toFixed(4)} ± ${error.toFixed(4)} with ${cases.toLocaleString('en-US')} cases`
  })
}

/** `latent-variable-models`: logarithm of an average over ten, a hundred and a thousand draws from the prior. */
export function priorSamples(): string[] {
  const gauss = normal(uniform(1))
  return [
    { draws: 10, runs: 100_000 },
    { draws: 100, runs: 20_000 },
    { draws: 1000, runs: 4000 },
  ].map(({ draws, runs }) => {
    const estimates = repeat(runs, () => {
      let total = 0
      for (let at = 0; at < draws; at++) total += Math.exp(-((6 - 2 * gauss()) ** 2) / 2)
      return Math.log(total / draws / Math.sqrt(2 * Math.PI))
    })
    return `| ${withError(estimates)} |`
  })
}

/** `high-dimensional-dot-product-normalization`: softmax over 32 random scores; given the query they are normal. */
export function dotProducts(): string[] {
  const gauss = normal(uniform(1))
  return [4, 64, 512].map((width) => {
    const draws = Array.from({ length: 4000 }, () => {
      const length = Math.hypot(...repeat(width, gauss))
      const scores = repeat(32, () => length * gauss())
      return [1, Math.sqrt(width)].flatMap((scale) => {
        const top = Math.max(...scores)
        const weights = scores.map((score) => Math.exp((score - top) / scale))
        const sum = weights.reduce((total, weight) => total + weight, 0)
        return [1 / sum, 1 - weights.reduce((total, weight) => total + (weight / sum) ** 2, 0)]
      })
    })
    const columns = [0, 1, 2, 3].map((at) => meanAndError(draws.map((draw) => draw[at]!)).mean.toFixed(2))
    return `| ${width} | ${columns.join(' | ')} |`
  })
}

/** `incremental-implementation-of-estimating-action-values`: spread of a recency-weighted average. */
export function recencyWeighted(): string[] {
  const gauss = normal(uniform(2))
  const squares = repeat(20_000, () => {
    let estimate = 0
    for (let at = 0; at < 200; at++) estimate += 0.1 * (gauss() - estimate)
    return estimate * estimate
  })
  const { mean, error } = meanAndError(squares)
  return [`simulation of 20,000 chains: ${mean.toFixed(4)} ± ${error.toFixed(4)}`]
}
