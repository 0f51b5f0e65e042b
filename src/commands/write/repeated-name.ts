import { isoDay } from '../arguments/read-date.ts'
import type { Period } from './writing-settings.ts'

/** When a name recurs whose pattern lacks the year, the month or the week: days, months and years later. */
const returns: Readonly<Record<Period, readonly (readonly [days: number, months: number])[]>> = {
  daily: [
    [7, 0],
    [0, 1],
    [0, 12],
  ],
  weekly: [
    [364, 0],
    [371, 0],
  ],
  monthly: [[0, 12]],
}

const full = { daily: 'YYYY-MM-DD', weekly: 'GGGG-[W]WW', monthly: 'YYYY-MM' } as const

/** The warning for a periodic note whose name a later one would have, too; `nameOf` gives the name for a day. */
export async function repeatedName(
  period: Period,
  date: Date,
  nameOf: (date: Date) => Promise<string>,
): Promise<readonly string[]> {
  const name = await nameOf(date)
  for (const [days, months] of returns[period]) {
    const later = new Date(date)
    later.setFullYear(date.getFullYear(), date.getMonth() + months, date.getDate() + days)
    if ((await nameOf(later)) === name)
      return [
        `that of ${isoDay(later)} will be the same note; say more of the date in ${period}.name, such as ${full[period]}`,
      ]
  }
  return []
}
