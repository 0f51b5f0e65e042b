import type { Link } from '../../../core/model/link.ts'
import type { Note } from '../../../core/model/note.ts'
import type { NotePath } from '../../../core/model/note-path.ts'
import type { IndexStore } from './index-store.ts'
import type { Rest } from './note-codec.ts'

/** A note out of the index cache: nothing is decoded before it is asked for. */
export class CachedNote implements Note {
  readonly store: IndexStore
  readonly place: number
  #rest: Rest | undefined
  #links: readonly Link[] | undefined

  constructor(store: IndexStore, place: number) {
    this.store = store
    this.place = place
  }

  get path(): NotePath {
    return this.store.pathOf(this.place)
  }

  get title(): string {
    return this.store.heads.column('title')[this.place] || ''
  }

  get titleSource(): Note['titleSource'] {
    return this.store.heads.column('titleSource')[this.place] || 'file'
  }

  get summary(): string | undefined {
    return this.store.heads.column('summary')[this.place] || undefined
  }

  get summarySource(): Note['summarySource'] {
    return this.#details.summarySource
  }

  get aliases(): readonly string[] {
    return this.store.heads.column('aliases')[this.place] || none
  }

  get topics(): readonly string[] {
    return this.store.heads.column('topics')[this.place] || none
  }

  get tags(): readonly string[] {
    return this.store.heads.column('tags')[this.place] || none
  }

  get created(): string {
    return this.store.heads.column('created')[this.place] || ''
  }

  get modified(): string {
    return this.store.heads.column('modified')[this.place] || ''
  }

  get words(): number {
    return this.store.heads.column('words')[this.place] ?? 0
  }

  get problems(): Note['problems'] {
    return this.store.heads.column('problems')[this.place] || none
  }

  get metadata(): Note['metadata'] {
    return this.#details.metadata
  }

  get bodyStart(): number {
    return this.#details.bodyStart
  }

  get headings(): Note['headings'] {
    return this.#details.headings
  }

  get blocks(): Note['blocks'] {
    return this.#details.blocks
  }

  get inlineTags(): Note['inlineTags'] {
    return this.#details.inlineTags
  }

  get anchors(): Note['anchors'] {
    return this.#details.anchors
  }

  get definitions(): Note['definitions'] {
    return this.#details.definitions
  }

  get footnotes(): Note['footnotes'] {
    return this.#details.footnotes
  }

  get file(): Note['file'] {
    return this.#details.file
  }

  get links(): readonly Link[] {
    return (this.#links ??= this.store.links(this.place))
  }

  get #details(): Rest {
    return (this.#rest ??= this.store.rest(this.place))
  }
}

const none: readonly never[] = []
