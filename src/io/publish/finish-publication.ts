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

/** What is still to be done once all files of a publication wait: the numbers under which they do, and the addresses of what goes. */
export interface Publishing {
  /** In the order in which they are put into place. */
  readonly moves: readonly (readonly [number, string])[]
  readonly removed: readonly string[]
}

/** Where a site says what was published into it, which is put there last, and the name under which that waits. */
export const [manifestName, stagedManifest] = ['wend/manifest.json', 'manifest.json']
/** The file that says that all files of a publication wait, in the folder where they do. */
export const commitName = 'commit.json'

/** The folders that a publication writes into or removes from, each that of an address once. */
export function foldersOf(addresses: Iterable<string>): readonly string[] {
  return [...new Set([...addresses].map(dirname))]
}

/** Makes folders of a site; fails where nothing could be written into one, or where one would lead out of the site. */
export function makeReady(site: string, folders: readonly string[]): void {
  for (const folder of folders) {
    const place = dirname(fileAtAddress(site, folder === '.' ? 'any' : `${folder}/any`))
    mkdirSync(place, { recursive: true })
    accessSync(place, constants.W_OK)
  }
}

/** Puts the files of a publication that waits into place and takes away what goes: from where it was, if it was cut off. */
export function finishPublication(site: string, waiting: string): void {
  // Once the list is in its place all is done; what stands since where something was taken away is another's.
  if (isThere(join(waiting, stagedManifest))) putAllInPlace(site, waiting)
  giveUp(waiting)
}

/** Whether all files of a publication wait, so that it goes on from there. */
export function isCommitted(waiting: string): boolean {
  return isThere(join(waiting, commitName))
}

/** Fails where it can't be told. */
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

/** A stranger may have written it: it counts only where it has its form. */
function readPublishing(text: string): Publishing | undefined {
  const { moves, removed } = recordIn(text)
  const areMoves = (all: unknown): all is Publishing['moves'] =>
    Array.isArray(all) &&
    all.every((move) => Array.isArray(move) && Number.isSafeInteger(move[0]) && typeof move[1] === 'string')
  return areMoves(moves) && isTextList(removed) ? { moves, removed } : undefined
}

/** Takes away what waits, with the folder of all that do when it is the last. */
export function giveUp(waiting: string): void {
  rmSync(waiting, { recursive: true, force: true })
  try {
    rmdirSync(dirname(waiting))
  } catch {
    return
  }
}

/** What waits is a file: a link that a stranger put there would lead out of the site. */
function putInPlace(staged: string, target: string): void {
  if (lstatSync(staged, { throwIfNoEntry: false })?.isFile() === false) return
  try {
    renameSync(staged, target)
  } catch (error) {
    // It was put there before.
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

/** The file of an address in a site. A link in the way would lead out of it. */
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
