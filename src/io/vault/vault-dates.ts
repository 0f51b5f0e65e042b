import type { DateSource } from '../../core/model/config.ts'
import type { NoteDates } from '../../core/model/note.ts'

/** What says when the notes of a vault were made and changed. */
export interface VaultDates {
  readonly from: DateSource
  /** What git knows, which is asked when a note is read. */
  readonly git?: {
    /** Names the state of the repository. */
    readonly head: string
    readonly of: (path: string) => Pick<NoteDates, 'created' | 'edited'>
  }
}

const told = new Map<string, VaultDates>()

/** Tells, for all that reads notes of a root from now on, what says when they were changed. */
export function tellDates(root: string, dates: VaultDates): void {
  told.set(root, dates)
}

/** What is known of the dates of a note that is read. */
export function datesOf(root: string, path: string): NoteDates | undefined {
  const dates = told.get(root)
  return dates && { from: dates.from, ...dates.git?.of(path) }
}

/** What notes that were read before depend on beside their files. */
export function datesKey(root: string): string {
  const dates = told.get(root)
  return `${dates?.from ?? ''} ${dates?.git?.head ?? ''}`.trim()
}
