import { normal, uniform, withError } from './random.ts'

type Matrix = Float64Array[]

/** Diagonal and squared off-diagonal of a tridiagonal matrix with the eigenvalues of a symmetric one (Householder). */
function tridiagonal(a: Matrix): { diagonal: number[]; squares: number[] } {
  const size = a.length
  const squares: number[] = []
  for (let k = 0; k < size - 2; k++) {
    const v = a.map((row, at) => (at > k ? row[k]! : 0))
    const length = Math.hypot(...v)
    squares.push(length * length)
    v[k + 1]! += v[k + 1]! < 0 ? -length : length
    const half = v.reduce((total, value) => total + value * value, 0) / 2
    if (half === 0) continue
    const p = a.map((row) => row.reduce((total, value, at) => total + value * v[at]!, 0) / half)
    const share = p.reduce((total, value, at) => total + value * v[at]!, 0) / (2 * half)
    const q = p.map((value, at) => value - share * v[at]!)
    a.forEach((row, i) => v.forEach((value, j) => (row[j]! -= v[i]! * q[j]! + q[i]! * value)))
  }
  squares.push(a[size - 1]![size - 2]! ** 2)
  return { diagonal: a.map((row, at) => row[at]!), squares }
}

/** The eigenvalue of a tridiagonal matrix that has `below` smaller ones, by bisection with Sturm's count. */
function eigenvalue({ diagonal, squares }: ReturnType<typeof tridiagonal>, below: number): number {
  let [low, high] = [0, diagonal.reduce((total, value) => total + value, 0)]
  for (let round = 0; round < 90; round++) {
    const middle = (low + high) / 2
    let [count, pivot] = [0, 1]
    diagonal.forEach((value, at) => {
      pivot = value - middle - (at === 0 ? 0 : squares[at - 1]! / (pivot || 1e-300))
      if (pivot < 0) count++
    })
    if (count > below) high = middle
    else low = middle
  }
  return (low + high) / 2
}

/** Rows of the table in `depth-and-trainability`: products of Gaussian matrices, means over 20 of them. */
export function matrixProducts(): string[] {
  const size = 100
  return [1, 10, 20].map((depth) => {
    const gauss = normal(uniform(depth))
    const random = (): Matrix =>
      Array.from({ length: size }, () => Float64Array.from({ length: size }, () => gauss() / 10))
    const runs = Array.from({ length: 20 }, () => {
      let columns = random()
      for (let layer = 1; layer < depth; layer++) {
        const rows = random()
        columns = columns.map((column) => Float64Array.from(rows, (row) => dot(row, column)))
      }
      const reduced = tridiagonal(columns.map((column) => Float64Array.from(columns, (other) => dot(column, other))))
      const mean = columns.reduce((total, column) => total + dot(column, column), 0) / size
      return [Math.sqrt(eigenvalue(reduced, size - 1)), Math.sqrt(eigenvalue(reduced, size / 2)), mean]
    })
    return `| ${depth} | ${[0, 1, 2].map((at) => withError(runs.map((run) => run[at]!))).join(' | ')} |`
  })
}

/** `principal-component-analysis-pca`: the ends of the spectrum of noise, 200 samples of 50 columns. */
export function noiseSpectrum(): string[] {
  const gauss = normal(uniform(1))
  const runs = Array.from({ length: 100 }, () => {
    const columns = Array.from({ length: 50 }, () => Float64Array.from({ length: 200 }, gauss))
    const covariance = columns.map((column) => Float64Array.from(columns, (other) => dot(column, other) / 200))
    const reduced = tridiagonal(covariance)
    return [eigenvalue(reduced, 49), eigenvalue(reduced, 0)]
  })
  return [
    `the largest was ${withError(runs.map(([top]) => top!))}`,
    `the smallest ${withError(runs.map(([, low]) => low!))}`,
  ]
}

function dot(one: Float64Array, other: Float64Array): number {
  let total = 0
  for (let at = 0; at < one.length; at++) total += one[at]! * other[at]!
  return total
}
