import { rmSync } from '../../files/file-system.ts'
import type { Link } from '../../../core/model/link.ts'
import type { Note } from '../../../core/model/note.ts'
import type { NotePath } from '../../../core/model/note-path.ts'
import type { KeptNotes } from '../../../core/vault/vault.ts'
import { fileExists } from '../../files/file-exists.ts'
import { readNote } from '../../files/read-vault.ts'
import { CachedNote } from './cached-note.ts'
import { stampLength } from '../file-stamp.ts'
import { type FolderListing, readListings } from './folder-listings.ts'
import type { BuiltIndex } from './index-builder.ts'
import { HeadColumns } from './head-columns.ts'
import { type Rest, unpackLinks, unpackRest } from './note-codec.ts'
import { Shapes } from '../pack.ts'
import { PathPlaces } from './path-places.ts'
import { type Delta, noDelta, readDelta } from './read-delta.ts'
import { SectionReader, type Sections } from '../section-file.ts'
import { readSlices, type SlicesRead } from '../slices.ts'

/** What a cache file says of itself; one with another key serves another vault, configuration or version. */
export interface About {
  readonly key: string
  readonly id: string
  readonly shapes: readonly (readonly string[])[]
}

/** An index opened for reading: the base with the later changes laid over it. */
export class IndexStore implements KeptNotes {
  readonly root: string
  /** How many notes there are. */
  readonly size: number
  readonly heads: HeadColumns
  readonly stamps: Float64Array
  readonly shapes: Shapes
  readonly delta: Delta
  /** The attachments of the vault, one a line, as `attachmentText` writes them. */
  readonly attachments: string
  /** What was asked of the file system about links, with the answers. */
  readonly asked = new Map<string, boolean>()
  readonly #opened: Omit<Opened, 'delta'>
  readonly #slices = new Map<string, SlicesRead | undefined>()
  #places: PathPlaces | undefined
  #listings: ReadonlyMap<string, FolderListing> | undefined

  private constructor({ delta, ...opened }: Opened) {
    const { root, about, sections, parts } = opened
    this.#opened = opened
    this.root = root
    this.shapes = new Shapes(delta.shapes.length > about.shapes.length ? delta.shapes : about.shapes)
    this.size = parts.stamps.length / stampLength
    this.heads = new HeadColumns({
      count: this.size,
      read: (field) => (field === 'path' ? parts.paths : sections.read(field)),
      later: delta.notes,
      readAnew: (place) => this.#readAnew(place),
    })
    this.stamps = parts.stamps
    this.attachments = parts.attachments
    this.delta = delta
    for (const [place, { stamp }] of Object.entries(delta.notes))
      this.stamps.set(
        stamp.map((value) => value ?? Number.NaN),
        Number(place) * stampLength,
      )
  }

  /** Opens the cache of a vault; undefined when there is none that fits and is whole. */
  static open(root: string, file: string, key: string): IndexStore | undefined {
    const sections = SectionReader.open(file)
    if (sections === undefined) return undefined
    const about = sections.about as About
    const parts = about.key === key ? readParts(sections) : undefined
    if (parts !== undefined) {
      const delta = readDelta(`${file}-delta`, about.id)
      return new IndexStore({ root, file, about, sections, parts, delta })
    }
    sections.close()
    return undefined
  }

  /** An index that could not be put in a file. */
  static inMemory(root: string, { about, sections }: BuiltIndex): IndexStore {
    const parts = readParts(sections)
    if (parts === undefined) throw new Error('an index without its sections')
    return new IndexStore({ root, file: undefined, about, sections, parts, delta: noDelta(about.id) })
  }

  /** This index with other changes, which hold all of those before. */
  withChanges(delta: Delta): IndexStore {
    return new IndexStore({ ...this.#opened, delta })
  }

  get id(): string {
    return this.#opened.about.id
  }

  /** Names the state of the vault that the cache holds. */
  get state(): string {
    return `${this.id}/${this.delta.state}`
  }

  /** What folders held when the base file was written. */
  listings(): ReadonlyMap<string, FolderListing> {
    return (this.#listings ??= readListings(this.#opened.sections))
  }

  /** The path of the note at a place. */
  pathOf(place: number): NotePath {
    return this.heads.column('path')[place] || ('' as NotePath)
  }

  /** All notes, sorted by path. */
  notes(): readonly CachedNote[] {
    return Array.from({ length: this.size }, (_none, place) => new CachedNote(this, place))
  }

  /** The place of a note in the columns, which is its number in the vault. */
  placeOf(path: string): number | undefined {
    return (this.#places ??= new PathPlaces(this.heads.column('path'))).of(path)
  }

  numberOf(path: string): number | undefined {
    return this.placeOf(path)
  }

  /** The notes in which the parser noticed something. */
  withProblems(): readonly CachedNote[] {
    const notes: CachedNote[] = []
    const problems = this.heads.column('problems')
    for (let place = 0; place < problems.length; place++)
      if (problems[place] !== 0) notes.push(new CachedNote(this, place))
    return notes
  }

  links(place: number): readonly Link[] {
    const text = this.linksText(place)
    return text === undefined ? (this.#readAnew(place)?.links ?? []) : unpackLinks(text, this.shapes)
  }

  /** The links of a note as packed; undefined when the section is damaged. */
  linksText(place: number): string | undefined {
    return this.delta.notes[place]?.links ?? this.#slice('links', place)
  }

  rest(place: number): Rest {
    const text = this.restText(place)
    return text === undefined ? (this.#readAnew(place) ?? emptyRest) : unpackRest(text, this.shapes)
  }

  restText(place: number): string | undefined {
    return this.delta.notes[place]?.rest ?? this.#slice('rest', place)
  }

  /** Whether a file or folder exists at a path relative to the root, asked now and put on record. */
  exists(path: string): boolean {
    const existed = fileExists(this.root, path)
    this.asked.set(path, existed)
    return existed
  }

  #slice(name: string, place: number): string | undefined {
    if (!this.#slices.has(name)) this.#slices.set(name, readSlices(this.#opened.sections, name))
    return this.#slices.get(name)?.(place)
  }

  /** A damaged section costs time, never an answer: the note is read from its file, and the cache is made anew next time. */
  #readAnew(place: number): Note | undefined {
    if (this.#opened.file !== undefined) removeQuietly(this.#opened.file)
    const read = readNote(this.root, this.pathOf(place))
    return read.kind === 'note' ? read.note : undefined
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    return
  }
}

interface Opened {
  readonly root: string
  /** Where it is kept; undefined in memory. */
  readonly file: string | undefined
  readonly about: About
  readonly sections: Sections
  readonly parts: Parts
  readonly delta: Delta
}

interface Parts {
  /** As written; decoded on first use. */
  readonly paths: Buffer
  readonly stamps: Float64Array
  readonly attachments: string
}

function readParts(reader: Sections): Parts | undefined {
  const stamps = reader.read('stamps')
  const attachments = reader.read('attachments')
  const paths = reader.read('path')
  if (stamps === undefined || attachments === undefined || paths === undefined) return undefined
  return {
    paths,
    stamps: new Float64Array(stamps.buffer, stamps.byteOffset, stamps.length / 8),
    attachments: attachments.toString(),
  }
}

const emptyRest: Rest = {
  metadata: {},
  bodyStart: 0,
  headings: [],
  blocks: [],
  inlineTags: [],
  anchors: [],
  definitions: [],
  footnotes: [],
  file: { size: 0, modifiedMs: 0, createdMs: 0 },
}
