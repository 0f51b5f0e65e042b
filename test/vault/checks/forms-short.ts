import { sum } from './numbers.ts'

/** Single numbers of the notes that follow from a formula alone, each as it stands in the text. */

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value))
const digits = (values: readonly number[], places: number): string =>
  values.map((value) => value.toFixed(places)).join(', ')

/** Probability that a standard normal exceeds a value, by Simpson's rule. */
function tail(from: number): number {
  const [steps, width] = [4000, 12]
  const at = (place: number): number => Math.exp(-((from + (place * width) / steps) ** 2) / 2)
  const weights = [...Array(steps + 1).keys()].map((place) => (place % steps === 0 ? 1 : place % 2 === 1 ? 4 : 2))
  return (sum(weights.map((weight, place) => weight * at(place))) * width) / steps / 3 / Math.sqrt(2 * Math.PI)
}

/** `importance-sampling`: what each mean of the proposal gains. */
function tilting(): string[] {
  const chance = tail(4)
  const gain = (mean: number): number => (chance * (1 - chance)) / (Math.exp(mean ** 2) * tail(4 + mean) - chance ** 2)
  return [`| factor | ${[0, 1, 2, 3, 4, 4.12, 5, 6].map((mean) => gain(mean).toFixed(0)).join(' | ')} |`]
}

/** `markov-decision-processes`: visits of the linear program, free and with a limit of one repair. */
function visits(): string[] {
  const good = 1 / (1 - 0.63 - 0.243)
  const limited = 1.9 / 0.37
  const worn = (0.27 * limited - 1) / 0.1
  return [
    `runs ${good.toFixed(3)} times (good) and repairs ${(0.27 * good).toFixed(3)} times`,
    `${limited.toFixed(3)} times and the worn one ${worn.toFixed(3)} times, and earns ${(6 * limited + 2 * worn - 5).toFixed(2)}`,
    `=${(1 / (1 + worn)).toFixed(3)}$, and no deterministic`,
  ]
}

/** `least-squares-for-classification`: where the boundary goes for one more correct point. */
function farPoints(): string[] {
  return [10, 20, 30].map((far) => {
    const inputs = [-2, -1, 1, 2, far]
    const targets = [-1, -1, 1, 1, 1]
    const [x, t] = [sum(inputs) / 5, sum(targets) / 5]
    const slope = sum(inputs.map((one, at) => (one - x) * targets[at]!)) / sum(inputs.map((one) => (one - x) ** 2))
    return `| ${far} | ${(x - t / slope).toFixed(2)} |`
  })
}

/** `contrastive-divergence`: exact gradient and those of short chains, for two pixels and one hidden unit. */
function shortChains(): string[] {
  const states = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ] as const
  return [
    [0.5, 0.2],
    [5, 5],
  ].map(([one = 0, two = 0]) => {
    const hidden = ([a, b]: readonly [number, number]): number => sigmoid(one * a + two * b - 2)
    const weight = ([a, b]: readonly [number, number]): number =>
      Math.exp(-a - b) * (1 + Math.exp(one * a + two * b - 2))
    const move = (from: readonly [number, number], [a, b]: readonly [number, number]): number =>
      sum(
        [1, 0].map((unit) => {
          const [p, q] = [sigmoid(one * unit - 1), sigmoid(two * unit - 1)]
          return (unit === 1 ? hidden(from) : 1 - hidden(from)) * (a === 1 ? p : 1 - p) * (b === 1 ? q : 1 - q)
        }),
      )
    const average = (chances: readonly number[]): number =>
      sum(states.map((state, at) => chances[at]! * state[0] * hidden(state)))
    const data = [0.5, 0, 0, 0.5]
    const after = (steps: number): number[] =>
      steps === 0 ? data : states.map((to) => sum(after(steps - 1).map((chance, at) => chance * move(states[at]!, to))))
    let ten = data
    for (let step = 0; step < 10; step++)
      ten = states.map((to) => sum(ten.map((chance, at) => chance * move(states[at]!, to))))
    const all = sum(states.map(weight))
    const gaps = [states.map((state) => weight(state) / all), after(1), ten].map(
      (chances) => average(data) - average(chances),
    )
    return `| ${one}, ${two} | ${gaps.map((gap) => gap.toFixed(4)).join(' | ')} |`
  })
}

/** `recurrent-neural-networks-rnn`: a unit that holds one bit, and what that does to its gradient. */
function latch(): string[] {
  return [1.1, 1.5, 2, 3].map((weight) => {
    let state = 1
    for (let step = 0; step < 5000; step++) state = Math.tanh(weight * state)
    const turning = Math.sqrt(1 - 1 / weight)
    const resisted = weight * turning - Math.atanh(turning)
    const slope = weight * (1 - state ** 2)
    const [digits, power] = (slope ** 10).toExponential(1).split('e')
    const cells = [state, resisted, slope].map((value) => value.toFixed(3))
    return `| ${weight} | ${cells.join(' | ')} | $${digits}\\cdot10^{${power}}$ |`
  })
}

/** `pathwise-gradient-estimator`: mean and spread of the relaxed derivative of a coin, over the quantiles of its noise. */
function relaxedCoin(): string[] {
  const quantiles = [...Array(200_000).keys()].map((at) => (at + 0.5) / 200_000)
  return [2, 1, 0.5, 0.1].map((temperature) => {
    const slopes = quantiles.map((quantile) => {
      const soft = sigmoid(Math.log(quantile / (1 - quantile)) / temperature)
      return (8 * (soft - 0.45) * soft * (1 - soft)) / temperature
    })
    const mean = sum(slopes) / slopes.length
    const spread = Math.sqrt(sum(slopes.map((slope) => (slope - mean) ** 2)) / slopes.length)
    return `| $\\tau=${temperature}$ | ${mean.toFixed(3)} | ${spread.toFixed(2)} |`
  })
}

/** Numbers of each note that take a line. */
export const shortForms: Readonly<Record<string, () => string[]>> = {
  'advantage-functions': () => {
    const [chances, values] = [
      [0.5, 0.3, 0.2],
      [4, 2, 1],
    ]
    const state = sum(chances.map((chance, at) => chance * values[at]!))
    return [
      `state value ${state.toFixed(1)} and advantages ${digits(
        values.map((value) => value - state),
        1,
      )}`,
    ]
  },
  'capsule-networks-capsnet': () => [
    `become ${[0.1, 0.5, 1, 3].map((length) => Number((length ** 2 / (1 + length ** 2)).toFixed(4))).join(', ')}`,
  ],
  'class-imbalance': () => [
    `=${(0.009 / (0.009 + 0.99 * 0.05)).toFixed(3)} .`,
    `0.5 becomes ${(0.05 / 0.55).toFixed(3)} and 0.9 becomes ${(0.09 / 0.19).toFixed(3)}`,
  ],
  'contrastive-divergence': shortChains,
  'discriminant-functions': () => [`with $J=${(4 / (4 - 2 * 1.9 ** 2 + 1.9 ** 2)).toFixed(2)}$`],
  'distribution-shift': () => [`so the answer is ${(6 / 7).toFixed(3)}`],
  'fisher-information': () => [
    `gives $${((0.01 ** 2 / 0.21 / 2) * 1e4).toFixed(3)}\\cdot10^{-4}$`,
    `is $${((0.3 * Math.log(0.3 / 0.31) + 0.7 * Math.log(0.7 / 0.69)) * 1e4).toFixed(3)}\\cdot10^{-4}$`,
    `is ${(0.9 / 0.6 ** 2 + 0.1 / 0.4 ** 2).toFixed(3)}, while $F=${(1 / 0.24).toFixed(3)}$`,
  ],
  'importance-sampling': tilting,
  infogan: () => [`the bound is ${(Math.log(10) + 0.95 * Math.log(0.95) + 0.05 * Math.log(0.05 / 9)).toFixed(3)}`],
  'jensens-inequality': () => [
    `gap is ${(-Math.log(0.75) / 2).toFixed(3)} and the estimate 0.125`,
    `=${Math.exp(0.5).toFixed(3)}$`,
    `=${Math.exp(4.5).toFixed(1)}$`,
  ],
  'learning-to-defer': () => [digits([0.6 / 1.7, 0.4 / 1.7, 0.7 / 1.7], 3)],
  'least-squares-for-classification': farPoints,
  'markov-decision-processes': visits,
  'minimal-criterion-coevolution': () => [`per round, ${((1.9 / 1.6) ** 10).toFixed(1)} after ten`],
  'mixture-of-experts': () =>
    [0.5, 1].map((scale) => {
      const [near, far] = [0.1, 1].map((error) => Math.exp(-((error / scale) ** 2) / 2)) as [number, number]
      return `(${(near / (near + far)).toFixed(3)},${(far / (near + far)).toFixed(3)})`
    }),
  'mixture-of-experts-in-transformers-moe': () => [
    `approx${((3 * 4096 * 14336 * 32 * 8) / 1e9).toFixed(1)}$ billion`,
    `it is ${(4 * (0.49 + 0.03)).toFixed(2)}`,
  ],
  'model-complexity-and-occams-razor': () => [`so the factor is ${(1 / 110 / (0.9 ** 9 * 0.1)).toFixed(2)}`],
  'off-policy-learning-with-approximation': () => [Math.round(1.098 ** 100).toLocaleString('en-US')],
  'pathwise-gradient-estimator': relaxedCoin,
  ranknet: () =>
    [2, 0, -2].map(
      (margin) =>
        `| ${margin} | ${Math.log(1 + Math.exp(-margin)).toFixed(3)} | ${Number(sigmoid(-margin).toFixed(3))} |`,
    ),
  'recurrent-neural-networks-rnn': latch,
  'regularized-least-squares': () =>
    [
      [10, 3],
      [1, 3],
      [0.1, 4],
    ].map(([size = 0, places = 0]) => `| ${size} | ${(size ** 2 / (size ** 2 + 1)).toFixed(places)} |`),
  'reinforce-score-function-estimator': () =>
    // Moments of (x^2 - b)(x - 1) for x normal around 1: the square of the score times the square of the payoff.
    [0, 2].map((baseline) => `${34 - 2 * baseline * 4 + baseline ** 2 - 4} |`),
  'reinforcement-learning-problem-setup': () => [
    `=${(0.9 ** 4 * 10).toFixed(2)}$`,
    `gives ${(0.9 ** 4 * 10 + 2 * (1 + 0.9 + 0.81 + 0.729 + 0.6561)).toFixed(2)}, looping`,
  ],
  'singular-value-decomposition-svd': () => [`(${Math.sqrt(45).toFixed(3)},\\,${Math.sqrt(5).toFixed(3)})`],
  'towards-an-ai-co-scientist': () => [
    digits(
      [100, 200, 400].map((lead) => 1 / (1 + 10 ** (-lead / 400))),
      3,
    ),
  ],
  'trpo-trust-region-policy-optimization': () => [
    `the factor is ${Math.sqrt(0.02 / (0.01 / 0.25 + 0.0004 / 0.0099)).toFixed(3)}`,
    `approx ${Math.round((4 * 0.99) / 0.01 ** 2)}`,
  ],
  'variational-autoencoders': () => [`costs ${((1 + 0.25 - 1 - Math.log(0.25)) / 2).toFixed(3)} nats`],
  'why-implicit-density-models': () => [
    `${Math.log(100).toFixed(2)} nats`,
    `${(Math.log2(100) / 3072).toFixed(4)} bits per dimension`,
  ],
}
