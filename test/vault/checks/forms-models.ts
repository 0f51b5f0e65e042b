import { range, sum } from './numbers.ts'

/** Numbers of the notes on models and their training that follow from a formula alone, each as it stands in the text. */

/** `backpropagation`: the smallest net. */
export function smallestNet(): string[] {
  const hidden = Math.tanh(0.5)
  const output = 1 / (1 + Math.exp(hidden))
  return [
    `| $h$ | ${hidden.toFixed(4)} |`,
    `| $p$ | ${output.toFixed(4)} |`,
    `| loss | ${(-Math.log(output)).toFixed(4)} |`,
    `$\\partial L/\\partial w_2=\\delta h$ | ${((output - 1) * hidden).toFixed(4)} |`,
    `| ${((1 - output) * (1 - hidden ** 2)).toFixed(4)} |`,
  ]
}

/** `transformers`: parameters of the GPT-2 family. */
export function gptFamily(): string[] {
  return [
    [768, 12],
    [1024, 24],
    [1280, 36],
    [1600, 48],
  ].map(([width = 0, blocks = 0]) => {
    const table = (50257 + 1024) * width
    const body = blocks * (12 * width ** 2 + 13 * width) + 2 * width
    const cells = [table, body, table + body].map((count) => `${(count / 1e6).toFixed(1)} M`)
    return `| ${width} | ${blocks} | ${width / 64} | ${cells.join(' | ')} |`
  })
}

/** `convolutional-neural-networks-cnn`: LeNet-5 and the stages of ResNet-18. */
export function networkSizes(): string[] {
  const convolutions = [(25 + 1) * 6, (25 * 6 + 1) * 16]
  const dense = 401 * 120 + 121 * 84 + 85 * 10
  const spaced = (count: number): string => count.toLocaleString('en-US').replaceAll(',', ' ')
  const stage = (from: number, to: number): number =>
    9 * from * to + 9 * to * to + 4 * to + 18 * to * to + 4 * to + (from === to ? 0 : from * to + 2 * to)
  const stages = [
    [64, 64],
    [64, 128],
    [128, 256],
    [256, 512],
  ].map(([from = 0, to = 0]) => stage(from, to))
  const all = 147 * 64 + 128 + sum(stages) + 513 * 1000
  const millions = stages.map((count) => (count / 1e6).toFixed(2))
  return [
    `| ${spaced(dense)} | ${spaced(400 * 120 + 120 * 84 + 840)} |`,
    `Of ${spaced(sum(convolutions) + dense)} parameters`,
    `${millions.slice(0, 3).join(', ')} and ${millions[3]} million of ${(all / 1e6).toFixed(2)} in all`,
  ]
}

/** `ensemble-methods`: four rounds of boosting with stumps. */
export function boosting(): string[] {
  const targets = [1, 1, 2, 6, 6, 8]
  const fitted = range(6).map(() => sum(targets) / 6)
  const mean = (values: readonly number[]): number => sum(values) / values.length
  return range(4).map((round) => {
    const rest = targets.map((target, at) => target - fitted[at]!)
    const squares = (cut: number): number =>
      sum([rest.slice(0, cut), rest.slice(cut)].map((part) => sum(part.map((value) => (value - mean(part)) ** 2))))
    const cut = [1, 2, 3, 4, 5].reduce((best, one) => (squares(one) < squares(best) - 1e-12 ? one : best))
    for (const at of range(6)) fitted[at]! += mean(at < cut ? rest.slice(0, cut) : rest.slice(cut))
    const error = mean(targets.map((target, at) => (target - fitted[at]!) ** 2))
    return `| ${round + 1} | ${cut + 0.5} | ${fitted.map((value) => value.toFixed(2)).join(', ')} | ${error.toFixed(3)} |`
  })
}

/** `logistic-regression`: Newton's steps on eight doses, and what they give. */
export function doses(): string[] {
  const answers = [0, 0, 0, 1, 0, 1, 1, 1]
  let [intercept, slope] = [0, 0]
  const rows: string[] = []
  let spread = [0, 0]
  for (let step = 1; step <= 6; step++) {
    const chances = answers.map((_, at) => 1 / (1 + Math.exp(-intercept - slope * (at + 1))))
    const weights = chances.map((chance) => chance * (1 - chance))
    const [a, b, c] = [0, 1, 2].map((power) => sum(weights.map((weight, at) => weight * (at + 1) ** power))) as [
      number,
      number,
      number,
    ]
    const rest = answers.map((answer, at) => answer - chances[at]!)
    const [g0, g1] = [sum(rest), sum(rest.map((value, at) => value * (at + 1)))]
    const scale = a * c - b * b
    intercept += (c * g0 - b * g1) / scale
    slope += (a * g1 - b * g0) / scale
    spread = [Math.sqrt(c / scale), Math.sqrt(a / scale)]
    const likelihood = sum(
      answers.map((answer, at) => -Math.log(1 + Math.exp((answer === 1 ? -1 : 1) * (intercept + slope * (at + 1))))),
    )
    if (step !== 5) rows.push(`| ${step} | ${intercept.toFixed(3)} | ${slope.toFixed(3)} | ${likelihood.toFixed(3)} |`)
  }
  return [
    ...rows,
    `standard errors ${spread[0]!.toFixed(2)} and ${spread[1]!.toFixed(2)}`,
    `multiplies the odds by ${Math.exp(slope).toFixed(2)}`,
  ]
}

/** `maml-model-agnostic-meta-learning`: where three methods start. */
export function metaStarts(): string[] {
  const tasks = [
    { curve: 1, centre: 0 },
    { curve: 4, centre: 1 },
  ]
  return [0, 1, 2].map((power) => {
    const weights = tasks.map(({ curve }) => curve * (1 - 0.1 * curve) ** power)
    const start = sum(tasks.map(({ centre }, at) => centre * weights[at]!)) / sum(weights)
    const loss = sum(tasks.map(({ curve, centre }) => (curve / 2) * ((1 - 0.1 * curve) * (start - centre)) ** 2))
    return `| ${start.toFixed(3)} | ${loss.toFixed(4)} |`
  })
}

/** `focal-loss`: what is predicted where the truth is q, by bisection on the derivative. */
export function focalTargets(): string[] {
  const predicted = (truth: number): number => {
    const slope = (p: number): number => (1 - p) ** 2 * (2 * p * Math.log(p) + p - 1)
    let [low, high] = [0.5, 0.9999]
    for (let round = 0; round < 80; round++) {
      const middle = (low + high) / 2
      if (truth * slope(middle) - (1 - truth) * slope(1 - middle) < 0) low = middle
      else high = middle
    }
    return low
  }
  return [0.7, 0.9, 0.99].map((truth) => `| ${truth} | ${predicted(truth).toFixed(3)} |`)
}

/** `polyloss`: the same with the first coefficient changed. */
export function polyTargets(): string[] {
  const solved = (extra: number): number => {
    let [low, high] = [0.5, 1]
    for (let round = 0; round < 80; round++) {
      const p = (low + high) / 2
      if (p - 0.7 < extra * 0.4 * p * (1 - p)) low = p
      else high = p
    }
    return low
  }
  return [`gives $p=${solved(2).toFixed(3)}$`, `gives ${solved(-1).toFixed(3)}.`]
}

/** `positional-encoding`: similarity of two positions. */
export function similarityOfPositions(): string[] {
  const product = (offset: number): number => sum(range(32).map((at) => Math.cos(offset * 10_000 ** ((-2 * at) / 64))))
  return [`| inner product, $d=64$ | ${[0, 1, 5, 20, 100].map((offset) => product(offset).toFixed(2)).join(' | ')} |`]
}

/** `darwin-godel-machine-dgm`: who becomes a parent. */
export function parents(): string[] {
  const agents = [
    [0.2, 0],
    [0.5, 9],
    [0.4, 1],
    [0.45, 0],
  ] as const
  const weights = agents.map(([accuracy, children]) => 1 / (1 + Math.exp(-10 * (accuracy - 0.5))) / (1 + children))
  return agents.map(
    ([accuracy, children], at) =>
      `| ${accuracy.toFixed(2)} | ${children} | ${weights[at]!.toFixed(3)} | ${(weights[at]! / sum(weights)).toFixed(3)} |`,
  )
}

/** `learning-to-rank`: gain of a short list. */
export function shortList(): string[] {
  const gain = (grades: readonly number[]): number =>
    sum(grades.map((grade, at) => (2 ** grade - 1) / Math.log2(at + 2)))
  const [found, ideal] = [gain([2, 3, 0, 1]), gain([3, 2, 1, 0])]
  return [`=${found.toFixed(2)}$; the ideal order has ${ideal.toFixed(2)}, so NDCG is ${(found / ideal).toFixed(3)}`]
}
