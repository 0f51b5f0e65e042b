import { lstatSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from '../files/file-system.ts'
import { basename, dirname, join } from 'node:path'
import { readPlainFile } from '../files/file-system.ts'
import { checksum } from './checksum.ts'
import { KeptFile, type Part, writeKept } from './kept-file.ts'

/** The files that one build of the program keeps for one vault, in a folder that may be deleted at any time. */
export class KeptFolder {
  /** Where the files lie. */
  readonly path: string
  /** Written into each file and compared when it is read: the build of the program and the root of the vault. */
  readonly key: string

  /** `build` is the id of the program's build; for a cache inside the vault it is followed by `ownSecret`. */
  constructor(path: string, build: string, root: string) {
    this.path = path
    this.key = JSON.stringify([build, root])
  }

  /** Opens a file; undefined when it is missing or has another key. */
  open<About>(name: string): KeptFile<About> | undefined {
    return KeptFile.open(join(this.path, name), this.key)
  }

  /** Writes a file in place of the one before; false when it can't be written. */
  write(name: string, about: unknown, parts: Iterable<Part> = []): boolean {
    return writeKept(join(this.path, name), { key: this.key, about }, parts)
  }

  /** Removes a file that turned out to be damaged, so that it is made anew next time. */
  remove(name: string): void {
    rmQuietly(join(this.path, name))
  }
}

/** The folder for a vault below the user's cache folder: one for each build, so that two do not overwrite each other's files in turns. */
export function folderInCache(cache: string, root: string, build: string): string {
  const last = root.replace(/^.*[\\/]/, '').replace(/[^A-Za-z0-9]+/g, '-')
  const sum = checksum(Buffer.from(root)).toString(16).padStart(8, '0')
  return join(cache, `${last.slice(0, 30)}-${sum}.${build.slice(0, 8)}`)
}

/**
 * The folder for a cache in the vault itself; undefined when it is a link to elsewhere: a malicious vault could have its cache folder point
 * at a folder of the user's, where nothing must be written.
 */
export function folderInVault(root: string): string | undefined {
  const leadsAway = ['.wend', join('.wend', 'cache')].some((folder) => isLink(join(root, folder)))
  return leadsAway ? undefined : join(root, '.wend', 'cache')
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
  } catch {
    return true
  }
}

/**
 * The user's secret, 32 hexadecimal digits, which is part of the key of a cache inside a vault: a cache without it came with the vault,
 * from someone else, and is ignored. Made at the first call; undefined when it can be neither read nor written.
 */
export function ownSecret(cache: string): string | undefined {
  const file = join(cache, 'own-secret')
  return readSecret(file) ?? makeSecret(file)
}

function readSecret(file: string): string | undefined {
  try {
    const text = readPlainFile(file).toString('latin1')
    return /^[0-9a-f]{32}$/.test(text) ? text : undefined
  } catch {
    return undefined
  }
}

function makeSecret(file: string): string | undefined {
  const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex')
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, secret, { mode: 0o600, flag: 'wx' })
    return secret
  } catch {
    // Another process may have made it just now.
    return readSecret(file)
  }
}

const day = 86_400_000

/** How long the files of a vault are kept unused, in milliseconds: those of this build, and those of others. */
const [patience, short] = [90 * day, 7 * day]

/** Records, at most once a day, that the files of a vault are in use, by touching their folder. */
export function markUsed({ path }: KeptFolder, now: number): void {
  try {
    if (now - statSync(path).mtimeMs > day) utimesSync(path, new Date(now), new Date(now))
  } catch {
    return
  }
}

/**
 * Removes unused files: those that killed runs left unfinished, and, next to a folder in the user's cache folder, those of other vaults.
 */
export function pruneCaches({ path }: KeptFolder, now: number): void {
  for (const name of namesIn(path)) if (unfinished.test(name)) removeOlder(join(path, name), now - day)
  const ours = basename(path)
  if (!ofVault.test(ours)) return
  const build = ours.slice(ours.lastIndexOf('.'))
  for (const name of namesIn(dirname(path)))
    if (ofVault.test(name) && name !== ours)
      removeOlder(join(dirname(path), name), now - (name.endsWith(build) ? patience : short))
    else if (ofEarlierVersion.test(name)) rmQuietly(join(dirname(path), name))
}

/** The folders that `folderInCache` names: `notes-1a2b3c4d.0f9e8d7c`. */
const ofVault = /^[A-Za-z0-9-]*-[0-9a-f]{8}\.[0-9A-Za-z]{1,8}$/

/** Unfinished files, whose names end with a `randomId`. */
const unfinished = /^[a-z0-9-]+\.[0-9a-z]{12,}$/

/** Files of earlier versions, which this one does not read. */
const ofEarlierVersion = /^(?:(?:index|config)-[A-Za-z0-9.-]+|pages|urls\.json)$/

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function removeOlder(path: string, time: number): void {
  try {
    if (statSync(path).mtimeMs < time) rmQuietly(path)
  } catch {
    return
  }
}

function rmQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    return
  }
}
