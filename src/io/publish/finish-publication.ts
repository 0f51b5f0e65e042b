import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from '../files/file-system.ts'
import { dirname, join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { ifPresent } from '../files/change-files.ts'
import { errorCode } from '../files/error-code.ts'
import { isTextList } from '../files/is-record.ts'
import { recordIn } from './manifest.ts'

/**
 * The rest of a publication whose files are all staged: the numbers of the staged files with their addresses, and the addresses to remove.
 */
export interface Publishing {
  /** In the order in which they are moved into place. */
  readonly moves: readonly (readonly [number, string])[]
  readonly removed: readonly string[]
}

/** The manifest of a site, which is moved into place last, and the name of the staged one. */
export const [manifestName, stagedManifest] = ['wend/manifest.json', 'manifest.json']
/** The file in a staging folder that says that all files of the publication are staged. */
export const commitName = 'commit.json'

/** The folders of some addresses, each once. */
export function foldersOf(addresses: Iterable<string>): readonly string[] {
  return [...new Set([...addresses].map(dirname))]
}

/** Makes folders of a site; fails when one can't be written to, or would lead out of the site. */
export function makeReady(site: string, folders: readonly string[]): void {
  for (const folder of folders) {
    const place = dirname(fileAtAddress(site, folder === '.' ? 'any' : `${folder}/any`))
    mkdirSync(place, { recursive: true })
    accessSync(place, constants.W_OK)
  }
}

/** Moves the staged files of a publication into place and removes old ones; continues where an interrupted one stopped. */
export function finishPublication(site: string, waiting: string): void {
  // Once the manifest is in place everything is done; a file that exists now at a removed address is someone else's.
  if (isThere(join(waiting, stagedManifest))) putAllInPlace(site, waiting)
  giveUp(waiting)
}

/** Whether all files of a publication are staged, so that it can be finished. */
export function isCommitted(waiting: string): boolean {
  return isThere(join(waiting, commitName))
}

/** Whether a file exists; fails when that can't be determined. */
function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined
}

function putAllInPlace(site: string, waiting: string): void {
  // Another process may be finishing it, too, and be done first.
  const text = ifPresent(() => readFileSync(join(waiting, commitName), 'utf8'))
  const publishing = text === undefined ? undefined : readPublishing(text)
  if (publishing === undefined) return
  const { moves, removed } = publishing
  makeReady(site, foldersOf([...moves.map(([, address]) => address), manifestName]))
  for (const [number, address] of moves) putInPlace(join(waiting, String(number)), join(site, address))
  for (const address of removed) remove(site, address)
  putInPlace(join(waiting, stagedManifest), join(site, manifestName))
}

/** Parses the file; undefined when it has the wrong form, since a stranger may have written it. */
function readPublishing(text: string): Publishing | undefined {
  const { moves, removed } = recordIn(text)
  const areMoves = (all: unknown): all is Publishing['moves'] =>
    Array.isArray(all) &&
    all.every((move) => Array.isArray(move) && Number.isSafeInteger(move[0]) && typeof move[1] === 'string')
  return areMoves(moves) && isTextList(removed) ? { moves, removed } : undefined
}

/** Removes a staging folder, and its parent when it is the last one. */
export function giveUp(waiting: string): void {
  rmSync(waiting, { recursive: true, force: true })
  try {
    rmdirSync(dirname(waiting))
  } catch {
    return
  }
}

/** A staged file must be a regular file: a link that a stranger put there would lead out of the site. */
function putInPlace(staged: string, target: string): void {
  if (lstatSync(staged, { throwIfNoEntry: false })?.isFile() === false) return
  try {
    renameSync(staged, target)
  } catch (error) {
    // It was moved before.
    if (errorCode(error) !== 'ENOENT' || isThere(staged)) throw error
  }
}

function remove(site: string, address: string): void {
  rmSync(fileAtAddress(site, address), { force: true })
  for (let at = dirname(address); at !== '.'; at = dirname(at)) {
    try {
      rmdirSync(join(site, at))
    } catch {
      return
    }
  }
}

/** The file of an address in a site. Fails when a link on the way would lead out of the site. */
export function fileAtAddress(site: string, address: string): string {
  const names = address.split('/')
  if (names.some((name) => name === '' || name === '.' || name === '..' || /[\\\0]/.test(name)))
    fail({ kind: 'refused', message: `${address} is no place in ${site}` })
  for (let depth = 1; depth < names.length; depth++) {
    const folder = join(site, ...names.slice(0, depth))
    if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true)
      fail({
        kind: 'refused',
        message: `${folder} is a symbolic link, which might lead out of the site`,
        hint: 'put a folder in its place',
      })
  }
  return join(site, ...names)
}
