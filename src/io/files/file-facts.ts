import { realpathSync, type Stats, statSync } from './file-system.ts'

/** The stat of a file or folder, following symbolic links; undefined when it is missing or can't be read. Never throws. */
export function fileFacts(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** The real path of a file or folder, following symbolic links; undefined when it is missing, has an invalid name or can't be read. */
export function realPathOf(file: string): string | undefined {
  try {
    return file === '' ? undefined : realpathSync(file)
  } catch {
    return undefined
  }
}
