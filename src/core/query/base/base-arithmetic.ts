import {
  BaseDate,
  BaseDuration,
  type BaseValue,
  boundedText,
  dateOf,
  durationOf,
  isList,
  laterBy,
  numberOf,
  textOfValue,
} from './base-value.ts'

/** A number with the other sign; null for anything else. */
export function negative(value: BaseValue): BaseValue {
  const number = numberOf(value)
  return number === undefined ? null : -number
}

/** Whether a difference satisfies a comparison; false when the two values can't be compared. */
export function inOrder(difference: number | undefined, operator: '<' | '<=' | '>' | '>='): boolean {
  if (difference === undefined) return false
  if (difference === 0) return operator.endsWith('=')
  return operator.startsWith('<') ? difference < 0 : difference > 0
}

/** The result of an operator on two values; null when it can't be applied to them. */
export function calculate(operator: '+' | '-' | '*' | '/' | '%', left: BaseValue, right: BaseValue): BaseValue {
  const dated = operator === '+' || operator === '-' ? withDate(operator, left, right) : undefined
  if (dated !== undefined) return dated
  if (left instanceof BaseDuration && (operator === '*' || operator === '/')) return scaled(operator, left, right)
  if (operator === '+' && (isText(left) || isText(right))) return boundedText(textOfValue(left) + textOfValue(right))
  const [a, b] = [numberOf(left), numberOf(right)]
  return a === undefined || b === undefined || left instanceof BaseDuration ? null : finite(arithmetic(operator, a, b))
}

/** A date moved by a span of time, or the milliseconds between two; undefined where the left is no date. */
function withDate(operator: '+' | '-', left: BaseValue, right: BaseValue): BaseValue | undefined {
  const date = dateOf(left)
  if (date === undefined) return undefined
  const duration = durationOf(right)
  if (duration !== undefined) return laterBy(date, duration, operator === '+' ? 1 : -1)
  const other = dateOf(right)
  return other !== undefined && operator === '-' ? date.ms - other.ms : undefined
}

/** A span of time multiplied or divided by a number. */
function scaled(operator: '*' | '/', { months, ms }: BaseDuration, by: BaseValue): BaseValue {
  const number = numberOf(by)
  if (number === undefined || (operator === '/' && number === 0)) return null
  const times = operator === '*' ? number : 1 / number
  return new BaseDuration(Math.round(months * times), ms * times)
}

function arithmetic(operator: '+' | '-' | '*' | '/' | '%', a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return a / b
    case '%':
      return a % b
  }
}

function finite(number: number): number | null {
  return Number.isFinite(number) ? number : null
}

function isText(value: BaseValue): boolean {
  return typeof value === 'string' || isList(value) || value instanceof BaseDate
}
