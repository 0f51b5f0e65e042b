import type { Vault } from '../../vault/vault.ts'
import { keyOf } from '../lists/note-value.ts'
import {
  BaseDate,
  BaseDuration,
  type BaseValue,
  boundedText,
  compare,
  dateOf,
  durationOf,
  equal,
  isList,
  isTruthy,
  numberOf,
  textOf,
} from './base-value.ts'

/** What the expressions of a base are asked about. */
export interface BaseWorld {
  readonly vault: Vault
  /** The time it is, by the clock on the wall. */
  readonly now: BaseDate
  /** Writes a date by a pattern such as `YYYY-MM-DD`. */
  readonly format: (date: BaseDate, pattern: string) => string
}

type GlobalFunction = (given: readonly BaseValue[], world: BaseWorld) => BaseValue

/** Functions that stand alone. */
export const globalFunctions: Readonly<Record<string, GlobalFunction>> = {
  if: ([condition = null, then = null, otherwise = null]) => (isTruthy(condition) ? then : otherwise),
  now: (_given, { now }) => now,
  today: (_given, { now }) => dayOf(now),
  date: ([value = null]) => dateOf(value) ?? null,
  duration: ([value = null]) => durationOf(value) ?? null,
  number: ([value = null]) => numberOf(value) ?? null,
  list: ([value = null]) => (isList(value) ? value : value === null ? [] : [value]),
  link: ([value = null]) => `[[${textOf(value).replace(/^\[\[|\]\]$/g, '')}]]`,
  max: (given) => extreme(given, 1),
  min: (given) => extreme(given, -1),
}

type ValueFunction = (value: BaseValue, given: readonly BaseValue[], world: BaseWorld) => BaseValue

/** Functions of values, whatever their sort; what a value can't do comes to nothing. */
export const valueFunctions: Readonly<Record<string, ValueFunction>> = {
  contains: (value, [wanted = null]) => holds(value, wanted),
  containsAny: (value, given) => given.some((wanted) => holds(value, wanted)),
  containsAll: (value, given) => given.every((wanted) => holds(value, wanted)),
  startsWith: (value, [wanted = null]) => textOf(value).startsWith(textOf(wanted)),
  endsWith: (value, [wanted = null]) => textOf(value).endsWith(textOf(wanted)),
  isEmpty: (value: BaseValue) => value === null || value === '' || (isList(value) && value.length === 0),
  isTruthy,
  toString: (value: BaseValue) => textOf(value),
  lower: (value) => textOf(value).toLowerCase(),
  upper: (value) => textOf(value).toUpperCase(),
  trim: (value) => textOf(value).trim(),
  title: (value) =>
    textOf(value).replace(
      /\p{L}[\p{L}\p{M}'’]*/gu,
      (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    ),
  split: (value, [by = null]) => textOf(value).split(textOf(by)),
  slice: (value, [from = null, to = null]) => slice(value, numberOf(from) ?? 0, numberOf(to)),
  reverse: (value) => (isList(value) ? [...value].reverse() : [...textOf(value)].reverse().join('')),
  join: (value, [by = null]) => (isList(value) ? boundedText(value.map(textOf).join(textOf(by))) : textOf(value)),
  unique: (value) => (isList(value) ? unique(value) : value),
  sort: (value) => (isList(value) ? [...value].sort((a, b) => compare(a, b) ?? 0) : value),
  flat: (value) => (isList(value) ? value.flat() : value),
  abs: (value) => calculated(value, Math.abs),
  ceil: (value) => calculated(value, Math.ceil),
  floor: (value) => calculated(value, Math.floor),
  round: (value, [digits = null]) => calculated(value, (number) => rounded(number, digits)),
  toFixed: (value, [digits = null]) => numberOf(value)?.toFixed(placesOf(digits)) ?? null,
  format: (value, [pattern = null], { format }) => {
    const date = dateOf(value)
    return date === undefined ? null : format(date, textOf(pattern))
  },
  date: (value) => {
    const date = dateOf(value)
    return date === undefined ? null : dayOf(date)
  },
  time: (value) => {
    const date = dateOf(value)
    return date === undefined ? null : new Date(date.ms).toISOString().slice(11, 19)
  },
}

/** A part of a value by name: what a date or a list has, or a key. */
export function fieldOf(value: BaseValue, name: string): BaseValue {
  if (name === 'length') return isList(value) ? value.length : textOf(value).length
  const date = dateOf(value)
  if (date !== undefined) return dateParts[name]?.(new Date(date.ms)) ?? null
  if (value instanceof BaseDuration || value === null || typeof value !== 'object' || isList(value)) return null
  return (keyOf(value as Parameters<typeof keyOf>[0], name) ?? null) as BaseValue
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

function dayOf({ ms }: BaseDate): BaseDate {
  return new BaseDate(Math.floor(ms / 86_400_000) * 86_400_000)
}

/** Whether a list holds a value, or a text a text; tags are the same with and without `#`. */
function holds(value: BaseValue, wanted: BaseValue): boolean {
  if (!isList(value)) return value !== null && textOf(value).includes(textOf(wanted))
  const plain = typeof wanted === 'string' ? wanted.replace(/^#/, '') : wanted
  return value.some((item) => equal(item, wanted) || equal(item, plain))
}

function extreme(given: readonly BaseValue[], sign: 1 | -1): BaseValue {
  const numbers = given.flatMap((value) => (isList(value) ? value : [value])).flatMap((value) => numberOf(value) ?? [])
  return numbers.length === 0 ? null : numbers.reduce((a, b) => ((b - a) * sign > 0 ? b : a))
}

function slice(value: BaseValue, from: number, to: number | undefined): BaseValue {
  return isList(value) ? value.slice(from, to) : textOf(value).slice(from, to)
}

/** The longest list that is compared item by item with itself. */
const longestList = 1000

function unique(list: readonly BaseValue[]): readonly BaseValue[] {
  const short = list.slice(0, longestList)
  return short.filter((item, at) => short.findIndex((other) => equal(item, other)) === at)
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
