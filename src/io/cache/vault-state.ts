import { dirname, join } from 'node:path'
import { errorReason } from '../files/error-code.ts'
import { makeFolders } from '../files/make-folders.ts'
import { readPlainFile } from '../files/file-system.ts'

/**
 * Reads the state stored under a name, from the first state folder that has it; undefined when it is missing, unreadable or damaged:
 * nothing depends on it.
 */
export function readState(folders: readonly string[], name: string): unknown {
  for (const folder of folders) {
    try {
      return JSON.parse(readPlainFile(join(folder, `${name}.json`)).toString('utf8'))
    } catch {
      continue
    }
  }
  return undefined
}

/** Writes a state file atomically, readable by its owner only; resolves to the reason when it failed. */
export async function writeState(folder: string, name: string, data: unknown): Promise<string | undefined> {
  const file = join(folder, `${name}.json`)
  try {
    const [{ replaceWhole }, fs] = await Promise.all([
      import('../files/write-file-whole.ts'),
      import('../files/file-system.ts'),
    ])
    makeFolders(dirname(file))
    replaceWhole(fs, file, Buffer.from(`${JSON.stringify(data)}\n`), 0o600)
    return undefined
  } catch (error) {
    return `${file}: ${errorReason(error)}`
  }
}
