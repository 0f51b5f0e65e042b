import { existsSync } from './file-system.ts'
import { join } from 'node:path'

/**
 * Whether a file or folder exists at a path relative to a folder; the path may lead out of it, and may contain `..` after folders that do
 * not exist.
 */
export function fileExists(root: string, path: string): boolean {
  return existsSync(join(root, path))
}
