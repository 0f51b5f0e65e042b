import dayjs from 'dayjs'
import type { WeekDay } from '../../model/config.ts'
import { weekDays } from './format-date.ts'

/** A day or time relative to that of a note, and the pattern to write it in. */
export interface MovedDate {
  readonly date: Date
  readonly pattern: string | undefined
}

/**
 * Reads the placeholders of Obsidian's Periodic Notes: `date+1d:PATTERN` and `time-2h`, moved by years, quarters, months (M), weeks, days,
 * hours, minutes (m) or seconds; `monday:PATTERN`, that day of the note's week. Undefined for other words.
 */
export function movedDate(words: string, date: Date, weekStart: WeekDay): MovedDate | undefined {
  const [, sort, count = '', unit = '', pattern] =
    /^(date|time)\s*([+-]\d{1,5})([yQqMwdhms])\s*(?::\s*(.+))?$/is.exec(words) ?? []
  if (sort !== undefined) return { date: movedBy(date, Number(count), unit), pattern }
  const [, name = '', named] = /^([a-z]+)\s*:\s*(.+)$/is.exec(words) ?? []
  const day = weekDays.indexOf(name.toLowerCase() as WeekDay)
  if (day < 0) return undefined
  const first = weekDays.indexOf(weekStart)
  const place = (weekday: number): number => (weekday - first + 7) % 7
  return { date: movedBy(date, place(day) - place(date.getDay()), 'd'), pattern: named }
}

/** A date moved by some units, named by their letter; only `M` and `m` differ by case. */
export function movedBy(date: Date, count: number, unit: string): Date {
  const letter = unit === 'M' ? 'M' : unit.toLowerCase()
  const [times, whole] = letter === 'q' ? [3, 'M'] : [1, letter]
  return dayjs(date)
    .add(count * times, whole as dayjs.ManipulateType)
    .toDate()
}
