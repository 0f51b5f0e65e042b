import { existsSync } from '../../io/files/file-system.ts'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Context } from '../../commands/command.ts'
import type { LinkForm } from '../../core/model/config.ts'
import { FailureError } from '../../core/model/failure.ts'
import type { Note } from '../../core/model/note.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import type { Vault } from '../../core/vault/vault.ts'
import { fileKey, fileOf, realPath } from './file-uri.ts'
import { type LspListener, LspVault, notePathIn } from './lsp-vault.ts'
import { type PositionEncoding, type ClientPosition, Positions } from './positions.ts'

/** The note or canvas that a request is about, and its vault, as both are now. */
export interface Subject {
  readonly home: LspVault
  readonly vault: Vault
  readonly note: Note
  readonly text: string
  readonly positions: Positions
  /** The form of new links; undefined: whatever suits the typed text. */
  readonly linkForm?: LinkForm | undefined
}

interface OpenDocument {
  readonly uri: string
  readonly home: LspVault
  readonly path: NotePath
}

/** Everything that a client has told the server: its folders, its open documents, and how it spells them. */
export class Workspace {
  encoding: PositionEncoding = 'utf-16'
  readonly #context: Context
  readonly #listener: LspListener
  readonly #homes = new Map<string, LspVault>()
  readonly #open = new Map<string, OpenDocument>()
  /** Those that the client named, by real path. */
  readonly #folders: string[] = []
  /** The client's spelling of folders reached by links, by real path. */
  readonly #spellings = new Map<string, string>()

  constructor(context: Context, listener: LspListener) {
    this.#context = context
    this.#listener = listener
  }

  addFolder(uri: string): void {
    const folder = fileOf(uri)
    if (folder === undefined) return
    const real = realPath(folder)
    this.#folders.push(real)
    if (real !== folder) this.#spellings.set(real, folder)
  }

  openDocument(uri: string, text: string, version: number): void {
    const found = this.#locate(uri)
    if (found === undefined) return
    this.#open.set(fileKey(uri), { uri, ...found })
    found.home.open(found.path, { text, version })
  }

  closeDocument(uri: string): void {
    const open = this.#open.get(fileKey(uri))
    if (open === undefined) return
    this.#open.delete(fileKey(uri))
    open.home.close(open.path)
  }

  get documents(): readonly { readonly uri: string; readonly home: LspVault; readonly path: NotePath }[] {
    return [...this.#open.values()]
  }

  get homes(): readonly LspVault[] {
    return [...this.#homes.values()]
  }

  /** The note or canvas at an address, as it is now; undefined when it is none. */
  async subject(uri: string): Promise<Subject | undefined> {
    const found = this.#open.get(fileKey(uri)) ?? this.#locate(uri)
    if (found === undefined) return undefined
    const vault = await found.home.vault()
    const note = vault.document(found.path)
    if (note === undefined) return undefined
    const text = found.home.textOf(found.path)
    const { linkForm } = await found.home.config()
    return { home: found.home, vault, note, text, positions: this.positions(text), linkForm }
  }

  positions(text: string): Positions {
    return new Positions(text, this.encoding)
  }

  /** The range of a span of a note in its text as it is now. */
  range(
    home: LspVault,
    path: string,
    span: { start: number; end: number },
  ): { start: ClientPosition; end: ClientPosition } {
    return this.positions(home.textOf(path)).range(span)
  }

  /** The address of a file of a vault as the client spells it. */
  uri(home: LspVault, path: string): string {
    const open = this.documents.find((document) => document.home === home && document.path === path)
    return open?.uri ?? this.fileUri(join(home.root, path))
  }

  fileUri(file: string): string {
    for (const [real, spelled] of this.#spellings)
      if (file === real || file.startsWith(`${real}/`)) return pathToFileURL(spelled + file.slice(real.length)).href
    return pathToFileURL(file).href
  }

  /** The vault that a file or folder lies in. */
  homeFor(file: string): LspVault | undefined {
    return this.homeOf(existingFolder(dirname(realPath(file))))
  }

  /** The vault for a request without a note: of the given URI, of the first folder, or of the first open note. */
  homeOfRequest(uri: string | undefined): LspVault | undefined {
    const file = uri === undefined ? this.#folders[0] : fileOf(uri)
    if (file !== undefined) return this.homeOf(existingFolder(realPath(file)))
    return this.documents[0]?.home
  }

  /** The vault of a folder, made at the first question. */
  homeOf(folder: string): LspVault | undefined {
    const makeContext = (): Context => this.#context.inFolder(folder)
    const context = makeContext()
    let root: string
    try {
      root = realPath(context.vaultChoice().root)
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      root = folder
    }
    const known = this.#homes.get(root)
    if (known !== undefined) return known
    const made = new LspVault(root, makeContext, this.#listener)
    this.#homes.set(root, made)
    return made
  }

  stop(): void {
    for (const home of this.#homes.values()) home.stop()
  }

  #locate(uri: string): { readonly home: LspVault; readonly path: NotePath } | undefined {
    const named = fileOf(uri)
    if (named === undefined) return undefined
    const file = realPath(named)
    const home = this.homeOf(existingFolder(dirname(file)))
    const path = home && notePathIn(home.root, file)
    return home === undefined || path === undefined ? undefined : { home, path }
  }
}

function existingFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existingFolder(dirname(folder))
}
