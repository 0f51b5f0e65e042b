import { eigenvalues } from './linear-algebra.ts'
import { range, sum } from './numbers.ts'

/** Numbers of the notes on inference, regression and densities, each computed anew and as it stands in the text. */

const mean = (values: readonly number[]): number => sum(values) / values.length
const entropy = (chances: readonly number[]): number =>
  -sum(chances.map((chance) => (chance === 0 ? 0 : chance * Math.log(chance))))

/** The integral of a function over an interval, by the midpoint rule. */
const integral = (value: (x: number) => number, from: number, to: number, steps = 40_000): number =>
  (sum(range(steps).map((at) => value(from + ((at + 0.5) / steps) * (to - from)))) * (to - from)) / steps

const normal = (x: number, centre: number, deviation: number): number =>
  Math.exp(-(((x - centre) / deviation) ** 2) / 2) / (deviation * Math.sqrt(2 * Math.PI))

/** `jensen-shannon-divergence`: a sample's worth, and the triangle inequality. */
function sources(): string[] {
  const divergence = (p: readonly number[], q: readonly number[]): number =>
    entropy(p.map((value, at) => (value + q[at]!) / 2)) - (entropy(p) + entropy(q)) / 2
  const side = divergence([1, 0], [0.5, 0.5])
  return [
    `${divergence([0.5, 0.5], [0.9, 0.1]).toFixed(3)} for $p=(0.5,0.5)$`,
    `${side.toFixed(3)} + ${divergence([0.5, 0.5], [0, 1]).toFixed(3)} against ${divergence([1, 0], [0, 1]).toFixed(3)}`,
    `which is ${((10_000 - 1) / (4 * 100_000)).toFixed(3)} nats`,
  ]
}

/** `kl-divergence`: one Gaussian for two, both directions between two Gaussians, three averages. */
function directions(): string[] {
  const both = (x: number): number => (normal(x, -2, 0.5) + normal(x, 2, 0.5)) / 2
  const divergence = (p: (x: number) => number, q: (x: number) => number): number =>
    integral((x) => (p(x) === 0 ? 0 : p(x) * Math.log(p(x) / q(x))), -12, 12)
  const [narrow, wide] = [(x: number) => normal(x, 0, 1), (x: number) => normal(x, 1, 2)]
  const log = (x: number): number => Math.log(wide(x) / narrow(x))
  const average = (value: (x: number) => number): number => integral((x) => narrow(x) * value(x), -12, 12)
  const centre = average((x) => -log(x))
  return [
    `mean 0, variance ${integral((x) => x * x * both(x), -12, 12).toFixed(2)} | ${divergence(both, (x) => normal(x, 0, Math.sqrt(4.25))).toFixed(3)} |`,
    `standard deviation 0.500 | ${divergence((x) => normal(x, 2, 0.5), both).toFixed(3)} |`,
    `gives ${divergence(narrow, wide).toFixed(3)}; in the other direction ${divergence(wide, narrow).toFixed(3)}`,
    `has standard deviation ${Math.sqrt(average((x) => (log(x) + centre) ** 2)).toFixed(2)}`,
    `its mean is ${average((x) => log(x) ** 2 / 2).toFixed(3)}`,
  ]
}

/** `normalizing-flows`: one coupling layer at one point. */
function coupling(): string[] {
  const scale = Math.tanh(0.5)
  const image = 1.2 * Math.exp(scale) + 1
  return [
    `has $s=${scale.toFixed(3)}$`,
    `e^{0.462}+1=${image.toFixed(3)}`,
    `+0.462=${(-(0.5 ** 2 + image ** 2) / 2 - Math.log(2 * Math.PI) + scale).toFixed(3)}`,
  ]
}

/** `harris-corner-detection`: the quadrant, its corner, edge and inside. */
function corners(): string[] {
  const image = (row: number, column: number): number => (row >= 5 && column >= 5 ? 1 : 0)
  const measure = (row: number, column: number): { values: number[]; score: number } => {
    const [xx, xy, yy] = [0, 1, 2].map((which) =>
      sum(
        range(9).map((at) => {
          const [r, c] = [row + Math.floor(at / 3) - 1, column + (at % 3) - 1]
          const slopes = [(image(r, c + 1) - image(r, c - 1)) / 2, (image(r + 1, c) - image(r - 1, c)) / 2]
          return [slopes[0]! ** 2, slopes[0]! * slopes[1]!, slopes[1]! ** 2][which]!
        }),
      ),
    ) as [number, number, number]
    return {
      values: eigenvalues([
        [xx, xy],
        [xy, yy],
      ]),
      score: xx * yy - xy ** 2 - 0.05 * (xx + yy) ** 2,
    }
  }
  const spots = [
    ['corner', 5, 5],
    ['edge', 8, 5],
    ['inside', 8, 8],
  ] as const
  const longest = (0.9 + Math.sqrt(0.9 ** 2 - 4 * 0.05 ** 2)) / (2 * 0.05)
  return [
    `\\rho<${longest.toFixed(2)}$`,
    ...spots.map(([name, row, column]) => {
      const { values, score } = measure(row, column)
      return `| ${name} (${row}, ${column}) | ${values.map((value) => Number(value.toFixed(4))).join(', ')} | ${Number(score.toFixed(4))} |`
    }),
  ]
}

/** The place below which a Beta distribution has a given probability, by halving. */
function betaQuantile(probability: number, a: number, b: number): number {
  const density = (x: number): number =>
    Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log(1 - x) - a * Math.log(a / (a + b)) - b * Math.log(b / (a + b)))
  const whole = integral(density, 0, 1)
  let [low, high] = [0, 1]
  for (let step = 0; step < 24; step++) {
    const middle = (low + high) / 2
    if (integral(density, 0, middle, 8000) / whole < probability) low = middle
    else high = middle
  }
  return low
}

/** `conformal-prediction`: coverage of the set in hand, over calibration sets. */
const coverage = (): string[] =>
  [100, 1000].map((count) => {
    const rank = Math.ceil((count + 1) * 0.9 - 1e-9)
    const ends = [0.05, 0.95].map((chance) => betaQuantile(chance, rank, count + 1 - rank).toFixed(3))
    return `| ${count} | ${(rank / (count + 1)).toFixed(3)} | ${ends.join(' to ')} |`
  })

/** The largest of independent standard normal numbers, on average. */
const largest = (count: number): number => {
  const below = (x: number): number => (x < -9 ? 0 : integral((z) => normal(z, 0, 1), -9, x, 400))
  return integral((x) => x * count * normal(x, 0, 1) * below(x) ** (count - 1), -8, 8, 1000)
}

/** For each note, what prints its numbers. */
export const inferenceForms: Readonly<Record<string, () => string[]>> = {
  autoencoders: () => [`give $r(\\tilde x)=${1 / 1.25}\\,\\tilde x$`],
  'confident-learning-principled-data-cleaning': () => [
    `$t_0=${Number(mean([0.9, 0.8, 0.7, 0.2]).toFixed(4))}$, $t_1=${Number((1 - mean([0.4, 0.3, 0.2, 0.75])).toFixed(4))}$`,
  ],
  'conformal-prediction': coverage,
  'deep-q-learning': () => [
    `has mean ${largest(4).toFixed(2)} for $n=4$, ${largest(10).toFixed(2)} for $n=10$, ${largest(18).toFixed(2)} for $n=18$`,
  ],
  'distant-supervision': () => [`1-0.8^{10}=${(1 - 0.8 ** 10).toFixed(3)}`, `lies at ${0.6 * 0.5}.`],
  'emergent-misalignment-in-llms': () => [
    `up to ${(100 * (1 - 0.05 ** (1 / 50))).toFixed(1)} %`,
    `bring that to ${(100 * (1 - 0.05 ** (1 / 400))).toFixed(2)} %`,
  ],
  'harris-corner-detection': corners,
  'jensen-shannon-divergence': sources,
  'kl-divergence': directions,
  'maximum-a-posteriori-map': () => [`8/12=${(8 / 12).toFixed(3)}$`, `p=9/14=${(9 / 14).toFixed(3)}$`],
  'maximum-likelihood-estimation': () => [
    `=\\frac{3}{36}=${(3 / (2 + 5 + 9 + 10 + 10)).toFixed(3)} .`,
    `$3/16=${(3 / 16).toFixed(2)}$, counting them as failures $5/36=${(5 / 36).toFixed(2)}$`,
  ],
  'maximum-mean-discrepancy-mmd': () => {
    const distance = (scale: number): number =>
      ((2 * scale) / Math.sqrt(scale ** 2 + 2)) * (1 - Math.exp(-1 / (2 * (scale ** 2 + 2))))
    return [`${[0.1, 1, 10].map((scale) => distance(scale).toFixed(3)).join(', ')} for`]
  },
  'normalizing-flows': coupling,
  'probabilistic-generative-models': () => [
    `gives ${(4 / 5).toFixed(2)}.`,
    `that is ${(16 / 17).toFixed(3)},`,
    `100 means, ${((50 * 51) / 2).toLocaleString('en-US')} covariances and one frequency, ${(100 + (50 * 51) / 2 + 1).toLocaleString('en-US')} numbers`,
  ],
  'state-update-functions-in-partially-observable-mdp': () => {
    const odds = Math.log(0.85 / 0.15)
    return [
      `=${odds.toFixed(3)}\\,(n_L-n_R)$`,
      `${(1 / (1 + Math.exp(-odds))).toFixed(2)} at $k=1$, ${(1 / (1 + Math.exp(-4 * odds))).toFixed(4)} at $k=4$`,
    ]
  },
  'stochastic-gradients': () => [`second factor is ${(900 / 999).toFixed(3)}`],
  'why-generative-models': () => [`at radius about ${Math.sqrt(1000).toFixed(1)}`],
}
