import type { Stats } from '../files/file-system.ts'

/** How many numbers stand for one file in a list of stamps. */
export const stampLength = 4

/**
 * What tells that a file was not written since: size, time of change of content and of the inode (milliseconds with a fraction
 * of 0.25 µs), inode. The time is NaN, which equals nothing, when the file changed so shortly before it was looked at that
 * another change could bear the same time: such a file is read again next time.
 */
export function stampOf(facts: Stats, now: number): readonly number[] {
  const { size, mtimeMs, ctimeMs, ino } = facts
  const latest = Math.max(mtimeMs, ctimeMs)
  return [size, latest > now - granularity(latest) ? Number.NaN : mtimeMs, ctimeMs, ino]
}

/** File systems that count in whole seconds count in steps of two (FAT); others in clock ticks of at most 10 ms. */
function granularity(time: number): number {
  return time % 1000 === 0 ? 2500 : 50
}

/** Whether a file still bears the stamp at a place of a list. */
export function bearsStamp(facts: Stats, stamps: Float64Array, place: number): boolean {
  return (
    stamps[place + 1] === facts.mtimeMs &&
    stamps[place] === facts.size &&
    stamps[place + 2] === facts.ctimeMs &&
    stamps[place + 3] === facts.ino
  )
}
