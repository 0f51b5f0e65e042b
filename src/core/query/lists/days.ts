import { localTime } from '../../parse/local-time.ts'
import { isDate } from './sort-notes.ts'

/** A stretch of time: its first and last day, each as far as it is said, `2026`, `2026-03`, `2026-03-01` or `2026-03-01T10:00`. */
export interface Days {
  readonly first: string
  readonly last: string
}

export type DayOrder = '=' | '<' | '<=' | '>' | '>='

/** An ISO date, a month or a year as the days that it has; undefined for anything else, and for a day that no calendar has. */
export function isoDays(text: string): Days | undefined {
  const iso = text.trim()
  if (!/^\d{4}$/.test(iso) && !(isDate(iso) && isInCalendar(iso))) return undefined
  const time = localTime(iso)
  return { first: time, last: time }
}

function isInCalendar(iso: string): boolean {
  const [year = 0, month = 0, day = 1] = iso.slice(0, 10).split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Whether an ISO time or date lies in, before or after a stretch of days, by the clock on the wall. */
export function isInDays(iso: string, order: DayOrder, { first, last }: Days): boolean {
  const time = localTime(iso)
  const [toFirst, toLast] = [time.slice(0, first.length), time.slice(0, last.length)]
  switch (order) {
    case '=':
      return toFirst >= first && toLast <= last
    case '<':
      return toFirst < first
    case '<=':
      return toLast <= last
    case '>':
      return toLast > last
    case '>=':
      return toFirst >= first
  }
}
