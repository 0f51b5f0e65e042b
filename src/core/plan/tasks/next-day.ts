/**
 * The next day after a day (`YYYY-MM-DD`) by a recurrence rule as Obsidian's Tasks plugin writes it: `every day`, `every 2 weeks`, `every
 * weekday`, `every week on Monday, Friday`, `every month on the 15th`, `… on the last`, `… on the 2nd Tuesday`, `every year`. Undefined for
 * other rules. The caller handles `when done`.
 */
export function nextDay(rule: string, after: string): string | undefined {
  const words = rule
    .toLowerCase()
    .replace(/\bwhen done\b/, '')
    .replace(/[\s,]+/g, ' ')
    .replace(/ and /g, ' ')
    .trim()
  const [, digits, name, rest = ''] = /^every (?:(\d{1,4}|other) )?([a-z]+)(?: (on .+))?$/.exec(words) ?? []
  if (name === undefined) return undefined
  const count = digits === 'other' ? 2 : digits === undefined ? 1 : Number(digits)
  const start = dayOf(after)
  if (start === undefined || count === 0) return undefined
  const found = dayAfter(start, { count, unit: name.replace(/s$/, ''), on: rest.replace(/^on (?:the )?/, '') })
  return found && isoOf(found)
}

interface Rule {
  readonly count: number
  readonly unit: string
  /** What follows `on`, without `the`. */
  readonly on: string
}

function dayAfter(start: Date, { count, unit, on }: Rule): Date | undefined {
  switch (unit) {
    case 'day':
      return on === '' ? later(start, count) : undefined
    case 'weekday':
      return on === '' ? onWeekDays(start, count, [1, 2, 3, 4, 5]) : undefined
    case 'week':
      return on === '' ? later(start, 7 * count) : onDaysOfWeek(start, count, on)
    case 'month':
      return on === '' ? monthsLater(start, count) : onDayOfMonth(start, count, on)
    case 'year':
      return on === '' ? monthsLater(start, 12 * count) : undefined
    default: {
      const day = weekDay(unit)
      return day === undefined || on !== '' ? undefined : onWeekDays(start, count, [day])
    }
  }
}

const weekDays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

function weekDay(name: string): number | undefined {
  const at = weekDays.findIndex((day) => day === name || (name.length === 3 && day.startsWith(name)))
  return at < 0 ? undefined : at
}

function onDaysOfWeek(start: Date, weeks: number, on: string): Date | undefined {
  const days = on.split(' ').map((name) => weekDay(name.replace(/s$/, '')))
  return days.some((day) => day === undefined)
    ? undefined
    : onWeekDays(
        start,
        weeks,
        days.flatMap((day) => day ?? []),
      )
}

/** The next of some weekdays; when none is left in the week, `weeks` weeks later. Weeks begin on Monday. */
function onWeekDays(start: Date, weeks: number, days: readonly number[]): Date {
  const monday = (start.getUTCDay() + 6) % 7
  const inWeek = days.map((day) => (day + 6) % 7).sort((a, b) => a - b)
  const next = inWeek.find((day) => day > monday)
  return next === undefined ? later(start, weeks * 7 - monday + (inWeek[0] ?? 0)) : later(start, next - monday)
}

/** `15th`, `last`, `2nd Tuesday`, `last Friday`: in this month if that is still ahead, else `months` months later. */
function onDayOfMonth(start: Date, months: number, on: string): Date | undefined {
  const [, which, name] = /^(\d{1,2}(?:st|nd|rd|th)?|last)(?: ([a-z]+))?$/.exec(on) ?? []
  const day = name === undefined ? undefined : weekDay(name)
  if (which === undefined || (name !== undefined && day === undefined)) return undefined
  for (let ahead = 0; ahead <= 12 * 8 * months; ahead += months) {
    const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + ahead]
    const date =
      which === 'last' ? lastOf(year, month, day) : nthOf(year, month, { count: Number.parseInt(which), day })
    if (date !== undefined && date > start) return date
  }
  return undefined
}

function lastOf(year: number, month: number, day: number | undefined): Date {
  const last = new Date(Date.UTC(year, month + 1, 0))
  return day === undefined ? last : later(last, -((last.getUTCDay() - day + 7) % 7))
}

/** The nth of some weekday in a month; undefined when the month has none. */
function nthOf(
  year: number,
  month: number,
  { count, day }: { readonly count: number; readonly day: number | undefined },
): Date | undefined {
  const first = new Date(Date.UTC(year, month, 1))
  const days = day === undefined ? count - 1 : ((day - first.getUTCDay() + 7) % 7) + 7 * (count - 1)
  const date = later(first, days)
  return count > 0 && date.getUTCMonth() === first.getUTCMonth() ? date : undefined
}

/** The same day some months later, or the last day of a month that is too short. */
function monthsLater(start: Date, months: number): Date {
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + months]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(start.getUTCDate(), last)))
}

function later(date: Date, days: number): Date {
  return new Date(date.getTime() + days * 86_400_000)
}

/** The number of days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** The day some days later. */
export function dayLater(day: string, days: number): string {
  const date = dayOf(day)
  return date === undefined ? day : isoOf(later(date, days))
}

function dayOf(iso: string): Date | undefined {
  const date = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(date.getTime()) ? undefined : date
}

function isoOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
