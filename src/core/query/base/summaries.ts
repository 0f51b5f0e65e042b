import { BaseDate, type BaseValue, dateOf, equal, isList, numberOf, textOfValue } from './base-value.ts'
import { mean, numbersOf } from './value-functions.ts'
import { nameTable } from '../../model/name-table.ts'

type Summary = (values: readonly BaseValue[]) => BaseValue

/** The summaries that every base has, by their names in small letters. */
export const knownSummaries: Readonly<Record<string, Summary>> = nameTable({
  average: (values) => mean(numbersOf(values)),
  min: (values) => extreme(numbersOf(values), -1),
  max: (values) => extreme(numbersOf(values), 1),
  sum: (values) => numbersOf(values).reduce((a, b) => a + b, 0),
  range: (values) => range(values),
  median: (values) => median(numbersOf(values)),
  stddev: (values) => deviation(numbersOf(values)),
  earliest: (values) => dateAt(datesOf(values), -1),
  latest: (values) => dateAt(datesOf(values), 1),
  checked: (values) => values.filter((value) => value === true).length,
  unchecked: (values) => values.filter((value) => value === false).length,
  empty: (values) => values.filter(isNothing).length,
  filled: (values) => values.filter((value) => !isNothing(value)).length,
  unique: (values) => uniqueCount(values.filter((value) => !isNothing(value))),
})

/** Whether a value is nothing: null, an empty text or list. */
export function isNothing(value: BaseValue): boolean {
  return value === null || value === '' || (isList(value) && value.length === 0)
}

function extreme(numbers: readonly number[], sign: 1 | -1): number | null {
  return numbers.length === 0 ? null : numbers.reduce((a, b) => ((b - a) * sign > 0 ? b : a))
}

function datesOf(values: readonly BaseValue[]): readonly number[] {
  return values.flatMap((value) => dateOf(value)?.ms ?? [])
}

function dateAt(dates: readonly number[], sign: 1 | -1): BaseDate | null {
  const ms = extreme(dates, sign)
  return ms === null ? null : new BaseDate(ms)
}

/** The difference of the largest and the smallest number, or of the last and the first date in days. */
function range(values: readonly BaseValue[]): BaseValue {
  const numbers = values.flatMap((value) => (dateOf(value) === undefined ? (numberOf(value ?? '') ?? []) : []))
  const dates = datesOf(values)
  const of = dates.length > 0 ? dates : numbers
  const [most, least] = [extreme(of, 1), extreme(of, -1)]
  if (most === null || least === null) return null
  const days = (most - least) / 86_400_000
  return dates.length > 0 ? `${Math.round(days * 100) / 100} days` : most - least
}

function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return mean(sorted.length % 2 === 1 ? sorted.slice(middle, middle + 1) : sorted.slice(middle - 1, middle + 1))
}

/** The standard deviation of a whole population, not of a sample. */
function deviation(numbers: readonly number[]): number | null {
  const middle = mean(numbers)
  if (middle === null) return null
  return Math.sqrt(mean(numbers.map((number) => (number - middle) ** 2)) ?? 0)
}

function uniqueCount(values: readonly BaseValue[]): number {
  const texts = new Map(values.map((value) => [textOfValue(value), value]))
  const rest = [...texts.values()]
  return rest.length > 1000
    ? rest.length
    : rest.filter((value, at) => rest.findIndex((one) => equal(one, value)) === at).length
}
