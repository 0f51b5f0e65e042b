import { meanAndError, normal, uniform } from './random.ts'

/** Variance, with its standard error, of 20,000 chains of noisy gradient descent after 200 steps of size 0.1. */
export function stationaryNoise(): string[] {
  const noise = normal(uniform(1))
  const squares = Array.from({ length: 20_000 }, () => {
    let at = 0
    for (let step = 0; step < 200; step++) at -= 0.1 * (at + noise())
    return at * at
  })
  const { mean, error } = meanAndError(squares)
  return [`simulation of 20,000 chains: ${mean.toFixed(4)} ± ${error.toFixed(4)}`, (0.1 / 1.9).toFixed(4)]
}
