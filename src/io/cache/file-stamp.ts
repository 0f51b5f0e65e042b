import type { Stats } from '../files/file-system.ts'

/** How many numbers stand for one file in a list of stamps. */
export const stampLength = 4

/**
 * A file's stamp, by which an unchanged file is recognised: size, modification and inode change time (milliseconds with a fraction of 0.25
 * µs), inode. The time is NaN, which equals nothing, when the file changed so recently that another change could get the same time: such a
 * file is read again next time.
 */
export function stampOf(facts: Stats, now: number): readonly number[] {
  const { size, mtimeMs, ctimeMs, ino } = facts
  const latest = Math.max(mtimeMs, ctimeMs)
  return [size, latest > now - granularity(latest) ? Number.NaN : mtimeMs, ctimeMs, ino]
}

/**
 * The precision of a file time in milliseconds: file systems with whole seconds count in steps of two (FAT), others in clock ticks of at
 * most 10 ms.
 */
function granularity(time: number): number {
  return time % 1000 === 0 ? 2500 : 50
}

/** Whether a file still has the stamp that starts at an index of a list. */
export function bearsStamp(facts: Stats, stamps: Float64Array, place: number): boolean {
  return (
    stamps[place + 1] === facts.mtimeMs &&
    stamps[place] === facts.size &&
    stamps[place + 2] === facts.ctimeMs &&
    stamps[place + 3] === facts.ino
  )
}
