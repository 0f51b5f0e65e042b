import type { DateSource } from '../../core/model/config.ts'
import type { NoteDates } from '../../core/model/note.ts'

/** The source of the dates at which notes of a vault were created and changed. */
export interface VaultDates {
  readonly from: DateSource
  /** The dates that git knows, looked up when a note is read. */
  readonly git?: {
    /** An id of the repository's state. */
    readonly head: string
    readonly of: (path: string) => Pick<NoteDates, 'created' | 'edited'>
  }
}

const told = new Map<string, VaultDates>()

/** Sets the source of dates for all notes of a root that are read from now on. */
export function tellDates(root: string, dates: VaultDates): void {
  told.set(root, dates)
}

/** The known dates of a note. */
export function datesOf(root: string, path: string): NoteDates | undefined {
  const dates = told.get(root)
  return dates && { from: dates.from, ...dates.git?.of(path) }
}

/** An id of the source of dates: notes that were read with another id are out of date. */
export function datesKey(root: string): string {
  const dates = told.get(root)
  return `${dates?.from ?? ''} ${dates?.git?.head ?? ''}`.trim()
}
