import { join } from 'node:path'
import { statSync } from '../files/file-system.ts'

/** The first of some files below a root that was changed or removed after a time, in milliseconds of the clock; undefined when none was. */
export function changedSince(root: string, paths: Iterable<string>, time: number): string | undefined {
  for (const path of paths) {
    const facts = statSync(join(root, path), { throwIfNoEntry: false })
    // The time of the inode, which only the system sets: that of the content can be set back.
    if (facts === undefined || facts.ctimeMs > time) return path
  }
  return undefined
}
