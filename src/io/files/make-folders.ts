import * as nodeFiles from './file-system.ts'
import { dirname } from 'node:path'
import { errorCode } from './error-code.ts'

/** How often to retry a folder whose parent another process removed in the meantime. */
const mostTries = 10

/**
 * Makes a folder with its parents, for its owner only by default; an existing one is fine. Node's recursive mkdir loops for ever where an
 * existing folder reports that its children can't exist, as `/proc` does.
 */
export function makeFolders(folder: string, mode = 0o700, fs: Pick<typeof nodeFiles, 'mkdirSync'> = nodeFiles): void {
  for (let tries = 0; ; tries++)
    try {
      fs.mkdirSync(folder, { mode })
      return
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return
      if (errorCode(error) !== 'ENOENT' || dirname(folder) === folder || tries === mostTries) throw error
      makeFolders(dirname(folder), mode, fs)
    }
}
