import type { NotePath } from '../../../core/model/note-path.ts'
import type { Resolution } from '../../../core/model/resolution.ts'
import type { KnownLinks, LinkCounts } from '../../../core/vault/known-links.ts'
import type { Vault } from '../../../core/vault/vault.ts'
import type { Progress } from '../../terminal/progress.ts'
import type { IndexStore } from './index-store.ts'
import type { DeltaLinks } from './read-delta.ts'
import { unpackResolutions } from './note-codec.ts'
import { resolveAll } from './resolve-all.ts'
import { SectionReader, type Sections } from '../section-file.ts'
import { numbersOf, readSlices, type SlicesRead } from '../slices.ts'

/** Resolved links, and the changes since that are laid over them. */
export interface LinkBase {
  /** The state of the index that they belong to, without the changes. */
  readonly state: string
  readonly sections: Sections
  readonly changes: DeltaLinks | undefined
}

/** Where resolved links are kept, if anywhere, and who is told how far resolving is. */
export interface LinksPlace {
  readonly file: string | undefined
  readonly progress: Progress | undefined
}

/**
 * What is known of the links of an index. They are resolved when first asked for, and kept in a file of their own that names the
 * state of the index; where it is missing, damaged or of another state, all are resolved again.
 */
export class CachedLinks implements KnownLinks {
  readonly #store: IndexStore
  readonly #vault: () => Vault
  readonly #place: LinksPlace
  #base: LinkBase | undefined
  #made = false
  readonly #parts = new Map<string, SlicesRead | undefined>()
  #counts: Uint32Array | undefined

  /** `vault`: the one that the index holds. */
  constructor(store: IndexStore, vault: () => Vault, place: LinksPlace) {
    this.#store = store
    this.#vault = vault
    this.#place = place
  }

  /** The links as they were kept; undefined when all have yet to be resolved. */
  get kept(): LinkBase | undefined {
    const { file } = this.#place
    return (this.#base ??= file === undefined ? undefined : openKept(file, this.#store))
  }

  resolutions(path: NotePath): readonly (Resolution | undefined)[] | undefined {
    const store = this.#store
    const place = store.placeOf(path)
    if (place === undefined) return undefined
    const text = this.#known.changes?.resolutions[place] ?? this.#slice('resolutions', place)
    return text === undefined
      ? undefined
      : unpackResolutions(
          text,
          (at) => store.pathOf(at),
          (at) => store.exists(at),
        )
  }

  counts(path: NotePath): LinkCounts | undefined {
    const place = this.#store.placeOf(path)
    if (place === undefined) return undefined
    const changed = this.#known.changes?.counts[place]
    if (changed !== undefined) return changed
    this.#counts ??= this.#readCounts()
    const [links, backlinks] = [this.#counts[2 * place], this.#counts[2 * place + 1]]
    return links === undefined || backlinks === undefined ? undefined : { links, backlinks }
  }

  sources(path: NotePath): readonly NotePath[] | undefined {
    const place = this.#store.placeOf(path)
    if (place === undefined) return undefined
    const places = this.#known.changes?.sources[place] ?? this.#sourcePlaces(place)
    return places?.map((source) => this.#store.pathOf(source))
  }

  get #known(): LinkBase {
    return this.kept ?? this.#make()
  }

  /** Resolves all links and keeps them. */
  #make(): LinkBase {
    const { state } = this.#store
    const { file, progress } = this.#place
    const sections = resolveAll(this.#store, this.#vault(), progress)
    if (file !== undefined) sections.writeTo(file, { state })
    this.#made = true
    this.#parts.clear()
    this.#counts = undefined
    return (this.#base = { state, sections, changes: undefined })
  }

  #sourcePlaces(place: number): readonly number[] | undefined {
    const text = this.#slice('sources', place)
    return text === undefined || text === '' ? undefined : (JSON.parse(text) as number[])
  }

  #readCounts(): Uint32Array {
    return this.#section((sections) => numbersOf(sections.read('counts'))) ?? new Uint32Array()
  }

  #slice(name: string, place: number): string | undefined {
    if (!this.#parts.has(name))
      this.#parts.set(
        name,
        this.#section((sections) => readSlices(sections, name)),
      )
    const text = this.#parts.get(name)?.(place)
    if (text !== undefined || this.#made) return text
    this.#make()
    return this.#slice(name, place)
  }

  /** Reads a part; one that is damaged has all links resolved again. */
  #section<T>(read: (sections: Sections) => T | undefined): T | undefined {
    const found = read(this.#known.sections)
    return found === undefined && !this.#made ? read(this.#make().sections) : found
  }
}

/** The resolved links in a file, when they are those of an index as it is, or with the changes that it knows of. */
function openKept(file: string, { state, delta }: IndexStore): LinkBase | undefined {
  const sections = SectionReader.open(file)
  const about = sections?.about as { readonly state: string } | undefined
  if (sections === undefined || about === undefined) return undefined
  if (about.state === state) return { state, sections, changes: undefined }
  if (about.state === delta.links?.of) return { state: about.state, sections, changes: delta.links }
  sections.close()
  return undefined
}
