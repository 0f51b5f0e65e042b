import dayjs from 'dayjs'
import type { WeekDay } from '../../model/config.ts'
import en from 'dayjs/locale/en.js'
import advancedFormat from 'dayjs/plugin/advancedFormat.js'
import isoWeek from 'dayjs/plugin/isoWeek.js'
import weekOfYear from 'dayjs/plugin/weekOfYear.js'
import weekYear from 'dayjs/plugin/weekYear.js'
import { nameTable } from '../../model/name-table.ts'

for (const plugin of [weekOfYear, weekYear, isoWeek, advancedFormat]) dayjs.extend(plugin)

/** The weekdays with which a week may begin, in the order of `Date`. */
export const weekDays: readonly WeekDay[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
]

/**
 * A date by a Moment.js pattern, as Obsidian uses them (`YYYY-MM-DD`, `[W]ww`), in local time; weeks by `gggg` and `ww` begin with
 * `weekStart`. If that is Monday, the first week of a year holds its first Thursday (ISO 8601), else its first day, as in Moment.js.
 */
export function formatDate(date: Date, pattern: string, weekStart: WeekDay): string {
  const locale = {
    ...en,
    name: `en-${weekStart}`,
    weekStart: weekDays.indexOf(weekStart),
    yearStart: weekStart === 'monday' ? 4 : 1,
  }
  // `E`, the day of an ISO week, which dayjs does not support.
  const known = pattern.replace(/\[[^\]]*\]|E/g, (part) => (part === 'E' ? String(dayjs(date).isoWeekday()) : part))
  return dayjs(date).locale(locale).format(known)
}

/** A `strftime` pattern, as zk uses, as a Moment.js pattern. */
export function fromStrftime(pattern: string): string {
  return pattern.replace(/%([a-zA-Z%])|([A-Za-z]+)/g, (_all, code: string | undefined, text: string | undefined) =>
    code === undefined ? `[${text ?? ''}]` : (strftime[code] ?? `[${code}]`),
  )
}

const strftime: Readonly<Record<string, string>> = nameTable({
  Y: 'YYYY',
  y: 'YY',
  m: 'MM',
  d: 'DD',
  e: 'D',
  H: 'HH',
  I: 'hh',
  M: 'mm',
  S: 'ss',
  p: 'A',
  A: 'dddd',
  a: 'ddd',
  B: 'MMMM',
  b: 'MMM',
  h: 'MMM',
  V: 'WW',
  G: 'GGGG',
  u: 'E',
  F: 'YYYY-MM-DD',
  D: 'MM/DD/YY',
  T: 'HH:mm:ss',
  R: 'HH:mm',
  s: 'X',
  '%': '[%]',
})

/** A Joda pattern, as Logseq uses (`yyyy_MM_dd`, `EEEE, do MMM`), as a Moment.js pattern. */
export function fromJoda(pattern: string): string {
  return pattern.replace(/'([^']*)'|do|y+|d+|E+/g, (part, text: string | undefined) => {
    if (text !== undefined) return `[${text}]`
    if (part === 'do') return 'Do'
    if (part.startsWith('E')) return part.length > 3 ? 'dddd' : 'ddd'
    return part.toUpperCase()
  })
}

/** A dateformat pattern, as foam uses (`yyyy-mm-dd`), as a Moment.js pattern; `mm` after hours means minutes. */
export function fromDateformat(pattern: string): string {
  const quoted = pattern.replace(
    /'([^']*)'|"([^"]*)"/g,
    (_all, a: string | undefined, b: string | undefined) => `[${a ?? b ?? ''}]`,
  )
  return quoted.replace(/\[[^\]]*\]|y+|d+|m+|M+/g, (part, at: number) => {
    if (part.startsWith('[')) return part
    if (part.startsWith('y')) return part.toUpperCase()
    if (part.startsWith('d')) return part.length > 2 ? part : part.toUpperCase()
    const afterHours = /[Hh]+\W*$/.test(quoted.slice(0, at))
    return part.startsWith('M') || afterHours ? 'm'.repeat(part.length) : part.toUpperCase()
  })
}
