import { range, sum } from './numbers.ts'

/** Numbers of the notes that follow from a formula alone, each as it stands in the text. */

/** `autoregressive-generation-and-kv-caching-in-transformers`: operations with and without the cache; yield of guesses. */
export function caching(): string[] {
  const [width, tokens] = [4096, 1000]
  const steps = range(tokens).map((step) => step + 1)
  const again = sum(steps.map((step) => 24 * step * width ** 2 + 4 * step ** 2 * width))
  const cached = sum(steps.map((step) => 24 * width ** 2 + 4 * step * width))
  return [
    `${(sum(steps) / 1000).toFixed(1).replace('.', ' ')}00 token passes`,
    `the ratio of the two sums is ${Math.round(again / cached)}`,
    `${((1 - 0.8 ** 5) / 0.2).toFixed(2)} for $a=0.8$ and $\\gamma=4$`,
  ]
}

/** `discrete-fourier-transform`: leakage of 8.5 cycles in 64 samples, without counting rounding errors. */
export function leakage(): string[] {
  const magnitudes = range(64).map((bin) => {
    const parts = range(64).map((at) => {
      const value = Math.cos((2 * Math.PI * 8.5 * at) / 64)
      const turn = (-2 * Math.PI * bin * at) / 64
      return [value * Math.cos(turn), value * Math.sin(turn)] as const
    })
    return Math.hypot(sum(parts.map(([real]) => real)), sum(parts.map(([, imaginary]) => imaginary)))
  })
  const above = magnitudes.filter((magnitude) => magnitude > 1 + 1e-9).length
  return [`falls to ${Math.max(...magnitudes).toFixed(1)} and ${above} of the 64 bins exceed 1`]
}

/** `bias-vs-variance-in-machine-learning`: variance of the minimum-norm fit; best size against cost. */
export function doubleDescent(): string[] {
  const variance = (features: number): number =>
    features < 100 ? features / (100 - features - 1) : 100 / (features - 100 - 1)
  return [
    `| ${[50, 90, 110, 200, 1000].map((features) => variance(features).toPrecision(3)).join(' | ')} |`,
    `exponent ${(0.28 / (0.34 + 0.28)).toFixed(2)}`,
    `gives ${(0.37 / (0.35 + 0.37)).toFixed(2)}`,
  ]
}

/** `beam-search`: temperature and truncation of four probabilities; the chance of an absurd token. */
export function truncation(): string[] {
  const probabilities = [0.5, 0.3, 0.15, 0.05]
  const squares = probabilities.map((value) => value ** 2)
  return [
    `temperature 0.5 gives ${squares.map((value) => (value / sum(squares)).toFixed(3)).join(', ')}`,
    `keeps three tokens with ${probabilities
      .slice(0, 3)
      .map((value) => (value / 0.95).toFixed(3))
      .join(', ')}`,
    `$1-0.99^{200}=${(1 - 0.99 ** 200).toFixed(2)}$`,
  ]
}

/** `rlhf-reinforcement-learning-with-human-feedback`: advantages of two right answers of eight. */
export function groupAdvantage(): string[] {
  const [mean, deviation] = [0.25, Math.sqrt(0.25 * 0.75)]
  return [`$+${((1 - mean) / deviation).toFixed(2)}$ and $-${(mean / deviation).toFixed(2)}$`]
}

/** `grouped-query-attention-gqa`: numbers kept per token and layer. */
export function keptPerToken(): string[] {
  return [
    `512+64=${512 + 64}`,
    `2\\cdot128\\cdot128=${(2 * 128 * 128).toLocaleString('en-US').replace(',', '\\,')}`,
    `groups ${2 * 8 * 128}`,
  ]
}

/** `similarity-measures`: distance of two point masses by an RBF kernel of width 1. */
export function pointMasses(): string[] {
  const distance = (gap: number): string => Math.sqrt(2 - 2 * Math.exp(-(gap ** 2) / 2)).toFixed(3)
  return [`${distance(0.35)} at $t=0.35$, ${distance(1)} at $t=1$`]
}

/** `attention`: weights of the heads of width 768 together. */
export function headWeights(): string[] {
  return [(4 * 768 ** 2).toLocaleString('en-US').replaceAll(',', ' ')]
}

/** `adaptive-learning-rate-optimizers`: decay at batch size one with the same half-life in tokens. */
export function tokenHalfLife(): string[] {
  return [`$0.95^{1/512}=${(0.95 ** (1 / 512)).toFixed(4)}$`]
}
