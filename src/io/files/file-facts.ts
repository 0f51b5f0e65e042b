import { realpathSync, type Stats, statSync } from './file-system.ts'

/** What the system says of a file or folder, symbolic links followed; undefined where it is missing or can't be looked at. Never throws. */
export function fileFacts(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** The real path of a file or folder, symbolic links followed; undefined where it is missing, has no name or can't be looked at. */
export function realPathOf(file: string): string | undefined {
  try {
    return file === '' ? undefined : realpathSync(file)
  } catch {
    return undefined
  }
}
