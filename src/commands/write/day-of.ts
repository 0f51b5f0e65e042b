import type { WeekDay, WritingGroup } from '../../core/model/config.ts'
import { fail } from '../../core/model/failure.ts'
import { nearestNames } from '../../core/query/names/nearest-names.ts'
import { formatDate, weekDays } from '../../core/plan/write/format-date.ts'
import { readDate } from '../arguments/read-date.ts'
import type { Context } from '../command.ts'
import { type Period, readWritingSettings } from './writing-settings.ts'

/** Reads a day in words, with the present time: a step such as +1 counts periods, and a week may be given by number, 2026-W09. */
export async function dayOf(context: Context, words: string, period: Period = 'daily'): Promise<Date> {
  const now = context.now()
  const typed = words.trim()
  if (typed === '') return now
  const { weekStart = 'monday' } = await context.config()
  const day = await dayOfWeek(context, typed, weekStart)
  if (day !== undefined) return day
  const iso = await readDate(/^[+-] ?\d+$/.test(typed) ? `${typed}${unitOf[period]}` : typed, now, { weekStart })
  if (iso === undefined) {
    const [near] = nearestNames(typed, ['today', 'yesterday', 'tomorrow', ...weekDays])
    const hint = 'write today, yesterday, "last friday", +1 or 2026-03-01'
    return fail({
      kind: 'usage',
      message: `"${words}" is no day`,
      hint: near === undefined ? hint : `did you mean ${near}?`,
    })
  }
  const [year = 0, month = 1, date = 1] = iso.slice(0, 10).split('-').map(Number)
  return onDay(now, year, month, date)
}

const unitOf: Readonly<Record<Period, string>> = { daily: 'd', weekly: 'w', monthly: 'm' }

/** The pattern of weekly notes: the configured one, else ISO 8601 weeks, or weeks that begin on the configured day. */
export function weekPattern({ name }: WritingGroup, weekStart: WeekDay): string {
  return name ?? (weekStart === 'monday' ? isoWeek : localWeek)
}

const [isoWeek, localWeek] = ['GGGG-[W]WW', 'gggg-[W]ww'] as const

/** The first day of a period: of a month its first, of a week the day on which weeks begin by the pattern of their notes. */
export function firstDay({ period, date }: { period: Period; date: Date }, pattern: string, weekStart: WeekDay): Date {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  if (period === 'daily') return date
  if (period === 'monthly') return onDay(date, year, month, 1)
  return onDay(date, year, month, day - ((date.getDay() - weekDays.indexOf(startOf(pattern, weekStart)) + 7) % 7))
}

/**
 * The day from which the name of a periodic note is made, the same for all its days: the first of a month or week. For a numbered week
 * without a day in the pattern it is the day that determines the year (ISO 8601: Thursday), so that YYYY-[W]WW never gives 2025-W01 in
 * 2026.
 */
export function namingDay(of: { period: Period; date: Date }, pattern: string, weekStart: WeekDay): Date {
  const first = firstDay(of, pattern, weekStart)
  const said = withoutText(pattern)
  if (of.period !== 'weekly' || !/[Ww]|%V/.test(said) || /D|%[deFD]/.test(said)) return first
  const ahead = startOf(pattern, weekStart) === 'monday' ? 3 : 6
  return onDay(first, first.getFullYear(), first.getMonth() + 1, first.getDate() + ahead)
}

/** The day on which weeks begin: Monday when a pattern uses ISO 8601 weeks. */
function startOf(pattern: string, weekStart: WeekDay): WeekDay {
  return /[GW]|%[VGu]/.test(withoutText(pattern)) ? 'monday' : weekStart
}

/** A date pattern without its literal text. */
function withoutText(pattern: string): string {
  return pattern.replace(/\[[^\]]*\]/g, '')
}

/** The first day of a week given by number, counted as in its note's name; undefined for anything else. */
async function dayOfWeek(context: Context, typed: string, weekStart: WeekDay): Promise<Date | undefined> {
  const [, year, week] = /^(\d{4})-?W(\d\d)$/i.exec(typed) ?? []
  if (year === undefined || week === undefined) return undefined
  const named = weekPattern((await readWritingSettings(context)).periods.weekly, weekStart)
  const pattern = /GG|WW/.test(withoutText(named)) ? isoWeek : localWeek
  // The first week may begin in the previous year.
  for (let day = -6; day <= 366; day++) {
    const date = onDay(context.now(), Number(year), 1, day)
    if (formatDate(date, pattern, weekStart) === `${year}-W${week}`) return date
  }
  return undefined
}

function onDay(now: Date, year: number, month: number, day: number): Date {
  const date = new Date(now)
  date.setFullYear(year, month - 1, day)
  return date
}
