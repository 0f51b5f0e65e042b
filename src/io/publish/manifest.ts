import { nameTable } from '../../core/model/name-table.ts'
import { isRecord, isTextList } from '../files/is-record.ts'
import { readFileSync } from '../files/file-system.ts'

/** The record of what was published into a folder: the hash of each file that wend wrote, and the order of topics. */
export interface Manifest {
  readonly version: 1
  readonly topics: readonly string[]
  readonly files: Readonly<Record<string, string>>
}

/** Reads a manifest; an empty one when the file is no manifest. A folder of a vault may contain a forged one, so its form is checked. */
export function readManifest(file: string): Manifest {
  const { version, topics, files } = recordIn(textOf(file))
  const isWhole = version === 1 && isTextList(topics) && isRecord(files) && isTextList(Object.values(files))
  return isWhole
    ? { version, topics, files: nameTable(files as Manifest['files']) }
    : { version: 1, topics: [], files: nameTable({}) }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The fields of a JSON text; none when it is no map. */
export function recordIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(text)
    return isRecord(read) ? read : {}
  } catch {
    return {}
  }
}
