import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve, sep } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { isNoteFile } from '../../core/model/note-path.ts'
import { toolDialects } from '../../core/model/tool-dialect.ts'
import { errorCode } from '../files/error-code.ts'
import { realPathOf } from '../files/file-facts.ts'
import { existsSync, readdirSync, statSync } from '../files/file-system.ts'

/** Files and folders by which tools for notes mark the root of a vault. */
const markers = [
  '.wend',
  '.obsidian',
  '.zk',
  '.foam',
  '.iwe',
  '.moxide.toml',
  '.marksman.toml',
  'dendron.yml',
  'logseq/config.edn',
]

/** How the vault was chosen: by an option or the environment, by a file that marks it (named by `marker`), or as a guess. */
export interface VaultChoice {
  readonly root: string
  readonly by: 'flag' | 'environment' | 'marker' | 'git' | 'guess'
  readonly marker?: string
}

/** The name that the user's configuration gives a vault, and where it does, as FILE:LINE. */
export interface VaultNaming {
  readonly name: string
  readonly at: string
}

/** The parts of Node's process that the search for a vault needs. */
export interface Surroundings {
  /** The current folder; throws when it was removed. */
  readonly cwd: () => string
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * Chooses the vault: the flag, else `$WEND_VAULT`, else the nearest folder upward that a tool marked, else `./notes` if it is marked, else
 * the nearest git repository or site of notes (MkDocs, Hugo …) upward, else `./notes` if it has notes, else the current folder. A guess
 * must not be a whole disk or a home folder.
 */
export function findVault(place: Surroundings, flag: string | undefined, named?: VaultNaming): VaultChoice {
  const environment = place.env['WEND_VAULT']
  if (flag !== undefined) return { root: folder(place, flag, named), by: 'flag' }
  if (environment !== undefined && environment !== '') return { root: folder(place, environment), by: 'environment' }
  const cwd = place.cwd()
  const notes = join(cwd, 'notes')
  const marked = nearest(cwd, markerOf) ?? (markerOf(notes) === undefined ? undefined : notes)
  const marker = marked && markerOf(marked)
  if (marked !== undefined && marker !== undefined) return { root: marked, by: 'marker', marker }
  const refused = isTooLarge(place.env)
  const isHome = (at: string): boolean => existsSync(join(at, '.git')) || siteMarkerOf(at) !== undefined
  const home = nearest(cwd, (at) => isHome(at) && !refused(at))
  const site = home && siteMarkerOf(home)
  if (home !== undefined)
    return site === undefined ? { root: home, by: 'git' } : { root: home, by: 'marker', marker: site }
  if (hasNotes(notes)) return { root: notes, by: 'guess' }
  if (refused(cwd))
    fail({
      kind: 'refused',
      message: `${cwd} does not look like a folder of notes, so it is not read as one`,
      hint: 'go to your notes, or name them with -C FOLDER; "wend init ." makes this folder a vault all the same',
    })
  return { root: cwd, by: 'guess' }
}

function nearest(from: string, fits: (folder: string) => unknown): string | undefined {
  for (let at = from; ; at = dirname(at)) {
    if (fits(at)) return at
    if (dirname(at) === at) return undefined
  }
}

/** Whether a folder is the whole disk, the user's home or a folder above it. */
export function isTooLarge(env: Surroundings['env']): (folder: string) => boolean {
  const given = env['HOME'] || homedir()
  const home = realPathOf(given) ?? given
  return (at) => {
    const real = realPathOf(at) ?? at
    return dirname(real) === real || home === real || home.startsWith(real + sep)
  }
}

function folder(place: Surroundings, path: string, named?: VaultNaming): string {
  if (path.trim() === '')
    fail({ kind: 'usage', message: '--vault is empty', hint: 'name a folder of notes, or leave the option out' })
  const root = isAbsolute(path) ? resolve(path) : resolve(place.cwd(), path)
  const missing = { kind: 'vault-missing', path, ...(named === undefined ? {} : { named }) } as const
  try {
    if (!statSync(root).isDirectory()) fail({ ...missing, reason: 'not-a-folder' })
    readdirSync(root)
  } catch (error) {
    const code = errorCode(error)
    if (code === undefined) throw error
    fail({ ...missing, reason: code === 'EACCES' || code === 'EPERM' ? 'unreadable' : 'absent' })
  }
  return root
}

function markerOf(path: string): string | undefined {
  return markers.find((marker) => existsSync(join(path, marker)))
}

/** The file by which a site generator recognises its folder. */
function siteMarkerOf(path: string): string | undefined {
  const has = (name: string): boolean => existsSync(join(path, name))
  return Object.values(toolDialects)
    .filter(({ beside }) => beside === undefined || has(beside))
    .flatMap((tool) => tool.markers)
    .find(has)
}

function hasNotes(path: string): boolean {
  try {
    return readdirSync(path).some(isNoteFile)
  } catch {
    return false
  }
}
