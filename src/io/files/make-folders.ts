import * as nodeFiles from './file-system.ts'
import { dirname } from 'node:path'
import { errorCode } from './error-code.ts'

/**
 * Makes a folder with those above it, for its owner alone where nothing else is asked; fine when it is there. Node's own way tries for ever where a folder
 * that exists says that what is made in it does not, as `/proc` does.
 */
export function makeFolders(folder: string, mode = 0o700, fs: Pick<typeof nodeFiles, 'mkdirSync'> = nodeFiles): void {
  try {
    fs.mkdirSync(folder, { mode })
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return
    if (errorCode(error) !== 'ENOENT' || dirname(folder) === folder) throw error
    makeFolders(dirname(folder), mode, fs)
    fs.mkdirSync(folder, { mode })
  }
}
