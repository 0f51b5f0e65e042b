import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from './file-system.ts'

/** What stands in an empty markdown file, readable for its owner alone, after it was used; the file is gone then. */
export async function textOfScratchFile(use: (file: string) => Promise<unknown>): Promise<string> {
  const folder = join(tmpdir(), `wend-${randomUUID()}`)
  mkdirSync(folder, { mode: 0o700 })
  try {
    const file = join(folder, 'text.md')
    writeFileSync(file, '', { mode: 0o600 })
    await use(file)
    return readFileSync(file, 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
