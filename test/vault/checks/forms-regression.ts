import { cholesky, eigenvalues, solve } from './linear-algebra.ts'
import { range, sum } from './numbers.ts'

/** Numbers of the notes on regression and its kernels, each computed anew and as it stands in the text. */

const dot = (a: readonly number[], b: readonly number[]): number => sum(a.map((value, at) => value * b[at]!))

/** The Legendre polynomials up to a degree, at a place in [-1, 1]. */
function legendre(degree: number, x: number): number[] {
  const values = [1, x]
  for (let n = 1; n < degree; n++) values.push(((2 * n + 1) * x * values[n]! - n * values[n - 1]!) / (n + 1))
  return values
}

/** `basis-functions`: condition numbers of two bases of the same polynomials on 50 even points. */
function conditions(): string[] {
  const points = range(50).map((at) => at / 49)
  const condition = (features: (x: number) => number[]): number => {
    const rows = points.map(features)
    const gram = rows[0]!.map((_, i) => rows[0]!.map((__, j) => sum(rows.map((row) => row[i]! * row[j]!))))
    const values = eigenvalues(gram)
    return Math.sqrt(values.at(-1)! / values[0]!)
  }
  const monomials = (degree: number) => (x: number) => range(degree + 1).map((power) => x ** power)
  const million = Math.round(condition(monomials(10)) / 1e6)
  return [
    `is ${(Math.round(condition(monomials(5)) / 100) * 100).toLocaleString('en-US')} at degree 5 and ${million} million at degree 10`,
    `have ${[5, 10].map((degree) => condition((x) => legendre(degree, 2 * x - 1)).toFixed(1)).join(' and ')}.`,
    `so ${[100, 1000, 10_000]
      .map((count) => Number((1 / Math.sqrt(count)).toFixed(3)))
      .join(', ')
      .replace(', 0.01', ' and 0.01')} for`,
  ]
}

/** `bayesian-linear-regression`: a slope through the origin. */
function slope(): string[] {
  const variance = 1 / (1 + 4 * 5)
  return [
    `S=1/21=${variance.toFixed(3)}$ and $m=24/21=${(4 * variance * (1 + 2 * 2.5)).toFixed(3)}$, a little below the least-squares slope ${6 / 5}`,
    `0.25+0.048=${(0.25 + variance).toFixed(3)}$; at $x=4$ it is $0.25+16/21=${(0.25 + 16 * variance).toFixed(3)}$`,
  ]
}

/** `equivalent-kernel`: sums of weights and effective parameters of a cubic on eleven points. */
function cubic(): string[] {
  const rows = range(11).map((at) => range(4).map((power) => (at / 5 - 1) ** power))
  const gram = range(4).map((i) => range(4).map((j) => sum(rows.map((row) => row[i]! * row[j]!))))
  const lower = cholesky(gram.map((row, i) => row.map((value, j) => value + (i === j ? 1 : 0))))
  const total = (x: number): number =>
    sum(
      rows.map((row) =>
        dot(
          solve(lower, row),
          range(4).map((power) => x ** power),
        ),
      ),
    )
  const effective = (alpha: number): number => sum(eigenvalues(gram).map((value) => value / (alpha + value)))
  return [
    `sums from ${total(0).toFixed(2)} (centre) to ${total(1).toFixed(2)} (ends)`,
    `for the cubic 4, ${[0.1, 1, 10].map((alpha) => effective(alpha).toFixed(2)).join(', ')} at`,
  ]
}

/** `gaussian-processes`: predictions from two points, the evidence of five at several lengthscales. */
function processes(): string[] {
  const kernel = (scale: number) => (a: number, b: number) => Math.exp(-(((a - b) / scale) ** 2) / 2)
  const gram = (inputs: readonly number[], scale: number): number[][] =>
    cholesky(inputs.map((a, i) => inputs.map((b, j) => kernel(scale)(a, b) + (i === j ? 0.01 : 0))))
  const two = [0, 1]
  const predictions = [0.5, 1, 3, 10].map((x) => {
    const near = two.map((input) => kernel(1)(input, x))
    const weights = solve(gram(two, 1), near)
    return `| ${x} | ${dot(weights, [0, 1]).toFixed(3)} | ${(1 - dot(weights, near)).toFixed(3)} |`
  })
  const targets = [0.1, 0.9, 1, 0.2, -0.7]
  const evidence = [0.5, 1, 1.5, 2, 3].map((scale) => {
    const lower = gram(range(5), scale)
    const fit = -dot(targets, solve(lower, targets)) / 2
    const complexity = -sum(lower.map((row, at) => Math.log(row[at]!)))
    const whole = fit + complexity - 2.5 * Math.log(2 * Math.PI)
    return `| ${scale} | ${[fit, complexity, whole].map((value) => value.toFixed(2)).join(' | ')} |`
  })
  return [...predictions, ...evidence, `the constant ${(-2.5 * Math.log(2 * Math.PI)).toFixed(2)} is added`]
}

/** For each note, what prints its numbers. */
export const regressionForms: Readonly<Record<string, () => string[]>> = {
  'basis-functions': conditions,
  'bayesian-linear-regression': slope,
  'equivalent-kernel': cubic,
  'gaussian-processes': processes,
  'kernel-methods': () => [
    `eigenvalues ${eigenvalues(range(3).map((a) => range(3).map((b) => Math.tanh(a * b - 1))))
      .map((value) => `$${value.toFixed(2)}$`)
      .join(', ')
      .replace(', $1', ' and $1')}`,
    `are ${range(5)
      .reduce((count, at) => (count * (101 + at)) / (at + 1), 1)
      .toLocaleString('en-US')} features`,
  ],
}
