import * as nodeFiles from './file-system.ts'
import { dirname } from 'node:path'
import { errorCode } from './error-code.ts'

/** How often a folder is tried again whose parent another process took away after it was there. */
const mostTries = 10

/**
 * Makes a folder with those above it, for its owner alone where nothing else is asked; fine when it is there. Node's own way tries for ever where a folder
 * that exists says that what is made in it does not, as `/proc` does.
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
