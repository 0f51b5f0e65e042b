import { join } from 'node:path'
import type { Context } from '../../commands/command.ts'
import type { Config } from '../../core/model/config.ts'
import { defaultConfig } from '../../core/model/config.ts'
import { type Failure, FailureError } from '../../core/model/failure.ts'
import type { Note } from '../../core/model/note.ts'
import { isCanvasFile, isNoteFile, type NotePath, toNotePath } from '../../core/model/note-path.ts'
import { parseNote } from '../../core/parse/parse-note.ts'
import type { PlanSource } from '../../core/plan/draft.ts'
import { handOnNames } from '../../core/query/names/vault-names.ts'
import { updateVault } from '../../core/vault/update/update-vault.ts'
import { Vault } from '../../core/vault/vault.ts'
import type { ReadCanvases } from '../../core/vault/vault-files.ts'
import * as fs from '../../io/files/file-system.ts'
import { readText } from '../../io/files/read-text.ts'
import type { VaultWatch } from '../../io/live/live-vault.ts'
import { datesOf } from '../../io/vault/vault-dates.ts'
import { vaultDialects } from '../../io/vault/vault-dialects.ts'
import { realVaultPath } from '../../io/vault/vault-path.ts'
import { settingsOf } from './vault-settings.ts'

/** The text of a note or canvas that is open in an editor. */
export interface OpenText {
  readonly text: string
  readonly version: number
}

/** Who is told about changes of a vault. */
export interface LspListener {
  /** Files changed outside the client. */
  readonly changed: () => void
  /** The vault, or its configuration, cannot be read. */
  readonly failed: (failure: Failure) => void
}

interface OpenNote extends OpenText {
  /** The parsed text, once it was needed; how it is parsed depends on the vault. */
  note?: Note
  /** Whether the file existed when it was opened: when it is removed then, so is the note. */
  wasOnDisk: boolean
}

/** A vault as a client has it: the present files, overlaid with the open texts, saved or not. */
export class LspVault {
  /** The folder by its real path. */
  readonly root: string
  context: Context
  readonly #makeContext: () => Context
  readonly #open = new Map<NotePath, OpenNote>()
  readonly #listener: LspListener
  #disk: Vault | undefined
  #starting: Promise<void> | undefined
  #watch: VaultWatch | undefined
  #settings = ''
  #mayBeSetOtherwise = false
  #isRead = false
  #now: Vault | undefined
  #base: Vault | undefined
  #shown = new Map<NotePath, Note>()

  /** A context caches what was read with one configuration, so another configuration gets a new context. */
  constructor(root: string, makeContext: () => Context, listener: LspListener) {
    this.root = root
    this.#makeContext = makeContext
    this.context = makeContext()
    this.#listener = listener
  }

  /** Takes in the text of an open note or canvas. */
  open(path: NotePath, { text, version }: OpenText): void {
    const known = this.#open.get(path)
    if (known?.text === text && known.version === version) return
    const wasOnDisk = known?.wasOnDisk ?? isOnDisk(this.#disk, path)
    this.#open.set(path, { text, version, wasOnDisk })
  }

  close(path: NotePath): void {
    this.#open.delete(path)
  }

  version(path: string): number | undefined {
    return this.#open.get(path as NotePath)?.version
  }

  /** The text of a note or another file of the vault; empty when it can't be read. */
  textOf(path: string): string {
    const open = this.#open.get(path as NotePath)
    if (open !== undefined) return open.text
    try {
      const isNote = isOnDisk(this.#disk, path as NotePath)
      return readText(isNote ? join(this.root, path) : realVaultPath(fs, this.root, path, 'read'))
    } catch {
      return ''
    }
  }

  /** The basis for planning changes; `formerly` is only used by `undo`. */
  async planSource(): Promise<PlanSource> {
    const { linkForm } = await this.config()
    return { vault: await this.vault(), textOf: (path) => this.textOf(path), linkForm }
  }

  async config(): Promise<Config> {
    try {
      return await this.context.config()
    } catch (error) {
      if (error instanceof FailureError) return defaultConfig
      throw error
    }
  }

  /** The context for planning commands: the vault as the editor has it, including unsaved texts. */
  get planContext(): Context {
    return { ...this.context, vault: () => this.vault() }
  }

  /** The vault as it is at this moment. */
  async vault(): Promise<Vault> {
    await (this.#starting ??= this.#start())
    await this.#watch?.flush()
    if (this.#mayBeSetOtherwise || !this.#isRead) await (this.#starting = this.#startAnew())
    return this.#overlaid()
  }

  /** Whether the files have been read; before that nothing can be reported as missing. */
  get isRead(): boolean {
    return this.#isRead
  }

  stop(): void {
    this.#watch?.close()
  }

  /** Reads and watches the folder; if it can't be read as a vault, only open texts are in it. */
  async #start(): Promise<void> {
    this.#settings = await settingsOf(this.context)
    try {
      this.#disk = await this.context.vault()
      const tell = (next: Vault): void => {
        this.#disk = next
        this.#listener.changed()
      }
      this.#watch = await this.context.watchVault(this.#disk, tell, () => {
        this.#mayBeSetOtherwise = true
        this.#listener.changed()
      })
      this.#isRead = true
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      this.#disk = new Vault({ notes: [], attachments: [] })
      this.#listener.failed(error.failure)
    }
  }

  /** Reads the folder again when its configuration or schemas changed; while these are invalid, the earlier state remains. */
  async #startAnew(): Promise<void> {
    this.#mayBeSetOtherwise = false
    const context = this.#makeContext()
    const settings = await settingsOf(context)
    if (settings === this.#settings) return
    this.#settings = settings
    try {
      await context.config()
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      return this.#listener.failed(error.failure)
    }
    this.stop()
    this.context = context
    for (const open of this.#open.values()) delete open.note
    await this.#start()
  }

  /** Overlays the files with open notes; only what changed since the last call is parsed. */
  #overlaid(): Vault {
    const disk = this.#disk as Vault
    const wanted = this.#openNotes(disk)
    const isSame = this.#base === disk && this.#now !== undefined
    const from = isSame ? (this.#now ?? disk) : disk
    const before = isSame ? this.#shown : new Map<NotePath, Note>()
    const notes: Note[] = []
    const removed: NotePath[] = []
    let isOtherCanvas = false
    for (const [path, note] of wanted) {
      if (before.get(path) === note) continue
      if (isCanvasFile(path)) isOtherCanvas = true
      else notes.push(note)
    }
    for (const path of before.keys()) {
      if (wanted.has(path)) continue
      const saved = disk.note(path)
      if (isCanvasFile(path)) isOtherCanvas = true
      else if (saved === undefined) removed.push(path)
      else notes.push(saved)
    }
    const canvases = isOtherCanvas ? overlaidCanvases(disk, wanted) : undefined
    const isAsBefore = notes.length + removed.length === 0 && canvases === undefined
    const now = isAsBefore ? from : updateVault(from, { notes, removed, canvases })
    handOnNames(this.#now, now)
    this.#now = now
    this.#base = disk
    this.#shown = wanted
    return this.#now
  }

  /** The open notes, except those deleted on disk. */
  #openNotes(disk: Vault): Map<NotePath, Note> {
    const notes = new Map<NotePath, Note>()
    for (const [path, open] of this.#open) {
      const isThere = isOnDisk(disk, path)
      open.wasOnDisk ||= isThere
      if (open.wasOnDisk && !isThere) continue
      notes.set(path, (open.note ??= this.#parsed(path, open.text, disk)))
    }
    return notes
  }

  /** Parses a text as the vault parses its notes. */
  #parsed(path: NotePath, text: string, disk: Vault): Note {
    const facts = disk.note(path)?.file ?? { size: text.length, modifiedMs: 0, createdMs: 0 }
    return parseNote({ path, text, facts, dialects: vaultDialects(this.root), dates: datesOf(this.root, path) })
  }
}

function isOnDisk(disk: Vault | undefined, path: NotePath): boolean {
  return disk?.note(path) !== undefined || (isCanvasFile(path) && disk?.document(path) !== undefined)
}

/** Reads the canvases of a vault, open ones as they are in the editor. */
function overlaidCanvases(disk: Vault, open: ReadonlyMap<NotePath, Note>): ReadCanvases {
  return () => [
    ...disk.canvases.filter(({ path }) => !open.has(path)),
    ...[...open.values()].filter(({ path }) => isCanvasFile(path)),
  ]
}

/** The path of a file in a vault, if it can be a note or canvas there. */
export function notePathIn(root: string, file: string): NotePath | undefined {
  if (!file.startsWith(`${root}/`) && root !== '/') return undefined
  const path = toNotePath(file.slice(root === '/' ? 1 : root.length + 1))
  return path !== undefined && (isNoteFile(path) || isCanvasFile(path)) ? path : undefined
}
