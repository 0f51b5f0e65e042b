import { nameTable } from '../../core/model/name-table.ts'
import { isRecord, isTextList } from '../files/is-record.ts'
import { readFileSync } from '../files/file-system.ts'

/** What a folder says of what was published into it: the hash of each file that wend wrote, and the order of topics. */
export interface Manifest {
  readonly version: 1
  readonly topics: readonly string[]
  readonly files: Readonly<Record<string, string>>
}

/**
 * What a file says of what was published; nothing where it is none. A folder of a vault may hold what a stranger wrote as if wend had: it
 * is taken for that only where it has its form.
 */
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

/** The fields of a text of JSON; none where it holds no record. */
export function recordIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(text)
    return isRecord(read) ? read : {}
  } catch {
    return {}
  }
}
