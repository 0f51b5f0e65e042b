import { nextDay } from './next-day.ts'

/** A repeating timestamp of a Logseq block, and the next one. */
export interface RepeatedDay {
  /** The offset and text of what stands between `<` and `>`. */
  readonly at: number
  readonly written: string
  /** The text with the next day, and that day. */
  readonly now: string
  readonly day: string
}

const stamp =
  /(?<=(?:SCHEDULED|DEADLINE):[ \t]*<)(\d{4}-\d{2}-\d{2})( [^\s>\d]+)?( \d{1,2}:\d{2})? (\.\+|\+\+|\+)(\d{1,4})([dwmy])(?=>)/g

const units: Readonly<Record<string, string>> = { d: 'days', w: 'weeks', m: 'months', y: 'years' }
const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/**
 * The repeating timestamps of a block, moved as org mode does: `+` once from the day itself, `++` from it until the day is ahead, `.+` from
 * today. Without those that do not repeat, or repeat after hours.
 */
export function repeatedDays(block: string, today: string): readonly RepeatedDay[] {
  return [...block.matchAll(stamp)].flatMap((match) => {
    const [written, from = '', name, time = '', sign = '', count = '', unit = ''] = match
    const day = dayAfter(
      sign === '.+' ? today : from,
      `every ${count} ${units[unit] ?? ''}`,
      sign === '++' ? today : '',
    )
    if (day === undefined) return []
    const weekDay = name === undefined ? '' : ` ${names[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''}`
    return [{ at: match.index, written, now: `${day}${weekDay}${time} ${sign}${count}${unit}`, day }]
  })
}

/** The next day by a rule, repeated until it is later than `until`. */
function dayAfter(from: string, rule: string, until: string): string | undefined {
  let day = nextDay(rule, from)
  for (let steps = 0; day !== undefined && day <= until && steps < 10_000; steps++) day = nextDay(rule, day)
  return day
}
