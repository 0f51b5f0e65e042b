import { existsSync, readFileSync } from './file-system.ts'
import { dirname, join } from 'node:path'
import { fail } from '../../core/model/failure.ts'

/** The pages by path, if the build included them in the program. */
declare const WEND_PAGES: Readonly<Record<string, string>> | undefined

/** The text of a page shipped with the program, by path relative to the package, searched for upward from the running file. */
export function readPage(path: string): string {
  const page = typeof WEND_PAGES === 'object' ? WEND_PAGES[path] : undefined
  if (page !== undefined) return page
  const file = pageFile(path)
  if (file !== undefined) return readFileSync(file, 'utf8')
  return fail({ kind: 'io', action: 'read', path, reason: 'the page is not part of this installation' })
}

/** The file of a page shipped with the program, searched for upward from the running file; undefined when there is none. */
export function pageFile(path: string): string | undefined {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const file = join(folder, path)
    if (existsSync(join(folder, 'package.json')) && existsSync(file)) return file
    if (dirname(folder) === folder) return undefined
  }
}
