import { type Stats, statSync } from './file-system.ts'

/** What the system says of a file or folder, symbolic links followed; undefined where it is missing or can't be looked at. Never throws. */
export function fileFacts(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
