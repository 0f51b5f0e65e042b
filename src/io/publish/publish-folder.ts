import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from '../files/file-system.ts'
import { dirname, join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { holdInterrupts } from '../files/hold-interrupts.ts'
import { errorCode, errorReason } from '../files/error-code.ts'
import { makeFolders } from '../files/make-folders.ts'

/** What a folder says of what was published into it: the hash of each file that wend wrote, and the order of topics. */
export interface Manifest {
  readonly version: 1
  readonly topics: readonly string[]
  readonly files: Readonly<Record<string, string>>
}

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

const manifestName = 'wend/manifest.json'
/** Where files wait until all of them are written. */
const staging = '.wend-publish'
const commitName = 'commit.json'

/** What is still to be done once all files wait: the numbers under which they do, and what goes. */
interface Commit {
  readonly moves: readonly (readonly [number, string])[]
  readonly removed: readonly string[]
  readonly manifest: Manifest
}

/** The folder of a published site: it is written whole or not at all, and only what wend wrote is ever changed. */
export class PublishFolder {
  readonly #folder: string
  readonly #dry: boolean

  /** With `dry` nothing is written. */
  constructor(folder: string, dry: boolean) {
    this.#folder = folder
    this.#dry = dry
  }

  /** What was published before; a publication that was cut off after all its files were written is finished first. */
  open(): Manifest {
    return this.#guarded('publish into', () => {
      if (!this.#dry) this.#begin()
      return readManifest(join(this.#folder, manifestName))
    })
  }

  /** Writes what changed and removes what is no longer published. */
  async publish(files: Iterable<PublishedFile>, topics: readonly string[], before: Manifest): Promise<Publication> {
    const moves: (readonly [number, string])[] = []
    const hashes: Record<string, string> = {}
    const foreign: string[] = []
    let unchanged = 0
    for (const { address, content } of files) {
      const bytes = asBytes(await content())
      hashes[address] = hashOf(bytes)
      const now = this.#guarded('read', () => this.#current(address))
      if (now !== undefined && Buffer.compare(now, bytes) === 0) unchanged++
      else if (now !== undefined && before.files[address] === undefined) foreign.push(address)
      else {
        if (!this.#dry) this.#guarded('write into', () => writeFileSync(this.#staged(moves.length), bytes))
        moves.push([moves.length, address])
      }
    }
    const removed = Object.keys(before.files).filter(
      (address) => !Object.hasOwn(hashes, address) && this.#isOurs(address, before),
    )
    const publication = { written: moves.map(([, address]) => address), unchanged, removed, foreign }
    if (this.#dry) return publication
    if (foreign.length > 0) this.close()
    else
      this.#guarded('publish into', () =>
        this.#commit({ moves, removed, manifest: { version: 1, topics, files: hashes } }),
      )
    return publication
  }

  /** Takes away what waits to be published. */
  close(): void {
    if (!this.#dry) rmSync(join(this.#folder, staging), { recursive: true, force: true })
  }

  /** Makes the folder and the one inside where files wait; the process that holds it is named in it. */
  #begin(): void {
    makeFolders(this.#folder, 0o777)
    const waiting = join(this.#folder, staging)
    const commit = isFolder(waiting) ? readCommit(join(waiting, commitName)) : undefined
    if (commit !== undefined) this.#finish(commit)
    const holder = join(waiting, 'pid')
    if (isFolder(waiting) && isHeld(holder))
      fail({
        kind: 'refused',
        message: `another wend is publishing into ${this.#folder}`,
        hint: 'wait until it has ended',
      })
    rmSync(waiting, { recursive: true, force: true })
    mkdirSync(waiting)
    writeFileSync(holder, String(process.pid))
  }

  #commit(commit: Commit): void {
    const release = holdInterrupts()
    try {
      const file = join(this.#folder, staging, commitName)
      writeFileSync(`${file}.new`, JSON.stringify(commit))
      renameSync(`${file}.new`, file)
      this.#finish(commit)
    } finally {
      release()
    }
  }

  /** From here on the new site stands: what was cut off is done again from where it was. */
  #finish({ moves, removed, manifest }: Commit): void {
    for (const [number, address] of moves) {
      const staged = this.#staged(number)
      if (!existsSync(staged)) continue
      const target = this.#place(address)
      mkdirSync(dirname(target), { recursive: true })
      renameSync(staged, target)
    }
    for (const address of removed) this.#remove(address)
    const target = this.#place(manifestName)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(`${target}.new`, `${JSON.stringify(manifest)}\n`)
    renameSync(`${target}.new`, target)
    rmSync(join(this.#folder, staging), { recursive: true, force: true })
  }

  #remove(address: string): void {
    rmSync(this.#place(address), { force: true })
    for (let at = dirname(address); at !== '.'; at = dirname(at)) {
      try {
        rmdirSync(join(this.#folder, at))
      } catch {
        return
      }
    }
  }

  /** Whether a file is as wend wrote it: what somebody changed since is theirs and stays. */
  #isOurs(address: string, before: Manifest): boolean {
    const now = this.#guarded('read', () => this.#current(address))
    return now !== undefined && hashOf(now) === before.files[address]
  }

  #current(address: string): Buffer | undefined {
    const file = this.#place(address)
    const facts = lstatSync(file, { throwIfNoEntry: false })
    if (facts === undefined) return undefined
    return facts.isFile() ? readFileSync(file) : Buffer.from('\0not a file')
  }

  /** The file of an address. A link in the way would lead out of the folder. */
  #place(address: string): string {
    const names = address.split('/')
    if (names.some((name) => name === '' || name === '.' || name === '..' || /[\\\0]/.test(name)))
      fail({ kind: 'refused', message: `${address} is no place in ${this.#folder}` })
    for (let depth = 1; depth < names.length; depth++) {
      const folder = join(this.#folder, ...names.slice(0, depth))
      if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true)
        fail({
          kind: 'refused',
          message: `${folder} is a symbolic link, which might lead out of the site`,
          hint: 'put a folder in its place',
        })
    }
    return join(this.#folder, ...names)
  }

  #staged(number: number): string {
    return join(this.#folder, staging, String(number))
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

/** A folder of a vault may hold what a stranger wrote as if wend had: it is taken for that only where it has its form. */
function readManifest(file: string): Manifest {
  const read = readRecord(file)
  return isManifest(read) ? read : { version: 1, topics: [], files: {} }
}

function readCommit(file: string): Commit | undefined {
  const { moves, removed, manifest } = readRecord(file)
  const areMoves = (all: unknown): all is Commit['moves'] =>
    Array.isArray(all) &&
    all.every((move) => Array.isArray(move) && Number.isSafeInteger(move[0]) && typeof move[1] === 'string')
  return areMoves(moves) && areTexts(removed) && isManifest(manifest) ? { moves, removed, manifest } : undefined
}

function isManifest(read: unknown): read is Manifest {
  if (typeof read !== 'object' || read === null) return false
  const { version, topics, files } = read as Readonly<Record<string, unknown>>
  return version === 1 && areTexts(topics) && isRecord(files) && areTexts(Object.values(files))
}

function areTexts(values: unknown): values is readonly string[] {
  return Array.isArray(values) && values.every((value) => typeof value === 'string')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readRecord(file: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isRecord(read) ? read : {}
  } catch {
    return {}
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

/** Milliseconds after which a publication is held by none, whatever process has its number now. */
const longest = 3_600_000

/** Whether the process that a file names still publishes. */
function isHeld(holder: string): boolean {
  const since = lstatSync(holder, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return Date.now() - since < longest && isAlive(readNumber(holder))
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

function readNumber(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return Number.NaN
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
