import { join } from 'node:path'
import { statSync } from '../files/file-system.ts'

/** The first of some files below a root that was changed or removed after a time (milliseconds since 1970); undefined when none was. */
export function changedSince(root: string, paths: Iterable<string>, time: number): string | undefined {
  for (const path of paths) {
    const facts = statSync(join(root, path), { throwIfNoEntry: false })
    // The inode change time, which only the system sets: the modification time can be set back.
    if (facts === undefined || facts.ctimeMs > time) return path
  }
  return undefined
}
