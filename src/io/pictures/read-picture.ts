import { readFileSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'

/** Larger pictures would keep the terminal busy; they are named instead. In bytes. */
const LARGEST = 4_000_000

/** The bytes of a PNG file of the vault; undefined when it is not there, too large, or a link out of the vault. */
export function readPicture(root: string, path: string): Buffer | undefined {
  try {
    const file = realpathSync(join(root, path))
    const facts = statSync(file)
    const inside = file.startsWith(realpathSync(root) + sep)
    return inside && facts.isFile() && facts.size <= LARGEST ? readFileSync(file) : undefined
  } catch {
    return undefined
  }
}
