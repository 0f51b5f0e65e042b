import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Whether a change of the vault is going on or was interrupted: a lock or a journal is there. Two look-ups. */
export function mayBeUnfinished(root: string): boolean {
  return ['lock', 'journal'].some((name) => existsSync(join(root, '.wend', name)))
}
