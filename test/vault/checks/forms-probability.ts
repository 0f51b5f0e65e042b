import { range, sum } from './numbers.ts'

/** Numbers of the notes on probability and inference that follow from a formula alone, each as it stands in the text. */

/** Integral over the standard normal density, by the trapezoidal rule. */
const gaussian = (value: (z: number) => number): number =>
  sum(range(24_001).map((at) => value(at / 1000 - 12) * Math.exp(-((at / 1000 - 12) ** 2) / 2))) /
  1000 /
  Math.sqrt(2 * Math.PI)

/** The normal distribution function, from the density. */
const below = (z: number): number => {
  const steps = 400
  const inner = sum(range(steps).map((at) => Math.exp(-((((at + 0.5) / steps) * z) ** 2) / 2)))
  return 0.5 + (inner * z) / steps / Math.sqrt(2 * Math.PI)
}

/** `activation-functions`: mean and second moment of each activation of a standard normal. */
export function activationMoments(): string[] {
  const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z))
  const activations: Record<string, (z: number) => number> = {
    sigmoid,
    tanh: Math.tanh,
    ReLU: (z) => Math.max(0, z),
    GELU: (z) => z * below(z),
    SiLU: (z) => z * sigmoid(z),
  }
  return Object.entries(activations).map(([name, activation]) => {
    const cells = [gaussian(activation), gaussian((z) => activation(z) ** 2)]
    return `| ${name} | ${cells.map((value) => Number(Math.abs(value).toFixed(4))).join(' | ')} |`
  })
}

/** `bayesian-model-selection-with-model-evidence`: two stories about ten tosses. */
export function coinEvidence(): string[] {
  const factorial = (count: number): number => range(count).reduce((product, at) => product * (at + 1), 1)
  return [5, 7, 9, 10].map((heads) => {
    const open = (factorial(heads) * factorial(10 - heads)) / factorial(11)
    return `| ${heads} | 0.000977 | ${open.toPrecision(3)} | ${(2 ** -10 / open).toPrecision(3)} |`
  })
}

/** `bayesian-estimation`: a Gaussian prior and four measurements. */
export function gaussianUpdate(): string[] {
  const precision = 1 / 4 + 4
  return [`posterior $${((10 / 4 + 4 * 12.1) / precision).toFixed(2)}\\pm${(1 / Math.sqrt(precision)).toFixed(2)}$`]
}

/** `boltzmann-machines`: the four states of two pixels bound by one hidden unit. */
export function boundPixels(): string[] {
  const weights = [0, 1, 1, 2].map((on) => Math.exp(-on) * (1 + Math.exp(3 * on - 2)))
  const digits = (values: readonly number[]): string => values.map((value) => value.toFixed(3)).join(', ')
  return [digits(weights), digits(weights.map((weight) => weight / sum(weights)))]
}

/** `covariate-shift`: effective share of samples for Gaussians some way apart. */
export function effectiveShare(): string[] {
  const shares = [0.5, 1, 2, 3].map((gap) => Math.exp(-(gap ** 2)))
  return [
    `| ${shares[0]!.toFixed(2)} | ${shares[1]!.toFixed(2)} | ${shares[2]!.toFixed(3)} | ${shares[3]!.toFixed(4)} |`,
  ]
}

/** `cross-entropy`: an even guess over a vocabulary, and smoothed labels. */
export function smoothing(): string[] {
  const floor = -(0.91 * Math.log(0.91) + 9 * 0.01 * Math.log(0.01))
  return [
    `= ${Math.log(50257).toFixed(2)}$ nats`,
    `= ${Math.log(91).toFixed(2)}$ and the floor is ${floor.toFixed(3)} nats`,
  ]
}

/** `expectation-maximization`: two hidden coins. */
export function twoCoins(): string[] {
  const heads = [9, 2, 8, 1, 7]
  const choose = (count: number): number => range(count).reduce((product, at) => (product * (10 - at)) / (at + 1), 1)
  const chance = (bias: number, count: number): number => choose(count) * bias ** count * (1 - bias) ** (10 - count)
  let [first, second] = [0.6, 0.5]
  return range(5).map((iteration) => {
    const likelihood = sum(heads.map((count) => Math.log((chance(first, count) + chance(second, count)) / 2)))
    const row = `| ${iteration} | ${first.toFixed(4)} | ${second.toFixed(4)} | ${likelihood.toFixed(4)} |`
    const shares = heads.map((count) => chance(first, count) / (chance(first, count) + chance(second, count)))
    first = sum(heads.map((count, at) => shares[at]! * count)) / (10 * sum(shares))
    second = sum(heads.map((count, at) => (1 - shares[at]!) * count)) / (10 * (5 - sum(shares)))
    return row
  })
}

/** `gaussian-mixture-model`: rows of the fit of five points by two components. */
export function fivePoints(): string[] {
  const points = [-2, -1.5, -1, 2, 3]
  let parts = [-1, 1].map((mean) => ({ weight: 0.5, mean, variance: 1 }))
  const rows: string[] = []
  for (let step = 0; step <= 30; step++) {
    const densities = points.map((x) =>
      parts.map(
        ({ weight, mean, variance }) =>
          (weight * Math.exp(-((x - mean) ** 2) / 2 / variance)) / Math.sqrt(2 * Math.PI * variance),
      ),
    )
    if ([0, 1, 2, 30].includes(step)) {
      const cells = [parts.map(({ mean }) => mean), parts.map(({ variance }) => variance)].map((values) =>
        values.map((value) => value.toFixed(3)).join(', '),
      )
      const likelihood = sum(densities.map((row) => Math.log(sum(row))))
      rows.push(`| ${step} | ${parts[0]!.weight.toFixed(4)} | ${cells.join(' | ')} | ${likelihood.toFixed(3)} |`)
    }
    parts = parts.map((_, k) => {
      const shares = densities.map((row) => row[k]! / sum(row))
      const mean = sum(points.map((x, at) => shares[at]! * x)) / sum(shares)
      const variance = sum(points.map((x, at) => shares[at]! * (x - mean) ** 2)) / sum(shares)
      return { weight: sum(shares) / points.length, mean, variance }
    })
  }
  return rows
}

/** `gaussian-distribution`: mean and spread of the norm; the ratio of gamma functions grows by two factors a step. */
export function shell(): string[] {
  return [1, 10, 100, 1000].map((dimension) => {
    let mean = dimension % 2 === 1 ? Math.sqrt(2 / Math.PI) : Math.sqrt(Math.PI / 2)
    for (let at = dimension % 2 === 1 ? 1 : 2; at < dimension; at += 2) mean *= (at + 1) / at
    return `| ${dimension} | ${mean.toFixed(3)} | ${Math.sqrt(dimension - mean ** 2).toFixed(3)} |`
  })
}

/** `monte-carlo-estimation`: variance per draw of the mean of an exponential, by method. */
export function varianceByMethod(): string[] {
  const target = Math.E - 1
  const plain = (Math.E ** 2 - 1) / 2 - target ** 2
  const strata = (count: number): number =>
    sum(
      range(count).map((at) => {
        const [low, high] = [at / count, (at + 1) / count]
        const mean = (Math.exp(high) - Math.exp(low)) * count
        return (((Math.exp(2 * high) - Math.exp(2 * low)) / 2) * count - mean ** 2) / count
      }),
    )
  const proposal =
    sum(range(100_000).map((at) => (1.5 * Math.exp((at + 0.5) / 50_000)) / (1 + (at + 0.5) / 100_000))) / 100_000
  const control = plain - 12 * ((3 - Math.E) / 2) ** 2
  return [
    [strata(2), 'in each'],
    [proposal - target ** 2, '1+u$'],
    [plain + Math.E - target ** 2, '$1-U$'],
    [control, '$U$'],
    [strata(10), 'ten strata'],
  ].map(([value, name]) => `${name} | ${Number(value).toPrecision(3)} | ${(plain / Number(value)).toFixed(1)} |`)
}

/** `variational-inference`: rounds of coordinate ascent for unknown mean and precision. */
export function meanField(): string[] {
  const data = [2.1, 1.4, 3, 1.8, 2.7]
  const mean = sum(data) / 5.01
  let precision = 1
  const rows = range(8).map((round) => {
    const variance = 1 / (5.01 * precision)
    const spread = sum(data.map((x) => (x - mean) ** 2 + variance)) + 0.01 * (mean ** 2 + variance)
    precision = 3.01 / (0.01 + spread / 2)
    return `| ${round + 1} | ${Math.sqrt(variance).toFixed(3)} | ${precision.toFixed(3)} |`
  })
  return [0, 1, 2, 4, 7].map((at) => rows[at]!)
}
