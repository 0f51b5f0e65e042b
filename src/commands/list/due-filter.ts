import type { WeekDay } from '../../core/model/config.ts'
import { fail } from '../../core/model/failure.ts'
import type { TaskRow } from '../../core/model/report.ts'
import { isInDays } from '../../core/query/lists/days.ts'
import { isoDay, readDays } from '../arguments/read-date.ts'

/** The tasks that `--due` keeps: due today, within a week, before today, on a day, month or year, on any day, or without a day. */
export async function dueFilter(words: string, now: Date, weekStart: WeekDay): Promise<(task: TaskRow) => boolean> {
  const today = isoDay(now)
  switch (words.trim().toLowerCase()) {
    case 'overdue':
      return ({ due, done }) => due !== undefined && due < today && !done
    case 'week': {
      const end = isoDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 6))
      return ({ due }) => due !== undefined && due >= today && due <= end
    }
    case 'any':
      return ({ due }) => due !== undefined
    case 'none':
      return ({ due }) => due === undefined
    default: {
      const days = await readDays(words, now, { toward: 'future', weekStart })
      if (days === undefined)
        return fail({
          kind: 'usage',
          message: `--due does not understand "${words}"`,
          hint: 'write today, week, overdue, any, none, 2026-03-01, 2026-03, or words such as "next friday"',
        })
      return ({ due }) => due !== undefined && isInDays(due, '=', days)
    }
  }
}
