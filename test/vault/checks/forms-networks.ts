import { range, sum, thousands } from './numbers.ts'

/** Numbers of the notes on networks, their training and agents, each computed anew and as it stands in the text. */

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value))

/** `backpropagation-through-time-bptt`: what each length of the window keeps of a derivative. */
function windows(): string[] {
  const states = [0]
  for (const step of range(4)) states.push(0.5 * states[step]! + 1)
  const kept = (steps: number): number => sum(range(steps).map((lag) => 0.5 ** lag * states[3 - lag]!))
  return [
    `The states are ${states.slice(1).join(', ')}`,
    `=${kept(4)}$. BPTT`,
    ...[1, 2, 3].map((steps) => `| ${steps}${steps === 3 ? ' or more' : ''} | ${kept(steps).toFixed(2)} |`),
  ]
}

/** `bert`: shares of the tokens, and the weights of the base model. */
function maskedModel(): string[] {
  const width = 768
  const block = 4 * (width * width + width) + 2 * 4 * width * width + 5 * width + 4 * width
  const weights = (30_522 + 512 + 2) * width + 2 * width + 12 * block + width * width + width
  return [`Of all tokens ${0.15 * 80} % become masks, ${0.15 * 10} % noise`, `gives ${thousands(weights, ' ')} weights`]
}

/** `challenges-of-optimizing-deep-models`: steps of gradient descent in a valley and off a saddle. */
const slowSteps = (): string[] => [
  `about ${Math.ceil(Math.log(1000) / Math.log(1001 / 999))} iterations`,
  `takes ${Math.ceil(Math.log(1e6) / Math.log(1.2))} steps`,
]

/** `lstm`: what a forget gate leaves. */
function gates(): string[] {
  const power = (value: number): string => {
    const exponent = Math.floor(Math.log10(value))
    return `$${Math.round(value / 10 ** exponent)}\\cdot10^{${exponent}}$`
  }
  const rows = [
    [0.5, 0],
    [sigmoid(1), 1],
    [0.9, 2.2],
    [0.99, 4.6],
  ] as const
  return [
    `: ${thousands(4 * 128 * (128 + 100 + 1))} for`,
    ...rows.map(([gate, bias]) => {
      const late = gate ** 100
      return `| ${Number(gate.toFixed(3))} | ${bias} | ${(gate ** 10).toFixed(3)} | ${late > 0.01 ? late.toFixed(3) : power(late)} |`
    }),
  ]
}

/** `model-based-reinforcement-learning`: how errors of a model add up. */
function errorsCompound(): string[] {
  const bound = (discount: number): number => 0.01 / (1 - discount) + (discount * 0.01) / (1 - discount) ** 2
  const leaving = 1 / (1 - 0.9 * 0.99)
  return [
    `after 15 steps ${(100 * 0.99 ** 15).toFixed(0)} % of the roll-outs are intact, after 50 steps ${(100 * 0.99 ** 50).toFixed(0)} %, after 100 steps ${(100 * 0.99 ** 100).toFixed(0)} %`,
    `the bound is ${bound(0.9).toFixed(1)} where`,
    `it is ${bound(0.99).toFixed(0)}, which`,
    `are 10 and ${leaving.toFixed(2)}, an error of ${(10 - leaving).toFixed(2)} where the bound, with exact rewards, says ${((0.9 * 0.01) / 0.1 ** 2).toFixed(2)}`,
  ]
}

/** `monte-carlo-rl-methods`: expected averages of two ways to count visits, sums of a diverging series. */
function visits(): string[] {
  const length = (value: (steps: number) => number): number =>
    sum(range(2000).map((at) => value(at + 1) * 0.9 ** at * 0.1))
  const terms = (count: number): number => 0.2 * sum(range(count).map((at) => 1.8 ** at))
  return [
    `expected ${length((steps) => (steps + 1) / 2).toFixed(1)}. Heavily`,
    `=${length((steps) => (steps * (steps + 1)) / 2).toFixed(0)}/${length((steps) => steps).toFixed(0)}=10$`,
    `Ten terms sum to ${terms(10).toFixed(0)}, twenty to ${thousands(Math.round(terms(20)))}`,
  ]
}

/** `ppo-proximal-policy-optimization`: the clipped objective at two ratios. */
const clipped = (): string[] =>
  [1.3, 0.7].flatMap((ratio) =>
    [1, -1].map((advantage) => {
      const value = Math.min(ratio * advantage, Math.min(1.2, Math.max(0.8, ratio)) * advantage)
      return `| ${ratio} | ${advantage > 0 ? '+1' : '-1'} | ${value} |`
    }),
  )

/** `hough-transform`: the lines through three pixels. */
const votes = (): string[] =>
  [0, 45, 90, 135].map((degrees) => {
    const angle = (degrees * Math.PI) / 180
    const distances = [
      [0, 4],
      [2, 2],
      [4, 0],
    ].map(([x = 0, y = 0]) => Number((x * Math.cos(angle) + y * Math.sin(angle)).toFixed(2)) + 0)
    return `| ${degrees}° | ${distances.join(', ')} |`
  })

/** The full convolution of two sequences. */
const convolve = (f: readonly number[], g: readonly number[]): number[] =>
  range(f.length + g.length - 1).map((n) => sum(f.map((value, m) => value * (g[n - m] ?? 0))))

/** For each note, what prints its numbers. */
export const networkForms: Readonly<Record<string, () => string[]>> = {
  alphaevolve: () => [`approx${Math.log2(7).toFixed(4)}$`, `approx${(Math.log2(48) / 2).toFixed(4)}$`],
  'autoregressive-models': () => [
    `| ${thousands(784 + (784 * 783) / 2, ' ')} (784 biases, ${thousands((784 * 783) / 2, ' ')} weights) |`,
    `that is ${(100 * 0.999 ** 784).toFixed(0)} %`,
  ],
  'backpropagation-through-time-bptt': windows,
  bert: maskedModel,
  'byte-pair-encoding': () => [`spends ${((50_257 * 768) / 1e6).toFixed(1)} of its 124 million`],
  'challenges-of-gan': () => [
    `the first slope has size ${0.01} and the second ${1 - 0.01}`,
    `grows by ${(1.01 ** 50).toFixed(2)} in 100 steps`,
    `-> ${(1.01 ** 50).toFixed(4)}`,
  ],
  'challenges-of-optimizing-deep-models': slowSteps,
  'cnns-for-nlp': () => [`=${thousands((3 + 4 + 5) * 300 * 100 + 300, '\\,')}$ weights plus ${300 * 2 + 2} for`],
  convolution: () => [
    `$[1,2,3]*[1,1]=[${convolve([1, 2, 3], [1, 1]).join(',')}]$`,
    `make $[${convolve(convolve([1, 1, 1], [1, 1, 1]), [1, 1, 1]).join(',')}]$`,
  ],
  'collaborative-filtering': () => [
    `that is ${((100_000 + 10_000) * 50) / 1e6} million vector entries`,
    `it shrinks to $10/6=${(10 / 6).toFixed(2)}$`,
    `some ${40 * 30 * 0.6} numbers determine ${2 * (40 + 30)}`,
  ],
  'compositional-semantics-and-sentence-representations': () => [
    `| ${2 * 25 * 25} |`,
    `| ${thousands(50 * 50 * 25, ' ')} more |`,
  ],
  dreamer: () => [
    `0.95^{15}=${(0.95 ** 15).toFixed(2)}$`,
    `so 1000 becomes ${Math.log(1001).toFixed(2)} and 10 becomes ${Math.log(11).toFixed(2)}`,
    `are ${32 * Math.log2(32)} bits`,
  ],
  gru: () => [`${thousands(3 * 128 * (128 + 100 + 1))} for $n=128$`],
  'hough-transform': votes,
  'inverse-reinforcement-learning': () => [`\\approx${Math.log(0.75 / 0.25).toFixed(2)}$`],
  'loss-functions': () => {
    const pull = (at: number): number =>
      sum([1, 2, 3, 4, 100].map((target) => Math.max(-10, Math.min(10, at - target))))
    const optimum = range(10_000).find((at) => pull(at / 100) >= 0)! / 100
    return [
      `Squared error says ${110 / 5}, absolute error 3`,
      `so $m=${optimum}$`,
      `the sizes are ${0.999} and ${(0.999 * 0.001 * 0.999).toFixed(3)}`,
    ]
  },
  lstm: gates,
  'map-elites': () =>
    [100, 1000].map((cells) => `${(cells * sum(range(cells).map((at) => 1 / (at + 1)))).toFixed(1)} for ${cells}`),
  'model-based-reinforcement-learning': errorsCompound,
  'monte-carlo-rl-methods': visits,
  'natural-policy-gradient': () => [`plain gradient is ${Number((0.01 * 0.99).toFixed(4))}`],
  'on-policy-learning-with-approximation': () => [
    `${((5 - 4 * 0.99) / 2).toFixed(2)} at $\\gamma=0.99$`,
    `the factor is ${(1 / (1 - 0.99 ** 2)).toFixed(0)}, so`,
  ],
  'pgt-actor-critic': () => [`$\\delta=${(1 + 0.9 * 3 - 2).toFixed(1)}$`],
  'ppo-proximal-policy-optimization': clipped,
  rmsnorm: () => {
    const root = Math.sqrt(30 / 4)
    const spread = Math.sqrt(5 / 4)
    return [
      `approx${root.toFixed(3)}$`,
      `(${[1, 2, 3, 4].map((value) => (value / root).toFixed(3)).join(',')})`,
      `(${[1, 2, 3, 4].map((value) => ((value - 2.5) / spread).toFixed(3)).join(',')})`,
    ]
  },
  'tiny-reasoning-model-trm': () => [`=${3 * (6 + 1) * 2}$ per step`],
}
