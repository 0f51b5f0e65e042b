/** A stream of uniform numbers in [0, 1), the same for the same seed (mulberry32). */
export function uniform(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A stream of standard normal numbers, made of a uniform one (Box and Muller). */
export function normal(next: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
}

/** Mean of some values and its standard error (standard deviation over the root of their number). */
export function meanAndError(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((total, value) => total + value, 0) / values.length
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0)
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) }
}

/** A mean and its error as text, both cut where the error has its first digit. */
export function withError(values: readonly number[]): string {
  const { mean, error } = meanAndError(values)
  const digits = error > 0 ? Math.max(0, -Math.floor(Math.log10(error))) : 0
  return `${mean.toFixed(digits)} ± ${error.toFixed(digits)}`
}
