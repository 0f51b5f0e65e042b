import { hashText } from '../../model/hash-text.ts'
import type { Note } from '../../model/note.ts'

/** Which notes were shown on which day (`YYYY-MM-DD`), by path. */
export type ShownDays = Readonly<Record<string, string>>

/** The note of a day: the one shown that day already, else one never shown, else the one shown longest ago; among equals a pick that depends on the day alone. */
export function noteOfTheDay(notes: readonly Note[], shown: ShownDays, day: string): Note | undefined {
  const already = notes.find(({ path }) => shown[path] === day)
  if (already !== undefined) return already
  const oldest = notes.reduce((least, { path }) => (dayOf(shown, path) < least ? dayOf(shown, path) : least), '9')
  const candidates = notes.filter(({ path }) => dayOf(shown, path) === oldest)
  return candidates.reduce<Note | undefined>(
    (best, note) => (best === undefined || hashText(day + note.path) < hashText(day + best.path) ? note : best),
    undefined,
  )
}

function dayOf(shown: ShownDays, path: string): string {
  return Object.hasOwn(shown, path) ? (shown[path] ?? '') : ''
}
