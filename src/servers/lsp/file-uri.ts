import { basename, dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { realpathSync } from '../../io/files/file-system.ts'

const isWindows = sep === '\\'

/** The path for a file URI, with `/` and one spelling of drives, which clients write as `c:`, `c%3A` or `C:`; undefined for other URIs. */
export function fileOf(uri: string, windows = isWindows): string | undefined {
  try {
    const file = fileURLToPath(uri, { windows })
    return windows ? slashed(file).replace(/^[a-z]:/, (drive) => drive.toUpperCase()) : file
  } catch {
    return undefined
  }
}

/** The real path of a file, or of the folder that is to hold it. */
export function realPath(file: string): string {
  try {
    return isWindows ? slashed(realpathSync(file)) : realpathSync(file)
  } catch {
    return dirname(file) === file ? file : join(realPath(dirname(file)), basename(file))
  }
}

/** One key for each file, however clients escape its URI and by whatever links they reach it. */
export function fileKey(uri: string): string {
  const file = fileOf(uri)
  return file === undefined ? uri : realPath(file)
}

function slashed(file: string): string {
  return file.replaceAll('\\', '/')
}
