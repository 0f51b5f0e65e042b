import { meanAndError, normal, uniform } from './random.ts'

const [ROWS, COLUMNS, KEPT, FOLDS] = [50, 5000, 100, 5]
const label = (row: number): number => (row % 2 === 0 ? 1 : -1)
const rowsOf = (keep: (row: number) => boolean): number[] => [...Array(ROWS).keys()].filter(keep)
const fold = (row: number): number => Math.floor(row / (ROWS / FOLDS))

/** The columns most correlated with the label over some rows. */
function selected(columns: readonly Float64Array[], rows: readonly number[]): Float64Array[] {
  const scores = columns.map((column) => {
    let [sum, square, cross] = [0, 0, 0]
    for (const row of rows) {
      sum += column[row]!
      square += column[row]! ** 2
      cross += column[row]! * label(row)
    }
    return Math.abs(cross) / Math.sqrt(square - sum ** 2 / rows.length)
  })
  const order = [...columns.keys()].sort((one, other) => scores[other]! - scores[one]!)
  return order.slice(0, KEPT).map((at) => columns[at]!)
}

/** Whether the nearest of some rows has another label. */
function mistaken(columns: readonly Float64Array[], rows: readonly number[], row: number): boolean {
  const distance = (other: number): number =>
    columns.reduce((total, column) => total + (column[row]! - column[other]!) ** 2, 0)
  const nearest = rows.reduce((best, other) => (distance(other) < distance(best) ? other : best))
  return label(nearest) !== label(row)
}

/** Estimated error in per cent of one table of noise, selecting before or inside the folds. */
function estimate(seed: number, inside: boolean): number {
  const gauss = normal(uniform(seed))
  const columns = Array.from({ length: COLUMNS }, () => Float64Array.from({ length: ROWS }, gauss))
  const before = selected(
    columns,
    rowsOf(() => true),
  )
  let wrong = 0
  for (let held = 0; held < FOLDS; held++) {
    const rows = rowsOf((row) => fold(row) !== held)
    const used = inside ? selected(columns, rows) : before
    wrong += rowsOf((row) => fold(row) === held).filter((row) => mistaken(used, rows, row)).length
  }
  return (100 * wrong) / ROWS
}

/** Rows of the table in `cross-validation`: mean of 30 tables with standard error. */
export function selectionLeak(): string[] {
  return [
    { name: 'on all data, before the split', inside: false },
    { name: 'inside each fold', inside: true },
  ].map(({ name, inside }) => {
    const { mean, error } = meanAndError(Array.from({ length: 30 }, (_, seed) => estimate(seed + 1, inside)))
    return `| ${name} | ${mean.toFixed(1)} ± ${error.toFixed(1)} % |`
  })
}
