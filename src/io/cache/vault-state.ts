import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { errorReason } from '../files/error-code.ts'
import { makeFolders } from '../files/make-folders.ts'

/** Reads a state file as JSON; undefined when it is missing, unreadable or damaged: state is only a comfort. */
export function readState(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Writes a state file whole, readable by its owner alone; resolves to why it could not. */
export async function writeState(file: string, data: unknown): Promise<string | undefined> {
  try {
    const { default: writeFileAtomic } = await import('write-file-atomic')
    makeFolders(dirname(file))
    await writeFileAtomic(file, `${JSON.stringify(data)}\n`, { mode: 0o600 })
    return undefined
  } catch (error) {
    return `${file}: ${errorReason(error)}`
  }
}
