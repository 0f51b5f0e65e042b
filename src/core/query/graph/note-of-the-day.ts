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
    (best, note) => (best === undefined || hash(day + note.path) < hash(day + best.path) ? note : best),
    undefined,
  )
}

function dayOf(shown: ShownDays, path: string): string {
  return Object.hasOwn(shown, path) ? (shown[path] ?? '') : ''
}

/** The FNV-1a hash of a text, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0
  return value
}
