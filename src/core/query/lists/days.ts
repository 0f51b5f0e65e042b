import { localTime } from '../../parse/local-time.ts'
import { isDate } from './sort-notes.ts'

/** A stretch of time: its first and last day, each as far as it is said, `2026`, `2026-03`, `2026-03-01` or `2026-03-01T10:00`. */
export interface Days {
  readonly first: string
  readonly last: string
}

export type DayOrder = '=' | '<' | '<=' | '>' | '>='

/** An ISO date, a month or a year as the days that it has; undefined for anything else. */
export function isoDays(text: string): Days | undefined {
  const iso = text.trim()
  if (!isDate(iso) && !/^\d{4}$/.test(iso)) return undefined
  const time = localTime(iso)
  return { first: time, last: time }
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
