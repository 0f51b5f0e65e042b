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

/** What publishing did, or would do, to a folder; addresses. */
export interface Publication {
  readonly written: readonly string[]
  readonly unchanged: number
  readonly removed: readonly string[]
  /** Files of others that stand where wend would write; nothing is written when there are any. */
  readonly foreign: readonly string[]
}

/** A file to publish. */
export interface PublishedFile {
  readonly address: string
  readonly content: () => string | Uint8Array | Promise<string | Uint8Array>
}

/** Where files wait until all of them are written, those of each process in a folder that begins with its number. */
const staging = '.wend-publish'

/** The folder of a published site: it is written whole or not at all, and only what wend wrote is ever changed. */
export class PublishFolder {
  readonly #folder: string
  readonly #dry: boolean
  /** Where the files of this publication wait. */
  readonly #waiting: string
  #watchdog: Watchdog | undefined

  /** With `dry` nothing is written. */
  constructor(folder: string, dry: boolean) {
    this.#folder = folder
    this.#dry = dry
    this.#waiting = join(folder, staging, `${process.pid}-${randomUUID()}`)
  }

  /**
   * What was published before; a publication that was cut off after all its files were written is finished first, or where nothing is to be
   * written counts as what was published, too.
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

  /** Writes what changed and removes what is no longer published. */
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

  /** Takes away what waits to be published; not what is being put into place, which the next publication goes on with. */
  close(): void {
    if (!this.#dry && !isCommitted(this.#waiting)) giveUp(this.#waiting)
    this.#watchdog?.end()
  }

  /** Makes the folder and the one inside where files wait, after what others left there was finished or taken away. */
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

  /** Where the files of other publications wait. */
  #others(): readonly string[] {
    const all = dirname(this.#waiting)
    const names = isFolder(all) ? (ifPresent(() => readdirSync(all)) ?? []) : []
    return names.map((name) => join(all, name)).filter((other) => other !== this.#waiting)
  }

  /** The same of those that were cut off after all their files were written. */
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
    // Once all files wait a process of its own puts them into place should this one be killed.
    this.#watchdog ??= startWatchdog('finish-publication.cjs', [this.#folder, this.#waiting])
    writeFileSync(join(this.#waiting, name), bytes)
  }

  /**
   * Writes a list so that it outlives a crash of the machine. Of the pages not each is waited for, which would take minutes: where the disk
   * lost one, the next publication, which looks at all files on the lists, writes it again.
   */
  #keep(name: string, bytes: Buffer): void {
    writeTemporary(fs, join(this.#waiting, name), bytes, publicMode)
  }

  /** From the moment that the list of what is to be done has its name, the new site stands. */
  #commit({ written, removed }: Publication, before: Manifest, manifest: Manifest): void {
    const list = asBytes(`${JSON.stringify(manifest)}\n`)
    if (written.length === 0 && removed.length === 0 && this.#current(manifestName)?.equals(list) === true)
      return this.close()
    makeReady(this.#folder, foldersOf([...written, manifestName]))
    this.#keep(stagedManifest, list)
    const moves = [...written.entries()]
    const isNew = ([, address]: readonly [number, string]): boolean => before.files[address] === undefined
    const publishing: Publishing = {
      // What is new is there before anything names it.
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

  /** Whether a file is as wend wrote it: what somebody changed since is theirs and stays. */
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

/** Milliseconds without a new file after which a publication is held by none, whatever process has its number now. */
const longest = 3_600_000

/** Whether the process that a folder of waiting files is called by still publishes. */
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
