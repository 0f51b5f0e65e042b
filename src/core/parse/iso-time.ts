const dayLength = 86_400_000

/** The day that was written last: files of a vault were mostly changed on few days. */
let lastDay = Number.NaN
let lastDate = ''

/** A time in milliseconds since 1970 as ISO 8601 in UTC, as `Date` writes it; empty when it is no number. */
export function isoTime(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return ''
  if (milliseconds < 0) return new Date(milliseconds).toISOString()
  const day = Math.floor(milliseconds / dayLength)
  if (day !== lastDay) {
    lastDate = new Date(day * dayLength).toISOString().slice(0, -13)
    lastDay = day
  }
  const time = Math.floor(milliseconds - day * dayLength)
  const seconds = Math.floor(time / 1000)
  const minutes = Math.floor(seconds / 60)
  return `${lastDate}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}.${String(time % 1000).padStart(3, '0')}Z`
}

function two(number: number): string {
  return number < 10 ? `0${String(number)}` : String(number)
}
