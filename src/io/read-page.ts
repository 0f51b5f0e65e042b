import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fail } from '../core/model/failure.ts'

/** The text of a page that ships with the program, by path relative to the package; it is looked for upward from the running file. */
export function readPage(path: string): string {
  const start = import.meta.dirname
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, path)
    if (existsSync(join(folder, 'package.json')) && existsSync(file)) return readFileSync(file, 'utf8')
    if (dirname(folder) === folder) break
  }
  return fail({ kind: 'io', action: 'read', path, reason: 'the page is not part of this installation' })
}
