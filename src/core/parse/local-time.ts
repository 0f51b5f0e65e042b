/**
 * An ISO time as the clock on the wall had it, `YYYY-MM-DDTHH:MM:SS`: one in UTC or with an offset in the time zone of the process, one
 * without, and a mere date, as it stands.
 */
export function localTime(iso: string): string {
  const time = iso.replace(/^(\d{4}-\d\d-\d\d) /, '$1T')
  if (!/T[\d:.]+ ?(?:Z|[+-]\d\d:?\d\d)$/i.test(time)) return time
  const date = new Date(time.replace(' ', ''))
  if (Number.isNaN(date.getTime())) return time
  const [month, day, hour, minute, second] = [
    date.getMonth() + 1,
    date.getDate(),
    date.getHours(),
    date.getMinutes(),
    date.getSeconds(),
  ].map((part) => String(part).padStart(2, '0'))
  return `${String(date.getFullYear()).padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}`
}

/** The same to the minute, as people read it: `YYYY-MM-DD HH:MM`. */
export function localMinute(iso: string): string {
  return localTime(iso).slice(0, 16).replace('T', ' ')
}

/** The day of an ISO time or date, as `localTime` has it. */
export function localDay(iso: string): string {
  return localTime(iso).slice(0, 10)
}
