import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from './file-system.ts'

/** Has `use` write to an empty markdown file, readable by its owner only, and gives its text; the file is then removed. */
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
