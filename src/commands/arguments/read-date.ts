/**
 * Reads an ISO date (year, month or day) or plain words such as "last monday" as `YYYY[-MM[-DD]]`, local time; undefined when it is
 * neither. A mere "friday" is the nearest one, or with `future` the next.
 */
export async function readDate(text: string, now: Date, toward?: 'future'): Promise<string | undefined> {
  const iso = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.exec(text.trim())
  if (iso) return isDay(iso[0]) ? iso[0] : undefined
  // What is written as a date and is none is not read as words: 2024-13-01.
  if (/^\d{4}-\d{1,2}(?:-\d{1,2})?$/.test(text.trim())) return undefined
  const { parseDate } = await import('chrono-node')
  const date = parseDate(text, now, { forwardDate: toward === 'future' })
  return date === null ? undefined : isoDay(date)
}

/** Whether the calendar has this day; a year or a month it always has. */
function isDay(iso: string): boolean {
  return iso.length < 10 || new Date(`${iso}T00:00:00Z`).toISOString().startsWith(iso)
}

/** The local day of a date as `YYYY-MM-DD`. */
export function isoDay(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
