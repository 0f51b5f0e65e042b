import { canvasesIn, canvasState } from '../../vault/canvas-state.ts'
import { fileExists } from '../../files/file-exists.ts'
import type { KeptFolder } from '../kept-folder.ts'
import type { NoteIndex } from './note-index.ts'
import { attachmentsIn } from './write-index.ts'

/** The cache that a vault was read from. Code that keeps something derived from the vault gets it, to write it there and to tell later whether it still holds. */
export class VaultCache {
  readonly index: NoteIndex
  /** What is kept for this vault. */
  readonly files: KeptFolder
  readonly #asked = new Map<string, boolean>()
  #canvases: string | undefined

  constructor(index: NoteIndex, files: KeptFolder) {
    this.index = index
    this.files = files
  }

  get root(): string {
    return this.index.root
  }

  /** A name for the present content of the vault: as long as it is the same, so are all notes, canvases and attachments. */
  get state(): string {
    this.#canvases ??= canvasState(this.root, canvasesIn(attachmentsIn(this.index.attachments)))
    return `${this.index.id}/${this.index.changes.state}${this.#canvases === '' ? '' : `/${this.#canvases}`}`
  }

  /** A name for all that decides where links lead: paths, titles, aliases and attachments. It stays the same when only texts change. */
  get names(): string {
    return this.index.id
  }

  /** What was asked of the file system about links so far, with the answers. */
  get asked(): readonly (readonly [path: string, existed: boolean])[] {
    return [...this.#asked]
  }

  /** Whether a file or folder exists at a path relative to the root, asked now and put on record. */
  exists(path: string): boolean {
    const existed = fileExists(this.root, path)
    this.#asked.set(path, existed)
    return existed
  }

  /** Whether all that was asked of the file system at another time has the same answer now. */
  stillHolds(asked: VaultCache['asked']): boolean {
    return asked.every(([path, existed]) => this.exists(path) === existed)
  }
}
