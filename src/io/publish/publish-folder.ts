import { createHash, randomUUID } from 'node:crypto'
import * as fs from '../files/file-system.ts'
import { lstatSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from '../files/file-system.ts'
import { basename, dirname, join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { nameTable } from '../../core/model/name-table.ts'
import { ifPresent } from '../files/change-files.ts'
import { holdInterrupts } from '../files/hold-interrupts.ts'
import { errorCode, errorReason } from '../files/error-code.ts'
import { makeFolders } from '../files/make-folders.ts'
import { publicMode, writeTemporary } from '../files/write-file-whole.ts'
import { type Watchdog, startWatchdog } from '../programs/start-program.ts'
import {
  commitName,
  finishPublication,
  foldersOf,
  giveUp,
  isCommitted,
  makeReady,
  manifestName,
  fileAtAddress,
  stagedManifest,
  type Publishing,
} from './finish-publication.ts'
import { type Manifest, readManifest } from './manifest.ts'

/** What publishing did, or would do, to a folder, by address. */
export interface Publication {
  readonly written: readonly string[]
  readonly unchanged: number
  readonly removed: readonly string[]
  /** Files not written by wend at addresses where it would write; nothing is written when there are any. */
  readonly foreign: readonly string[]
}

/** A file to publish. */
export interface PublishedFile {
  readonly address: string
  readonly content: () => string | Uint8Array | Promise<string | Uint8Array>
}

/** The staging folder. Files of each publication wait in a subfolder, whose name begins with the process id. */
const staging = '.wend-publish'

/** The folder of a published site. It is updated all or nothing, and only files that wend wrote are ever changed. */
export class PublishFolder {
  readonly #folder: string
  readonly #dry: boolean
  /** The staging folder of this publication. */
  readonly #waiting: string
  #watchdog: Watchdog | undefined

  /** With `dry` nothing is written. */
  constructor(folder: string, dry: boolean) {
    this.#folder = folder
    this.#dry = dry
    this.#waiting = join(folder, staging, `${process.pid}-${randomUUID()}`)
  }

  /**
   * The manifest of the last publication. One that was interrupted after all its files were staged is finished first; in a dry run its
   * files count as published.
   */
  open(): Manifest {
    return this.#guarded('publish into', () => {
      if (fs.statSync(this.#folder, { throwIfNoEntry: false })?.isDirectory() === false)
        return fail({ kind: 'io', action: 'publish into', path: this.#folder, reason: 'it is a file' })
      if (!this.#dry) this.#begin()
      const before = readManifest(join(this.#folder, manifestName))
      return this.#cutOff().reduce(({ files }, waiting) => {
        const later = readManifest(join(waiting, stagedManifest))
        return { ...later, files: nameTable({ ...files, ...later.files }) }
      }, before)
    })
  }

  /** Writes files that changed and removes those that are no longer published. */
  async publish(files: Iterable<PublishedFile>, topics: readonly string[], before: Manifest): Promise<Publication> {
    const written: string[] = []
    const hashes = nameTable<string>({}) as Record<string, string>
    const foreign: string[] = []
    let unchanged = 0
    for (const { address, content } of files) {
      const bytes = asBytes(await content())
      hashes[address] = hashOf(bytes)
      const now = this.#guarded('read', () => this.#current(address))
      if (now !== undefined && Buffer.compare(now, bytes) === 0) unchanged++
      else if (now !== undefined && before.files[address] === undefined) foreign.push(address)
      else {
        if (!this.#dry) this.#guarded('write into', () => this.#stage(String(written.length), bytes))
        written.push(address)
      }
    }
    const removed = Object.keys(before.files).filter(
      (address) => !Object.hasOwn(hashes, address) && this.#isOurs(address, before),
    )
    const publication = { written, unchanged, removed, foreign }
    if (this.#dry) return publication
    if (foreign.length > 0) this.close()
    else this.#guarded('publish into', () => this.#commit(publication, before, { version: 1, topics, files: hashes }))
    return publication
  }

  /** Removes the staged files, unless they are already being moved into place: then the next publication continues. */
  close(): void {
    if (!this.#dry && !isCommitted(this.#waiting)) giveUp(this.#waiting)
    this.#watchdog?.end()
  }

  /** Makes the folder and the staging folder, after finishing or removing what other publications left there. */
  #begin(): void {
    makeFolders(this.#folder, 0o777)
    const all = dirname(this.#waiting)
    if (!isFolder(all)) rmSync(all, { force: true })
    const others = this.#others()
    makeFolders(this.#waiting, 0o777)
    for (const other of others) {
      if (!isFolder(other)) rmSync(other, { force: true })
      else if (isCommitted(other)) finishPublication(this.#folder, other)
      else if (isHeld(other)) this.#refuse()
      else giveUp(other)
    }
  }

  /** The staging folders of other publications. */
  #others(): readonly string[] {
    const all = dirname(this.#waiting)
    const names = isFolder(all) ? (ifPresent(() => readdirSync(all)) ?? []) : []
    return names.map((name) => join(all, name)).filter((other) => other !== this.#waiting)
  }

  /** Those that were interrupted after all their files were staged. */
  #cutOff(): readonly string[] {
    return this.#others().filter((other) => isFolder(other) && isCommitted(other))
  }

  #refuse(): never {
    giveUp(this.#waiting)
    return fail({
      kind: 'refused',
      message: `another wend is publishing into ${this.#folder}`,
      hint: 'wait until it has ended',
    })
  }

  #stage(name: string, bytes: Uint8Array): void {
    // If this process is killed once all files are staged, a process of its own moves them into place.
    this.#watchdog ??= startWatchdog('finish-publication.cjs', [this.#folder, this.#waiting])
    writeFileSync(join(this.#waiting, name), bytes)
  }

  /**
   * Writes a list and syncs it to disk. Pages are not synced one by one, which would take minutes: if the disk lost one, the next
   * publication, which checks all files on the lists, writes it again.
   */
  #keep(name: string, bytes: Buffer): void {
    writeTemporary(fs, join(this.#waiting, name), bytes, publicMode)
  }

  /** From the moment that the commit file has its name, the new site is certain. */
  #commit({ written, removed }: Publication, before: Manifest, manifest: Manifest): void {
    const list = asBytes(`${JSON.stringify(manifest)}\n`)
    if (written.length === 0 && removed.length === 0 && this.#current(manifestName)?.equals(list) === true)
      return this.close()
    makeReady(this.#folder, foldersOf([...written, manifestName]))
    this.#keep(stagedManifest, list)
    const moves = [...written.entries()]
    const isNew = ([, address]: readonly [number, string]): boolean => before.files[address] === undefined
    const publishing: Publishing = {
      // New files come first, so that they exist before a page links to them.
      moves: [...moves.filter(isNew), ...moves.filter((move) => !isNew(move))],
      removed,
    }
    this.#keep(`${commitName}.new`, asBytes(JSON.stringify(publishing)))
    const release = holdInterrupts(['SIGINT', 'SIGTERM', 'SIGHUP'])
    try {
      renameSync(join(this.#waiting, `${commitName}.new`), join(this.#waiting, commitName))
      finishPublication(this.#folder, this.#waiting)
      this.#watchdog?.end()
    } finally {
      release()
    }
  }

  /** Whether a file is as wend wrote it: a file changed by someone else is theirs and stays. */
  #isOurs(address: string, before: Manifest): boolean {
    const now = this.#guarded('read', () => this.#current(address))
    return now !== undefined && hashOf(now) === before.files[address]
  }

  #current(address: string): Buffer | undefined {
    const file = fileAtAddress(this.#folder, address)
    const facts = lstatSync(file, { throwIfNoEntry: false })
    if (facts === undefined) return undefined
    return facts.isFile() ? readFileSync(file) : Buffer.from('\0not a file')
  }

  #guarded<T>(action: string, act: () => T): T {
    try {
      return act()
    } catch (error) {
      if (errorCode(error) === undefined) throw error
      this.close()
      return fail({ kind: 'io', action, path: this.#folder, reason: errorReason(error) })
    }
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

/** After this many milliseconds without a new file a staging folder is abandoned, even if some process has its process id. */
const longest = 3_600_000

/** Whether the process whose id a staging folder begins with is still publishing. */
function isHeld(waiting: string): boolean {
  const since = lstatSync(waiting, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return Date.now() - since < longest && isAlive(Number.parseInt(basename(waiting), 10))
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return pid !== process.pid
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

function asBytes(content: string | Uint8Array): Buffer {
  return typeof content === 'string'
    ? Buffer.from(content)
    : Buffer.from(content.buffer, content.byteOffset, content.byteLength)
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}
