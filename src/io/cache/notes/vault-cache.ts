import { canvasesIn, canvasState } from '../../vault/canvas-state.ts'
import { fileExists } from '../../files/file-exists.ts'
import type { KeptFolder } from '../kept-folder.ts'
import type { NoteIndex } from './note-index.ts'
import { attachmentsIn } from './write-index.ts'

/** The cache of a vault as it was read. Whoever keeps something that follows from the vault is handed this. */
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

  /** Names the vault as it is: what was kept under the same name followed from the same notes, canvases and attachments. */
  get state(): string {
    this.#canvases ??= canvasState(this.root, canvasesIn(attachmentsIn(this.index.attachments)))
    return `${this.index.id}/${this.index.changes.state}${this.#canvases === '' ? '' : `/${this.#canvases}`}`
  }

  /** Names what links are resolved by: the paths, titles and aliases of notes and the attachments. Many states share it. */
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
