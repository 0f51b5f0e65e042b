import type { Link } from '../../../core/model/link.ts'
import type { Note } from '../../../core/model/note.ts'
import type { NotePath } from '../../../core/model/note-path.ts'
import type { Vault } from '../../../core/vault/vault.ts'
import { bitOf, type ColumnNote, type NoteColumns, type RareList } from './note-columns.ts'
import type { KeptDetails } from './note-details.ts'

/** Where a note is read from. */
export interface NoteStore {
  readonly columns: NoteColumns
  /** The stamps of the files, `stampLength` numbers for each note. */
  readonly stamps: Float64Array
  /** The tools whose syntax applies in the vault. */
  readonly dialects: Note['dialects']
  readonly pathOf: (place: number) => NotePath
  readonly links: (place: number) => readonly Link[]
  readonly details: (place: number) => KeptDetails
  /** The details and links in the form in which they are stored; undefined when damaged. */
  readonly rowsAt: (place: number) => { readonly details: Uint8Array | undefined; readonly links: Uint8Array | undefined }
}

/** A note from the index, whose fields are decoded when asked for. */
export class CachedNote implements Note, ColumnNote {
  readonly store: NoteStore
  readonly place: number
  #details: KeptDetails | undefined
  #links: readonly Link[] | undefined

  constructor(store: NoteStore, place: number) {
    this.store = store
    this.place = place
  }

  get path(): NotePath {
    return this.store.pathOf(this.place)
  }

  get dialects(): Note['dialects'] {
    return this.store.dialects
  }

  get title(): string {
    return this.store.columns.column('title')[this.place] || ''
  }

  get titleSource(): Note['titleSource'] {
    return this.store.columns.column('titleSource')[this.place] || 'file'
  }

  get summary(): string | undefined {
    return this.store.columns.column('summary')[this.place] || undefined
  }

  get summarySource(): Note['summarySource'] {
    return this.store.columns.column('summarySource')[this.place] || undefined
  }

  get aliases(): readonly string[] {
    return this.store.columns.column('aliases')[this.place] || none
  }

  get topics(): readonly string[] {
    return this.store.columns.column('topics')[this.place] || none
  }

  get tags(): readonly string[] {
    return this.store.columns.column('tags')[this.place] || none
  }

  get created(): string {
    return this.store.columns.column('created')[this.place] || ''
  }

  get modified(): string {
    return this.store.columns.column('modified')[this.place] || ''
  }

  get words(): number {
    return this.store.columns.column('words')[this.place] ?? 0
  }

  get problems(): Note['problems'] {
    return this.store.columns.column('problems')[this.place] || none
  }

  get isIndex(): Note['isIndex'] {
    return this.store.columns.column('isIndex')[this.place] || undefined
  }

  get isPrivate(): Note['isPrivate'] {
    return this.store.columns.column('isPrivate')[this.place] || undefined
  }

  get isPlain(): boolean {
    return this.store.columns.column('isPlain')[this.place] === true
  }

  get holds(): number {
    return this.store.columns.column('holds')[this.place] ?? 0
  }

  get headingTexts(): readonly string[] {
    return this.store.columns.column('headingTexts')[this.place] || none
  }

  get metadata(): Note['metadata'] {
    return this.#kept.others.metadata
  }

  get bodyStart(): number {
    return this.#kept.others.bodyStart
  }

  get headings(): Note['headings'] {
    return this.#kept.headings
  }

  get blocks(): Note['blocks'] {
    return this.#rare('blocks')
  }

  get inlineTags(): Note['inlineTags'] {
    return this.#kept.others.inlineTags
  }

  get anchors(): Note['anchors'] {
    return this.#kept.others.anchors
  }

  get definitions(): Note['definitions'] {
    return this.#rare('definitions')
  }

  get footnotes(): Note['footnotes'] {
    return this.#rare('footnotes')
  }

  get file(): Note['file'] {
    return this.#kept.others.file
  }

  get links(): readonly Link[] {
    return (this.#links ??= this.store.links(this.place))
  }

  /** Frees what was decoded; it is decoded again when asked for. */
  forget(): void {
    this.#details = this.#links = undefined
  }

  #rare<Name extends RareList>(list: Name): Note[Name] | typeof none {
    return (this.holds & bitOf(list)) === 0 ? none : this.#kept.others[list]
  }

  get #kept(): KeptDetails {
    return (this.#details ??= this.store.details(this.place))
  }
}

const none: readonly never[] = []

/** Frees what was decoded of a vault's notes and links: for programs that look at one note after the other. */
export function forgetDecoded(vault: Vault): void {
  vault.forgetReadLinks()
  for (const note of vault.notes) if (note instanceof CachedNote) note.forget()
}
