import type { WeekDay, WritingGroup } from '../../core/model/config.ts'
import { fail } from '../../core/model/failure.ts'
import { nearestNames } from '../../core/query/names/nearest-names.ts'
import { formatDate, weekDays } from '../../core/plan/write/format-date.ts'
import { readDate } from '../arguments/read-date.ts'
import type { Context } from '../command.ts'
import { type Period, readWritingSettings } from './writing-settings.ts'

/** Reads a day in words, as a date with the time of now: a step such as +1 counts in the period, a week may go by its name, 2026-W09. */
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

/** How the notes of weeks are named: as is set, else by weeks of ISO 8601, or by those that begin on the day that is set. */
export function weekPattern({ name }: WritingGroup, weekStart: WeekDay): string {
  return name ?? (weekStart === 'monday' ? isoWeek : localWeek)
}

const [isoWeek, localWeek] = ['GGGG-[W]WW', 'gggg-[W]ww'] as const

/** The first day of a stretch of time: of a month its first, of a week the one that weeks begin on by the name of their notes. */
export function firstDay({ period, date }: { period: Period; date: Date }, pattern: string, weekStart: WeekDay): Date {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  if (period === 'daily') return date
  if (period === 'monthly') return onDay(date, year, month, 1)
  return onDay(date, year, month, day - ((date.getDay() - weekDays.indexOf(startOf(pattern, weekStart)) + 7) % 7))
}

/**
 * The day by which the note of a stretch of time is named, one for all its days: of a month or a week the first. A week that is counted and
 * no day of it said goes by the day that says to which year it belongs (ISO 8601: its Thursday), so that YYYY-[W]WW has no 2025-W01 in 2026.
 */
export function namingDay(of: { period: Period; date: Date }, pattern: string, weekStart: WeekDay): Date {
  const first = firstDay(of, pattern, weekStart)
  const said = withoutText(pattern)
  if (of.period !== 'weekly' || !/[Ww]|%V/.test(said) || /D|%[deFD]/.test(said)) return first
  const ahead = startOf(pattern, weekStart) === 'monday' ? 3 : 6
  return onDay(first, first.getFullYear(), first.getMonth() + 1, first.getDate() + ahead)
}

/** The day that weeks begin on: those of ISO 8601, by which a pattern may name them, on Monday. */
function startOf(pattern: string, weekStart: WeekDay): WeekDay {
  return /[GW]|%[VGu]/.test(withoutText(pattern)) ? 'monday' : weekStart
}

/** A pattern for dates without what stands in it as it is. */
function withoutText(pattern: string): string {
  return pattern.replace(/\[[^\]]*\]/g, '')
}

/** The first day of a week that goes by its name, with weeks counted as its note has them; undefined for what names none. */
async function dayOfWeek(context: Context, typed: string, weekStart: WeekDay): Promise<Date | undefined> {
  const [, year, week] = /^(\d{4})-?W(\d\d)$/i.exec(typed) ?? []
  if (year === undefined || week === undefined) return undefined
  const named = weekPattern((await readWritingSettings(context)).periods.weekly, weekStart)
  const pattern = /GG|WW/.test(withoutText(named)) ? isoWeek : localWeek
  // The first week may begin in the year before.
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
