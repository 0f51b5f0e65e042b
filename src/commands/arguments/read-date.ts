import type { ParsedResult } from 'chrono-node'
import type { WeekDay } from '../../core/model/config.ts'
import type { Days } from '../../core/query/lists/days.ts'

/** How days in words are read: "friday" alone is the nearest one, the last one or the next. */
export interface DayReading {
  readonly toward?: 'past' | 'future'
  readonly weekStart?: WeekDay
}

/**
 * Reads an ISO date (year, month or day), a step such as -7d, or plain words such as "last monday" as `YYYY[-MM[-DD]]`, local time;
 * undefined when it is none of them, or more than them. Of a week it is the first day.
 */
export async function readDate(text: string, now: Date, reading: DayReading = {}): Promise<string | undefined> {
  return (await readDays(text, now, reading))?.first
}

/** Like `readDate`, but gives all the days that are meant: "last week" has seven, and a month or year is the whole of it. */
export async function readDays(text: string, now: Date, reading: DayReading = {}): Promise<Days | undefined> {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^((?:19|20)\d\d)(\d\d)(\d\d)$/, '$1-$2-$3')
  const iso = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.exec(words)
  if (iso) return isDay(iso[0]) ? same(iso[0]) : undefined
  // An invalid date is not read as words: 2024-13-01.
  if (/^\d{4}-\d{1,2}(?:-\d{1,2})?$/.test(words)) return undefined
  return stepOf(words, now) ?? periodOf(words, now, reading.weekStart ?? 'monday') ?? spoken(words, now, reading)
}

/** Whether a text may be a day in words; a cheap test before parsing. */
export function mayBeDay(text: string): boolean {
  return /\b(?:today|yesterday|tomorrow|now|ago|last|past|this|next|coming|weeks?|months?|years?|days?|hours?|minutes?|mon|tues?|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)|^\s*[+-]\s*\d|\d[./]\d/i.test(
    text,
  )
}

function same(day: string): Days {
  return { first: day, last: day }
}

/** Whether the calendar has this day; a year or a month it always has. */
function isDay(iso: string): boolean {
  return iso.length < 10 || new Date(`${iso}T00:00:00Z`).toISOString().startsWith(iso)
}

/** `-7d`, `+2w`, `-1m` (months), `-1y`, and hours, as `-2h`, to the minute. A number alone counts days. */
function stepOf(words: string, now: Date): Days | undefined {
  const [, sign, digits, unit = 'd'] = /^([+-]) ?(\d{1,5}) ?(h|d|w|mo?|y)?$/.exec(words) ?? []
  if (sign === undefined) return undefined
  const by = Number(`${sign}${digits ?? ''}`)
  const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()]
  switch (unit) {
    case 'h':
      return same(isoMinute(new Date(now.getTime() + by * 3_600_000)))
    case 'd':
    case 'w':
      return same(isoDay(new Date(year, month, day + by * (unit === 'w' ? 7 : 1))))
    default: {
      const months = unit === 'y' ? by * 12 : by
      const last = new Date(year, month + months + 1, 0).getDate()
      return same(isoDay(new Date(year, month + months, Math.min(day, last))))
    }
  }
}

const weekDays: readonly WeekDay[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** This, the last or the next week, month or year, as a whole. */
function periodOf(words: string, now: Date, weekStart: WeekDay): Days | undefined {
  const [, which, unit] = /^(?:the )?(this|current|last|past|previous|next|coming) (week|month|year)$/.exec(words) ?? []
  if (which === undefined) return undefined
  const by = /^[tc]/.test(which) && which !== 'coming' ? 0 : /^[nc]/.test(which) ? 1 : -1
  const [year, month] = [now.getFullYear(), now.getMonth()]
  if (unit === 'year') return same(String(year + by).padStart(4, '0'))
  if (unit === 'month') return same(isoDay(new Date(year, month + by, 1)).slice(0, 7))
  const start = now.getDate() - ((now.getDay() - weekDays.indexOf(weekStart) + 7) % 7) + by * 7
  return { first: isoDay(new Date(year, month, start)), last: isoDay(new Date(year, month, start + 6)) }
}

/** Other words, parsed by chrono; next to the date only small words are allowed. */
async function spoken(words: string, now: Date, { toward }: DayReading): Promise<Days | undefined> {
  const { parse } = await import('chrono-node')
  const [found, ...more] = parse(words, now, { forwardDate: toward === 'future' })
  if (found === undefined || more.length > 0) return undefined
  const beside = `${words.slice(0, found.index)} ${words.slice(found.index + found.text.length)}`
  if (/[^\s,.]/.test(beside.replace(/\b(?:on|the|at|since|from|of|in|a|day)\b/g, ''))) return undefined
  const date = toward === 'past' ? earlier(found, words, now) : found.date()
  if (
    found.start.isCertain('hour') &&
    found.start.isCertain('minute') &&
    /\d ?(?::|am|pm|h(?:ours?)? ago|min)/.test(words)
  )
    return same(isoMinute(date))
  const isMonth = found.start.isCertain('month') && !found.start.isCertain('day') && !found.start.isCertain('weekday')
  return same(isMonth ? isoDay(date).slice(0, 7) : isoDay(date))
}

/** A weekday or a month without a year that would be in the future is moved to the past; "next friday" is not. */
function earlier({ start }: ParsedResult, words: string, now: Date): Date {
  const date = start.date()
  if (date.getTime() <= now.getTime() || /\b(?:next|coming|in|tomorrow)\b|^\+/.test(words)) return date
  if (start.isCertain('weekday') && !start.isCertain('day')) date.setDate(date.getDate() - 7)
  else if (start.isCertain('month') && !start.isCertain('year')) date.setFullYear(date.getFullYear() - 1)
  return date
}

/** The local day of a date as `YYYY-MM-DD`. */
export function isoDay(date: Date): string {
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

function isoMinute(date: Date): string {
  return `${isoDay(date)}T${two(date.getHours())}:${two(date.getMinutes())}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
