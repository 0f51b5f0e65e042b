import { nameTable } from '../../model/name-table.ts'

/** A date, or a date and a time, as milliseconds of its own clock, whatever the time zone. */
export class BaseDate {
  readonly ms: number

  constructor(ms: number) {
    this.ms = ms
  }

  toString(): string {
    const iso = Number.isFinite(this.ms) ? new Date(this.ms).toISOString() : ''
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
  }
}

/** A span of time: months and years have no fixed length. */
export class BaseDuration {
  readonly months: number
  readonly ms: number

  constructor(months: number, ms: number) {
    this.months = months
    this.ms = ms
  }
}

/** A regular expression; it is run by a `PatternRunner`, which can stop it. */
export class BasePattern {
  readonly source: string
  readonly flags: string

  constructor(source: string, flags: string) {
    this.source = source
    this.flags = flags
  }

  toString(): string {
    return `/${this.source}/${this.flags}`
  }
}

/** A value of an expression. */
export type BaseValue =
  | string
  | number
  | boolean
  | null
  | BaseDate
  | BaseDuration
  | BasePattern
  | readonly BaseValue[]
  | { readonly [key: string]: BaseValue }

/** The longest text that an expression may come to, in characters: formulas may double one another. */
const longest = 10_000

/** A text cut to what an expression may come to. */
export function boundedText(text: string): string {
  return text.length > longest ? text.slice(0, longest) : text
}

/** A value as text. */
export function textOfValue(value: BaseValue): string {
  if (value === null) return ''
  if (isList(value)) return joinedText(value, ', ')
  if (value instanceof BaseDate || value instanceof BasePattern) return value.toString()
  if (value instanceof BaseDuration) return `${value.months === 0 ? value.ms : value.months}`
  return typeof value === 'object' ? JSON.stringify(value).slice(0, longest) : String(value)
}

/** The items of a list joined to one text, cut to the longest that is kept. */
export function joinedText(list: readonly BaseValue[], by: string): string {
  let text = ''
  for (const [at, item] of list.entries()) {
    if (text.length > longest) break
    text += `${at === 0 ? '' : by}${textOfValue(item)}`
  }
  return boundedText(text)
}

/** A text with each occurrence of `by` replaced by `to`, cut to the longest that is kept. */
export function replaced(text: string, by: string, to: string): string {
  let length = 0
  const put = (): string => {
    length += to.length
    return length > longest + to.length ? '' : to
  }
  return boundedText(text.replaceAll(by, put))
}

export function isList(value: BaseValue): value is readonly BaseValue[] {
  return Array.isArray(value)
}

/** Whether a value counts as true: anything but null, false, 0, an empty text and an empty list. */
export function isTruthy(value: BaseValue): boolean {
  return isList(value) ? value.length > 0 : value !== null && value !== false && value !== 0 && value !== ''
}

/** A value as a date, if it is one or is written as one. */
export function dateOf(value: BaseValue): BaseDate | undefined {
  if (value instanceof BaseDate) return value
  if (typeof value !== 'string') return undefined
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?[\d.]*(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(value)
  if (parts === null) return undefined
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part || 0))
  return new BaseDate(Date.UTC(year, month - 1, day, hour, minute, second))
}

const units: Readonly<Record<string, readonly [months: number, ms: number]>> = nameTable({
  y: [12, 0],
  year: [12, 0],
  M: [1, 0],
  month: [1, 0],
  w: [0, 604_800_000],
  week: [0, 604_800_000],
  d: [0, 86_400_000],
  day: [0, 86_400_000],
  h: [0, 3_600_000],
  hour: [0, 3_600_000],
  m: [0, 60_000],
  minute: [0, 60_000],
  s: [0, 1000],
  second: [0, 1000],
})

/** A value as a span of time, if it is one or is written as one: `1d`, `2 weeks`, `-1M`. */
export function durationOf(value: BaseValue): BaseDuration | undefined {
  if (value instanceof BaseDuration) return value
  const parts = typeof value === 'string' ? /^([+-]?\d{1,9}) ?([A-Za-z]+)$/.exec(value.trim()) : null
  const unit = parts?.[2] ?? ''
  const known = units[unit] ?? units[unit.toLowerCase().replace(/s$/, '')]
  if (parts === null || known === undefined) return undefined
  return new BaseDuration(Number(parts[1]) * known[0], Number(parts[1]) * known[1])
}

/** A date moved by a span of time, later or earlier by the sign. */
export function laterBy({ ms }: BaseDate, { months, ms: more }: BaseDuration, sign: 1 | -1): BaseDate {
  if (months === 0) return new BaseDate(ms + sign * more)
  const date = new Date(ms)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + sign * months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, last))
  return new BaseDate(date.getTime() + sign * more)
}

/**
 * Whether two values are the same: dates by their time, links by the file they name (one may have the folder and the other not), lists item
 * by item.
 */
export function equal(a: BaseValue, b: BaseValue): boolean {
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, at) => equal(item, b[at] ?? null))
  if (a instanceof BaseDate || b instanceof BaseDate) {
    const [one, other] = [dateOf(a), dateOf(b)]
    return one !== undefined && other !== undefined && one.ms === other.ms
  }
  if (typeof a === 'string' && typeof b === 'string') return a === b || isSameLink(a, b)
  return a === b || (isObject(a) && isObject(b) && textOfValue(a) === textOfValue(b))
}

/** Whether a value is an object: keys with values. */
export function isObject(value: BaseValue): value is { readonly [key: string]: BaseValue } {
  const special = value instanceof BaseDate || value instanceof BaseDuration || value instanceof BasePattern
  return typeof value === 'object' && value !== null && !isList(value) && !special
}

function isSameLink(a: string, b: string): boolean {
  if (!isLink(a) || !isLink(b)) return false
  const [one, other] = [linkName(a), linkName(b)]
  return one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`)
}

/** Which of two values comes first: negative, 0, positive; undefined when they can't be compared. */
export function compare(a: BaseValue, b: BaseValue): number | undefined {
  const [date, other] = [dateOf(a), dateOf(b)]
  if (date !== undefined && other !== undefined) return date.ms - other.ms
  const [number, against] = [numberOf(a), numberOf(b)]
  if (number !== undefined && against !== undefined) return number - against
  if (typeof a !== 'string' || typeof b !== 'string') return undefined
  const [one, two] = [a.toLowerCase(), b.toLowerCase()]
  return one < two ? -1 : one > two ? 1 : 0
}

/** A value as a number, if it is one or is written as one. */
export function numberOf(value: BaseValue): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  if (value instanceof BaseDate || value instanceof BaseDuration) return value.ms
  return typeof value === 'string' && /^\s*[+-]?(?:\d+\.?\d*|\.\d+)\s*$/.test(value) ? Number(value) : undefined
}

/** Whether a text is a link; the values of `file.links` and files are such texts. */
export function isLink(text: string): boolean {
  return text.startsWith('[[') && text.endsWith(']]')
}

/** What a link or a name names: without brackets, shown text, heading and ending, in small letters. */
export function linkName(text: string): string {
  const inner = isLink(text) ? text.slice(2, -2) : text
  return (inner.split(/[|#]/)[0] ?? '').trim().replace(/\.md$/i, '').toLowerCase()
}
