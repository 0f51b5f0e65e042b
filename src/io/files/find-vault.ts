import { existsSync, readdirSync, statSync } from './file-system.ts'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { isNoteFile } from '../../core/model/note-path.ts'
import { errorCode } from './error-code.ts'

const markers = ['.wend', '.obsidian', '.zk', '.foam', '.iwe', '.moxide.toml']

/** How the vault was chosen; `guess` when nothing marked it. */
export interface VaultChoice {
  readonly root: string
  readonly by: 'flag' | 'environment' | 'marker' | 'guess'
}

/** The part of Node's process that a vault is looked for from. */
export interface Surroundings {
  /** The current folder; fails where it was removed. */
  readonly cwd: () => string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Chooses the vault: the flag, else `$WEND_VAULT`, else the nearest marked folder upward, else `./notes` if it has notes, else the current folder. */
export function findVault(place: Surroundings, flag: string | undefined): VaultChoice {
  const environment = place.env['WEND_VAULT']
  if (flag !== undefined) return { root: folder(place, flag), by: 'flag' }
  if (environment !== undefined && environment !== '') return { root: folder(place, environment), by: 'environment' }
  const cwd = place.cwd()
  for (let at = cwd; ; at = dirname(at)) {
    if (isMarked(at)) return { root: at, by: 'marker' }
    if (dirname(at) === at) break
  }
  const notes = join(cwd, 'notes')
  return { root: hasNotes(notes) ? notes : cwd, by: 'guess' }
}

function folder(place: Surroundings, path: string): string {
  if (path.trim() === '')
    fail({ kind: 'usage', message: '--vault is empty', hint: 'name a folder of notes, or leave the option out' })
  const root = isAbsolute(path) ? resolve(path) : resolve(place.cwd(), path)
  try {
    if (!statSync(root).isDirectory()) fail({ kind: 'vault-missing', path, reason: 'not-a-folder' })
    readdirSync(root)
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    fail({
      kind: 'vault-missing',
      path,
      reason: errorCode(error) === 'EACCES' || errorCode(error) === 'EPERM' ? 'unreadable' : 'absent',
    })
  }
  return root
}

function isMarked(path: string): boolean {
  return markers.some((marker) => existsSync(join(path, marker)))
}

function hasNotes(path: string): boolean {
  try {
    return readdirSync(path).some(isNoteFile)
  } catch {
    return false
  }
}
