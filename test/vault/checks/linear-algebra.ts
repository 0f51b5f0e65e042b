import { range, sum } from './numbers.ts'

/** What checks need of small matrices. */

/** The lower triangle L with L Lᵀ equal to a positive definite matrix. */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const lower = matrix.map((row) => row.map(() => 0))
  for (const [i, row] of matrix.entries())
    for (let j = 0; j <= i; j++) {
      const rest = row[j]! - sum(range(j).map((k) => lower[i]![k]! * lower[j]![k]!))
      lower[i]![j] = i === j ? Math.sqrt(rest) : rest / lower[j]![j]!
    }
  return lower
}

/** The solution of L Lᵀ x = b. */
export function solve(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const [half, whole] = [[...right], [...right]]
  for (const i of range(right.length))
    half[i] = (right[i]! - sum(range(i).map((k) => lower[i]![k]! * half[k]!))) / lower[i]![i]!
  for (const i of range(right.length).reverse())
    whole[i] =
      (half[i]! - sum(range(right.length - i - 1).map((k) => lower[i + 1 + k]![i]! * whole[i + 1 + k]!))) /
      lower[i]![i]!
  return whole
}

/** The eigenvalues of a symmetric matrix, smallest first, by rotations (Jacobi). */
export function eigenvalues(symmetric: readonly (readonly number[])[]): number[] {
  const matrix = symmetric.map((row) => [...row])
  const size = matrix.length
  for (let sweep = 0; sweep < 60; sweep++)
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) {
        const angle = Math.atan2(2 * matrix[p]![q]!, matrix[q]![q]! - matrix[p]![p]!) / 2
        const [c, s] = [Math.cos(angle), Math.sin(angle)]
        for (const row of matrix) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!]
        for (const k of range(size)) {
          const [one, two] = [matrix[p]![k]!, matrix[q]![k]!]
          ;[matrix[p]![k], matrix[q]![k]] = [c * one - s * two, s * one + c * two]
        }
      }
  return matrix.map((row, at) => row[at]!).sort((a, b) => a - b)
}
