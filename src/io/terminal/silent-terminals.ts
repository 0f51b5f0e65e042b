import { createHash } from 'node:crypto'
import { mkdirSync, statSync, writeFileSync } from '../files/file-system.ts'
import { platform } from 'node:os'
import { dirname, join } from 'node:path'
import { cacheFolder } from '../cache/cache-folder.ts'

/** How long a terminal that did not answer is not asked again, in milliseconds. */
const day = 24 * 3600 * 1000

/** Whether a terminal of this kind was asked within the last day and did not answer. */
export function isKnownSilent(env: NodeJS.ProcessEnv): boolean {
  const file = markOf(env)
  if (file === undefined) return false
  const asked = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  return asked !== undefined && Date.now() - asked < day
}

/** Remembers that a terminal of this kind did not answer; if that can't be stored it is asked again. */
export function rememberSilent(env: NodeJS.ProcessEnv): void {
  const file = markOf(env)
  if (file === undefined) return
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, '')
  } catch {
    // The folder is read-only: then the next command waits, too.
  }
}

/** A file named by what distinguishes terminals: their names, and whether they are remote. */
function markOf(env: NodeJS.ProcessEnv): string | undefined {
  const folder = cacheFolder(env, platform())
  const names = ['TERM', 'TERM_PROGRAM', 'TERM_PROGRAM_VERSION', 'SSH_CONNECTION'].map((name) => env[name] ?? '')
  const hash = createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 8)
  return folder === undefined ? undefined : join(folder, `silent-terminal-${hash}`)
}
