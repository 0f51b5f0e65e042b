import { join } from 'node:path'
import type { Context } from '../../commands/command.ts'
import type { Config } from '../../core/model/config.ts'
import { defaultConfig } from '../../core/model/config.ts'
import { FailureError } from '../../core/model/failure.ts'
import type { Note } from '../../core/model/note.ts'
import { isNoteFile, type NotePath, toNotePath } from '../../core/model/note-path.ts'
import { parseNote } from '../../core/parse/parse-note.ts'
import type { PlanSource } from '../../core/plan/draft.ts'
import { handOnNames } from '../../core/query/names/vault-names.ts'
import { updateVault } from '../../core/vault/update-vault.ts'
import { Vault } from '../../core/vault/vault.ts'
import { readText } from '../../io/files/read-text.ts'
import type { VaultWatch } from '../../io/live/live-vault.ts'

/** The text of a note that is open in an editor. */
export interface OpenText {
  readonly text: string
  readonly version: number
}

interface OpenNote extends OpenText {
  readonly note: Note
  /** Whether there was such a file when it was opened: once it is gone, so is the note. */
  wasOnDisk: boolean
}

/** One vault as a client has it: the files as they are now, and over them the texts that are open, saved or not. */
export class LspVault {
  /** The folder by its real path. */
  readonly root: string
  readonly context: Context
  readonly #open = new Map<NotePath, OpenNote>()
  readonly #told: () => void
  #disk: Vault | undefined
  #starting: Promise<void> | undefined
  #watch: VaultWatch | undefined
  #now: Vault | undefined
  #base: Vault | undefined
  #shown = new Map<NotePath, Note>()

  /** `told` is called when files changed outside the client. */
  constructor(root: string, context: Context, told: () => void) {
    this.root = root
    this.context = context
    this.#told = told
  }

  /** Takes in the text of an open note. */
  open(path: NotePath, { text, version }: OpenText): void {
    const known = this.#open.get(path)
    if (known?.text === text && known.version === version) return
    const file = this.#disk?.note(path)?.file ?? { size: text.length, modifiedMs: 0, createdMs: 0 }
    const wasOnDisk = known?.wasOnDisk ?? this.#disk?.note(path) !== undefined
    this.#open.set(path, { text, version, note: parseNote({ path, text, facts: file }), wasOnDisk })
  }

  close(path: NotePath): void {
    this.#open.delete(path)
  }

  version(path: string): number | undefined {
    return this.#open.get(path as NotePath)?.version
  }

  /** The text of a note or another file; empty when it can't be read. */
  textOf(path: string): string {
    const open = this.#open.get(path as NotePath)
    if (open !== undefined) return open.text
    try {
      return readText(join(this.root, path))
    } catch {
      return ''
    }
  }

  /** What changes are planned on; `formerly` is for `undo` alone. */
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

  /** What commands plan with: the vault as the editor has it, unsaved texts included. */
  get planContext(): Context {
    return { ...this.context, vault: () => this.vault() }
  }

  /** The vault as it is at this moment. */
  async vault(): Promise<Vault> {
    await (this.#starting ??= this.#start())
    await this.#watch?.flush()
    return this.#overlaid()
  }

  stop(): void {
    this.#watch?.close()
  }

  /** Reads the folder and watches it; a folder that is no vault holds just what is open. */
  async #start(): Promise<void> {
    try {
      this.#disk = await this.context.vault()
      this.#watch = await this.context.watchVault(this.#disk, (next) => {
        this.#disk = next
        this.#told()
      })
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      this.#disk = new Vault({ notes: [], attachments: [] })
    }
    for (const [path, open] of this.#open) open.wasOnDisk ||= this.#disk?.note(path) !== undefined
  }

  /** Lays open notes over the files; only what changed since the last answer is looked at. */
  #overlaid(): Vault {
    const disk = this.#disk as Vault
    for (const [path, open] of this.#open) open.wasOnDisk ||= disk.note(path) !== undefined
    const wanted = new Map(
      [...this.#open].flatMap(([path, { note, wasOnDisk }]) =>
        wasOnDisk && disk.note(path) === undefined ? [] : [[path, note] as const],
      ),
    )
    const isSame = this.#base === disk && this.#now !== undefined
    const from = isSame ? (this.#now ?? disk) : disk
    const before = isSame ? this.#shown : new Map<NotePath, Note>()
    const notes: Note[] = []
    const removed: NotePath[] = []
    for (const [path, note] of wanted) if (before.get(path) !== note) notes.push(note)
    for (const path of before.keys()) {
      if (wanted.has(path)) continue
      const saved = disk.note(path)
      if (saved === undefined) removed.push(path)
      else notes.push(saved)
    }
    const now = notes.length + removed.length === 0 ? from : updateVault(from, { notes, removed })
    handOnNames(this.#now, now)
    this.#now = now
    this.#base = disk
    this.#shown = wanted
    return this.#now
  }
}

/** The path of a file in a vault, if it can be a note there. */
export function notePathIn(root: string, file: string): NotePath | undefined {
  if (!file.startsWith(`${root}/`) && root !== '/') return undefined
  const path = toNotePath(file.slice(root === '/' ? 1 : root.length + 1))
  return path !== undefined && isNoteFile(path) ? path : undefined
}
