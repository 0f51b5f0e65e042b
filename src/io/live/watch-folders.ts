import { type FSWatcher, statSync, watch } from '../files/file-system.ts'
import { join } from 'node:path'
import { errorCode } from '../files/error-code.ts'

/** Paths of files and folders that may have changed, relative to a folder, with `/`; undefined when anything may have. */
export type ChangedPaths = ReadonlySet<string> | undefined

/** The folder of a vault's configuration and schemas; it holds no notes. */
const settingsFolder = '.wend'

/** Whether a path is a vault's configuration, a schema, or the folder of both. */
export function isOfSettings(path: string): boolean {
  return path === settingsFolder || /^\.wend\/[^/]+\.(?:ya?ml|json)$/.test(path)
}

/** A watch over folders. */
export interface FolderWatch {
  /** Sets the folders to watch, besides that of the settings; true when one of them is new. */
  readonly keep: (folders: readonly string[]) => boolean
  /** Reports at once what has changed, without waiting for quiet; without events from the system it reports that anything may have. */
  readonly flush: () => void
  readonly close: () => void
}

/** Changes are reported after this much quiet, or at the latest after this long, in milliseconds, so that a checkout is one change. */
const [quiet, longest] = [40, 400]

/** The interval of polling where the system reports no changes, in milliseconds. */
const pollEvery = 1500

/** Whether one watch covers a whole tree; elsewhere each folder needs its own. */
const tellsOfTrees = process.platform === 'darwin' || process.platform === 'win32'

/** Reports changes below a root, several at once. If the system can't watch, it reports at intervals that anything may have changed. */
export function watchFolders(root: string, tell: (changed: ChangedPaths) => void): FolderWatch {
  return new Watch(root, tell)
}

class Watch implements FolderWatch {
  readonly #root: string
  readonly #tell: (changed: ChangedPaths) => void
  readonly #watched = new Map<string, FSWatcher>()
  #changed: Set<string> | undefined = new Set()
  #identity: string | undefined
  #first = 0
  #timer: NodeJS.Timeout | undefined
  #poll: NodeJS.Timeout | undefined

  constructor(root: string, tell: (changed: ChangedPaths) => void) {
    this.#root = root
    this.#tell = tell
    this.#identity = identityOf(root)
  }

  keep(folders: readonly string[]): boolean {
    if (this.#poll !== undefined) return false
    const wanted = new Set(tellsOfTrees ? [''] : folders)
    for (const [folder, watcher] of this.#watched)
      if (!wanted.has(folder) && folder !== settingsFolder) this.#drop(folder, watcher)
    const before = this.#watched.size
    for (const folder of wanted) if (!this.#watched.has(folder)) this.#add(folder)
    const isMore = this.#watched.size > before
    if (!tellsOfTrees && !this.#watched.has(settingsFolder)) this.#add(settingsFolder)
    return isMore
  }

  flush(): void {
    if (this.#isElsewhere() || this.#poll !== undefined) this.#changed = undefined
    else if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#flush()
  }

  close(): void {
    clearTimeout(this.#timer)
    clearInterval(this.#poll)
    for (const [folder, watcher] of this.#watched) this.#drop(folder, watcher)
  }

  /** Whether the root is another folder than before, or exists again; the old watches report nothing about it. */
  #isElsewhere(): boolean {
    const now = identityOf(this.#root)
    if (now === this.#identity) return false
    this.#identity = now
    for (const [folder, watcher] of this.#watched) this.#drop(folder, watcher)
    return true
  }

  #add(folder: string): void {
    try {
      const watcher = watch(join(this.#root, folder), { recursive: tellsOfTrees }, (_event, name) =>
        this.#note(name === null ? undefined : pathOf(folder, name)),
      )
      // A removed folder is also reported by its parent.
      watcher.on('error', () => this.#drop(folder, watcher))
      this.#watched.set(folder, watcher)
    } catch (error) {
      const code = errorCode(error)
      if (code !== 'ENOENT' && code !== 'ENOTDIR') this.#startPolling()
    }
  }

  #drop(folder: string, watcher: FSWatcher): void {
    watcher.close()
    this.#watched.delete(folder)
  }

  /** The system has no watches left, or does not support them. */
  #startPolling(): void {
    this.#poll ??= setInterval(() => this.#note(undefined), pollEvery)
  }

  #note(path: string | undefined): void {
    if (path !== undefined && isHidden(path)) return
    const now = Date.now()
    if (this.#timer === undefined) this.#first = now
    clearTimeout(this.#timer)
    if (path === undefined) this.#changed = undefined
    else this.#changed?.add(path)
    this.#timer = setTimeout(() => this.#flush(), Math.max(0, Math.min(quiet, this.#first + longest - now)))
  }

  #flush(): void {
    const changed = this.#changed
    this.#changed = new Set()
    this.#timer = undefined
    this.#tell(changed)
  }
}

/** An id that differs for another folder at the same path; undefined when there is none. */
function identityOf(folder: string): string | undefined {
  try {
    const { dev, ino } = statSync(folder)
    return `${dev} ${ino}`
  } catch {
    return undefined
  }
}

function pathOf(folder: string, name: string): string {
  const path = process.platform === 'win32' ? name.replaceAll('\\', '/') : name
  return folder === '' ? path : `${folder}/${path}`
}

/** Whether the walk never reads a path; settings and ignore files are not hidden. */
function isHidden(path: string): boolean {
  if (isOfSettings(path)) return false
  return path.split('/').some((name) => name === 'node_modules' || (name.startsWith('.') && !isIgnoreFile(name)))
}

function isIgnoreFile(name: string): boolean {
  return name === '.gitignore' || name === '.ignore'
}
