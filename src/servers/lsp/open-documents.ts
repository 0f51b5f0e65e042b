import type { Range } from 'vscode-languageserver/node'
import { fileKey } from './file-uri.ts'
import type { Positions } from './positions.ts'

/** A document as the client has it. */
export interface OpenDocument {
  readonly uri: string
  readonly text: string
  readonly version: number
  /** Where its last change ended, as an estimate of the cursor. */
  readonly cursor?: number
}

/** One change of a text, by its place in the text just before; without a range it is the whole text. */
export interface TextChange {
  readonly range?: Range
  readonly text: string
}

/** The documents that the client has open, with unsaved changes. Positions use the agreed encoding. */
export class OpenDocuments {
  /** By file, since a URI can be spelled in several ways. */
  readonly #open = new Map<string, OpenDocument>()
  readonly #positions: (text: string) => Positions

  constructor(positions: (text: string) => Positions) {
    this.#positions = positions
  }

  get(uri: string): OpenDocument | undefined {
    return this.#open.get(fileKey(uri))
  }

  open(document: OpenDocument): OpenDocument {
    this.#open.set(fileKey(document.uri), document)
    return document
  }

  /** The document after some changes; undefined when it is not open. */
  change(uri: string, version: number, changes: readonly TextChange[]): OpenDocument | undefined {
    const known = this.get(uri)
    return (
      known &&
      this.open(changes.reduce<OpenDocument>((now, change) => this.#changed(now, change), { ...known, version }))
    )
  }

  close(uri: string): void {
    this.#open.delete(fileKey(uri))
  }

  #changed({ uri, version, text }: OpenDocument, change: TextChange): OpenDocument {
    if (change.range === undefined) return { uri, version, text: change.text }
    const positions = this.#positions(text)
    const start = positions.offset(change.range.start)
    const end = Math.max(start, positions.offset(change.range.end))
    return {
      uri,
      version,
      text: text.slice(0, start) + change.text + text.slice(end),
      cursor: start + change.text.length,
    }
  }
}
