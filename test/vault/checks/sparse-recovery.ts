import { meanAndError, normal, uniform } from './random.ts'

const [UNKNOWNS, NONZERO, TRIALS] = [200, 10, 200]
type Vector = Float64Array

const dot = (one: Vector, other: Vector): number => {
  let total = 0
  for (let at = 0; at < one.length; at++) total += one[at]! * other[at]!
  return total
}

/** Solves a small positive definite system by Cholesky's factorisation. */
function solve(matrix: readonly Vector[], right: readonly number[]): number[] {
  const size = right.length
  const factor = matrix.map((row) => Float64Array.from(row))
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let rest = factor[i]![j]!
      for (let k = 0; k < j; k++) rest -= factor[i]![k]! * factor[j]![k]!
      factor[i]![j] = i === j ? Math.sqrt(rest) : rest / factor[j]![j]!
    }
  const half: number[] = []
  for (let i = 0; i < size; i++) {
    let rest = right[i]!
    for (let k = 0; k < i; k++) rest -= factor[i]![k]! * half[k]!
    half.push(rest / factor[i]![i]!)
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) half[i]! -= factor[k]![i]! * half[k]!
    half[i]! /= factor[i]![i]!
  }
  return half
}

/** The vector of least absolute sum with the measured values: the end of the lasso path, followed from its start. */
function leastAbsoluteSum(columns: readonly Vector[], measured: Vector): Vector {
  const found = new Float64Array(columns.length)
  const correlation = columns.map((column) => dot(column, measured))
  let level = Math.max(...correlation.map(Math.abs))
  let active = [correlation.findIndex((value) => Math.abs(value) === level)]
  const floor = 1e-9 * level
  const gram = columns.map((column) => Float64Array.from(columns, (other) => dot(column, other)))
  for (let event = 0; level > floor && active.length <= measured.length && event < 2000; event++) {
    const signs = active.map((at) => Math.sign(correlation[at]!))
    const direction = solve(
      active.map((at) => Float64Array.from(active, (other) => gram[at]![other]!)),
      signs,
    )
    const slopes = gram.map((row) => active.reduce((total, at, place) => total + row[at]! * direction[place]!, 0))
    let [length, joins, leaves] = [level, -1, -1]
    columns.forEach((_, at) => {
      if (active.includes(at)) return
      for (const sign of [1, -1]) {
        const reach = (level - sign * correlation[at]!) / (1 - sign * slopes[at]!)
        if (reach > 1e-12 * level && reach < length) [length, joins, leaves] = [reach, at, -1]
      }
    })
    active.forEach((at, place) => {
      const reach = -found[at]! / direction[place]!
      if (reach > 1e-12 * level && reach < length) [length, joins, leaves] = [reach, -1, at]
    })
    active.forEach((at, place) => (found[at]! += length * direction[place]!))
    slopes.forEach((slope, at) => (correlation[at]! -= length * slope))
    level -= length
    if (leaves >= 0) {
      found[leaves] = 0
      active = active.filter((at) => at !== leaves)
    } else if (joins >= 0) active = [...active, joins]
  }
  return found
}

/** Whether one random sparse vector comes back from its random measurements. */
function recovered(measurements: number, gauss: () => number): boolean {
  const columns = Array.from({ length: UNKNOWNS }, () => Float64Array.from({ length: measurements }, gauss))
  const truth = Float64Array.from({ length: UNKNOWNS }, (_, at) => (at < NONZERO ? gauss() : 0))
  const measured = new Float64Array(measurements)
  columns.forEach((column, at) => column.forEach((value, row) => (measured[row]! += value * truth[at]!)))
  const found = leastAbsoluteSum(columns, measured)
  return found.every((value, at) => Math.abs(value - truth[at]!) < 1e-4)
}

/** Rows of the table in `compressed-sensing`: share of exact recoveries for each number of measurements. */
export function sparseRecovery(): string[] {
  const shares = [30, 35, 40, 45, 50, 60].map((measurements) => {
    const gauss = normal(uniform(measurements))
    return meanAndError(Array.from({ length: TRIALS }, () => (recovered(measurements, gauss) ? 100 : 0)))
  })
  return [
    `| exact recoveries, % | ${shares.map(({ mean }) => mean.toFixed(1)).join(' | ')} |`,
    `| standard error | ${shares.map(({ error }) => error.toFixed(1)).join(' | ')} |`,
  ]
}
