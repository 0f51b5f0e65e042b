import { meanAndError, normal, uniform } from './random.ts'

/** Overlap with the stored pattern after recall, from 20 flipped bits of 200. */
function recall(patterns: number, seed: number): number {
  const [size, next] = [200, uniform(seed)]
  const stored = Array.from({ length: patterns }, () => Int8Array.from({ length: size }, () => (next() < 0.5 ? -1 : 1)))
  const state = stored[0]!.map((bit, at) => (at % 10 === 0 ? -bit : bit))
  const overlaps = stored.map((pattern) => pattern.reduce((total, bit, at) => total + bit * state[at]!, 0))
  for (let changed = true; changed;) {
    changed = false
    for (let unit = 0; unit < size; unit++) {
      let field = -patterns * state[unit]!
      for (let at = 0; at < patterns; at++) field += stored[at]![unit]! * overlaps[at]!
      if (field * state[unit]! >= 0) continue
      state[unit] = -state[unit]!
      for (let at = 0; at < patterns; at++) overlaps[at]! += 2 * stored[at]![unit]! * state[unit]!
      changed = true
    }
  }
  return overlaps[0]! / size
}

/** Rows of the table in `hopfield-networks`. */
export function hopfield(): string[] {
  return [10, 20, 28, 40].map((patterns) => {
    const overlaps = Array.from({ length: 1000 }, (_, seed) => recall(patterns, seed + 1))
    const { mean, error } = meanAndError(overlaps)
    const exact = meanAndError(overlaps.map((overlap) => (overlap === 1 ? 100 : 0)))
    const share = exact.error === 0 ? '100 %' : `${exact.mean.toFixed(1)} ± ${exact.error.toFixed(1)} %`
    return `| ${patterns} | ${(patterns / 200).toFixed(2)} | ${mean.toFixed(3)} ± ${error.toFixed(3)} | ${share} |`
  })
}

/** `weight-initialization-in-deep-neural-networks`: mean square after 50 layers; given one layer, the next is normal. */
export function deepRelu(): string[] {
  const gauss = normal(uniform(1))
  const nets = Array.from({ length: 3000 }, () => {
    let square = 1
    for (let layer = 0; layer < 50; layer++) {
      let total = 0
      for (let unit = 0; unit < 512; unit++) total += Math.max(0, gauss()) ** 2
      square *= (2 * total) / 512
    }
    return square
  })
  const { mean, error } = meanAndError(nets)
  const sorted = nets.toSorted((one, other) => one - other)
  return [
    `${mean.toFixed(2)} ± ${error.toFixed(2)}`,
    `between ${sorted[150]!.toFixed(2)} and ${sorted[2849]!.toFixed(2)}, with median ${sorted[1500]!.toFixed(2)}`,
  ]
}
