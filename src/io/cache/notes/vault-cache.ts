import { canvasesIn, canvasState } from '../../vault/canvas-state.ts'
import { fileExists } from '../../files/file-exists.ts'
import type { KeptFolder } from '../kept-folder.ts'
import type { NoteIndex } from './note-index.ts'
import { attachmentsIn } from './write-index.ts'

/**
 * The cache that a vault was read from. Code that stores something derived from the vault writes it here, and checks here later whether it
 * still holds.
 */
export class VaultCache {
  readonly index: NoteIndex
  /** The files stored for this vault. */
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

  /** An id of the vault's present content: as long as it is the same, so are all notes, canvases and attachments. */
  get state(): string {
    this.#canvases ??= canvasState(this.root, canvasesIn(attachmentsIn(this.index.attachments)))
    return `${this.index.id}/${this.index.changes.state}${this.#canvases === '' ? '' : `/${this.#canvases}`}`
  }

  /**
   * An id of everything that decides where links lead: paths, titles, aliases and attachments. It stays the same when only texts change.
   */
  get names(): string {
    return this.index.id
  }

  /** The file system look-ups for links so far, with their results. */
  get asked(): readonly (readonly [path: string, existed: boolean])[] {
    return [...this.#asked]
  }

  /** Whether a file or folder exists at a path relative to the root; looks it up now and records the result. */
  exists(path: string): boolean {
    const existed = fileExists(this.root, path)
    this.#asked.set(path, existed)
    return existed
  }

  /** Whether all earlier look-ups would have the same results now. */
  stillHolds(asked: VaultCache['asked']): boolean {
    return asked.every(([path, existed]) => this.exists(path) === existed)
  }
}
