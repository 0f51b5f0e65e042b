import { valueUnder } from '../lists/note-value.ts'
import type { BaseWorld } from './base-world.ts'
import {
  BaseDate,
  BaseDuration,
  BasePattern,
  type BaseValue,
  boundedText,
  compare,
  dateOf,
  equal,
  isLink,
  isList,
  isObject,
  isTruthy,
  joinedText,
  numberOf,
  replaced,
  textOfValue,
} from './base-value.ts'
import { nameTable } from '../../model/name-table.ts'

type ValueFunction = (value: BaseValue, given: readonly BaseValue[], world: BaseWorld) => BaseValue

/** Functions that are called on a value, whatever its type; one that a value does not have gives null. */
export const valueFunctions: Readonly<Record<string, ValueFunction>> = nameTable({
  contains: (value, [wanted = null]) => holds(value, wanted),
  containsAny: (value, given) => given.some((wanted) => holds(value, wanted)),
  containsAll: (value, given) => given.every((wanted) => holds(value, wanted)),
  startsWith: (value, [wanted = null]) => textOfValue(value).startsWith(textOfValue(wanted)),
  endsWith: (value, [wanted = null]) => textOfValue(value).endsWith(textOfValue(wanted)),
  isEmpty,
  isTruthy,
  isType: (value, [type = null]) => typesOf(value).includes(textOfValue(type).toLowerCase()),
  toString: (value: BaseValue) => textOfValue(value),
  lower: (value) => textOfValue(value).toLowerCase(),
  upper: (value) => textOfValue(value).toUpperCase(),
  trim: (value) => textOfValue(value).trim(),
  title: (value) =>
    textOfValue(value).replace(
      /\p{L}[\p{L}\p{M}'’]*/gu,
      (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    ),
  replace: (value, [by = null, to = null], { patterns }) =>
    by instanceof BasePattern
      ? (patterns.replace(by, textOfValue(value), textOfValue(to)) ?? null)
      : replaced(textOfValue(value), textOfValue(by), textOfValue(to)),
  repeat: (value, [count = null]) => repeated(textOfValue(value), numberOf(count) ?? 0),
  matches: (value, [text = null], { patterns }) =>
    value instanceof BasePattern ? (patterns.matches(value, textOfValue(text)) ?? null) : null,
  split: (value, [by = null, most = null], { patterns }) =>
    (by instanceof BasePattern
      ? patterns.split(by, textOfValue(value))
      : textOfValue(value).split(textOfValue(by))
    )?.slice(0, numberOf(most)) ?? null,
  slice: (value, [from = null, to = null]) => slice(value, numberOf(from) ?? 0, numberOf(to)),
  reverse: (value) => (isList(value) ? [...value].reverse() : [...textOfValue(value)].reverse().join('')),
  join: (value, [by = null]) => (isList(value) ? joinedText(value, textOfValue(by)) : textOfValue(value)),
  unique: (value) => (isList(value) ? unique(value) : value),
  sort: (value) => (isList(value) ? [...value].sort((a, b) => compare(a, b) ?? 0) : value),
  sum: (value) => (isList(value) ? numbersOf(value).reduce((a, b) => a + b, 0) : null),
  mean: (value) => mean(numbersOf(value)),
  keys: (value) => (isObject(value) ? Object.keys(value) : []),
  values: (value) => (isObject(value) ? Object.values(value) : []),
  flat: (value) => (isList(value) ? value.flat() : value),
  abs: (value) => calculated(value, Math.abs),
  ceil: (value) => calculated(value, Math.ceil),
  floor: (value) => calculated(value, Math.floor),
  round: (value, [digits = null]) => calculated(value, (number) => rounded(number, digits)),
  toFixed: (value, [digits = null]) => numberOf(value)?.toFixed(placesOf(digits)) ?? null,
  format: (value, [pattern = null], { format }) => {
    const date = dateOf(value)
    return date === undefined ? null : format(date, textOfValue(pattern))
  },
  date: (value) => {
    const date = dateOf(value)
    return date === undefined ? null : startOfDay(date)
  },
  relative: (value, _given, { now }) => {
    const date = dateOf(value)
    return date === undefined ? null : relativeTime(date.ms - now.ms)
  },
  time: (value) => {
    const date = dateOf(value)
    return date === undefined ? null : new Date(date.ms).toISOString().slice(11, 19)
  },
})

/** A field of a value by name: of a date, of a list, or the value of a key. */
export function valueOfField(value: BaseValue, name: string): BaseValue {
  if (name === 'length') return isList(value) ? value.length : textOfValue(value).length
  const date = dateOf(value)
  if (date !== undefined) return dateParts[name]?.(new Date(date.ms)) ?? null
  if (!isObject(value)) return null
  return (valueUnder(value as Parameters<typeof valueUnder>[0], name) ?? null) as BaseValue
}

const dateParts: Readonly<Partial<Record<string, (date: Date) => number>>> = Object.assign(
  Object.create(null) as Record<string, (date: Date) => number>,
  {
    year: (date: Date) => date.getUTCFullYear(),
    month: (date: Date) => date.getUTCMonth() + 1,
    day: (date: Date) => date.getUTCDate(),
    hour: (date: Date) => date.getUTCHours(),
    minute: (date: Date) => date.getUTCMinutes(),
    second: (date: Date) => date.getUTCSeconds(),
    millisecond: (date: Date) => date.getUTCMilliseconds(),
  },
)

/** The day of a date, at midnight. */
export function startOfDay({ ms }: BaseDate): BaseDate {
  return new BaseDate(Math.floor(ms / 86_400_000) * 86_400_000)
}

/** Whether a list holds a value, or a text holds a text; tags are the same with and without `#`. */
function holds(value: BaseValue, wanted: BaseValue): boolean {
  if (!isList(value)) return value !== null && textOfValue(value).includes(textOfValue(wanted))
  const plain = typeof wanted === 'string' ? wanted.replace(/^#/, '') : wanted
  return value.some((item) => equal(item, wanted) || equal(item, plain))
}

function isEmpty(value: BaseValue): boolean {
  if (isList(value)) return value.length === 0
  return value === null || value === '' || (isObject(value) && Object.keys(value).length === 0)
}

/** The types of a value by the names that `isType` takes; a link is a text too. */
function typesOf(value: BaseValue): readonly string[] {
  if (value === null) return ['null']
  if (isList(value)) return ['list', 'array']
  if (value instanceof BaseDate) return ['date']
  if (value instanceof BaseDuration) return ['duration']
  if (value instanceof BasePattern) return ['regexp']
  if (typeof value === 'string' && isLink(value)) return ['link', 'file', 'string']
  return [typeof value]
}

function repeated(text: string, count: number): string {
  const times = Math.min(Math.max(0, Math.floor(count)), text === '' ? 0 : Math.ceil(10_000 / text.length))
  return boundedText(text.repeat(times))
}

/** The numbers among values. */
export function numbersOf(value: BaseValue): readonly number[] {
  return (isList(value) ? value : [value]).flatMap((item) => (item === null ? [] : (numberOf(item) ?? [])))
}

/** The mean of numbers; nothing of none. */
export function mean(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((a, b) => a + b, 0) / numbers.length
}

function slice(value: BaseValue, from: number, to: number | undefined): BaseValue {
  return isList(value) ? value.slice(from, to) : textOfValue(value).slice(from, to)
}

/** The longest list whose items are compared with each other. */
const longestList = 1000

function unique(list: readonly BaseValue[]): readonly BaseValue[] {
  const short = list.slice(0, longestList)
  return short.filter((item, at) => short.findIndex((other) => equal(item, other)) === at)
}

/** Units of relative times: from how many seconds on each is used, and how many seconds it has. */
const steps: readonly (readonly [name: string, from: number, seconds: number])[] = [
  ['year', 27_648_000, 31_536_000],
  ['month', 2_246_400, 2_628_000],
  ['day', 79_200, 86_400],
  ['hour', 2700, 3600],
  ['minute', 45, 60],
]

/** How far a time is from now, as people say it: `3 days ago`, `in an hour`. */
function relativeTime(ms: number): string {
  const seconds = Math.abs(ms) / 1000
  const step = steps.find(([, from]) => seconds >= from)
  const count = step === undefined ? 0 : Math.max(1, Math.round(seconds / step[2]))
  const one = step?.[0] === 'hour' ? 'an' : 'a'
  const span = step === undefined ? 'a few seconds' : count === 1 ? `${one} ${step[0]}` : `${count} ${step[0]}s`
  return ms > 0 ? `in ${span}` : `${span} ago`
}

function calculated(value: BaseValue, by: (number: number) => number): BaseValue {
  const number = numberOf(value)
  return number === undefined ? null : by(number)
}

function rounded(number: number, digits: BaseValue): number {
  const scale = 10 ** placesOf(digits)
  return Math.round(number * scale) / scale
}

function placesOf(digits: BaseValue): number {
  return Math.max(0, Math.min(20, Math.floor(numberOf(digits) ?? 0)))
}
