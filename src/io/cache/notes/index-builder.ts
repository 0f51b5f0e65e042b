import type { Attachment, Note } from '../../../core/model/note.ts'
import type { NotePath } from '../../../core/model/note-path.ts'
import type { WalkedFolder } from '../../files/walk-folders.ts'
import { CachedNote } from './cached-note.ts'
import { stampLength } from '../file-stamp.ts'
import { writeListings } from './folder-listings.ts'
import { HeadsWriter } from './head-columns.ts'
import type { About } from './index-store.ts'
import { MemorySections } from '../memory-sections.ts'
import { packLinks, packRest } from './note-codec.ts'
import { Shapes } from '../pack.ts'
import { PathPlaces } from './path-places.ts'
import { randomId } from '../random-id.ts'
import { bytesOf, Slices } from '../slices.ts'

/** An index in memory: what a base file holds, and what it says of itself. */
export interface BuiltIndex {
  readonly about: About
  readonly sections: MemorySections
}

/** Packs notes one at a time, so that none has to be kept. Links are resolved later, when a command first asks for them. */
export class IndexBuilder {
  readonly #shapes: Shapes
  readonly #heads = new HeadsWriter()
  readonly #links = new Slices('links')
  readonly #rest = new Slices('rest')
  #stamps = new Float64Array(1024 * stampLength)
  readonly #paths: NotePath[] = []

  /** `shapes`: those that notes from a cache are packed with, if there are any. */
  constructor(shapes = new Shapes()) {
    this.#shapes = shapes
  }

  /** Adds the next note in the order of paths, with the stamp of its file; without one it is read again next time. */
  add(note: Note, stamp: ArrayLike<number> | undefined): void {
    this.#heads.add(note)
    this.#addPacked(note)
    this.#links.end()
    this.#rest.end()
    const at = this.#paths.length * stampLength
    this.#paths.push(note.path)
    if (at === this.#stamps.length) this.#stamps = grown(this.#stamps)
    this.#stamps.set(stamp ?? neverEqual, at)
  }

  #addPacked(note: Note): void {
    const cached = note instanceof CachedNote ? note.store : undefined
    const [links, rest] =
      note instanceof CachedNote ? [cached?.linksText(note.place), cached?.restText(note.place)] : []
    if (links === undefined) packLinks(this.#links.out, note, this.#shapes)
    else this.#links.out.text(links)
    if (rest === undefined) packRest(this.#rest.out, note, this.#shapes)
    else this.#rest.out.text(rest)
  }

  /** The index of the notes added, which were walked in these folders; `key` says whom it serves. */
  finish(key: string, attachments: readonly Attachment[], folders: readonly WalkedFolder[]): BuiltIndex {
    const sections = new MemorySections()
    this.#heads.write(sections)
    sections.add('stamps', [bytesOf(this.#stamps.subarray(0, this.#paths.length * stampLength))])
    sections.add('attachments', [Buffer.from(attachmentText(attachments))])
    const places = new PathPlaces(this.#paths)
    writeListings(sections, folders, (path) => places.of(path))
    this.#links.write(sections)
    this.#rest.write(sections)
    return { about: { key, id: randomId(), shapes: this.#shapes.keys }, sections }
  }
}

function grown(numbers: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * numbers.length)
  larger.set(numbers)
  return larger
}

const neverEqual = [Number.NaN, Number.NaN, Number.NaN, Number.NaN]

/** The attachments of a vault as text: the same text, the same set. */
export function attachmentText(attachments: readonly Attachment[]): string {
  return attachments.map(({ path, skipped, reason }) => JSON.stringify([path, skipped, reason])).join('\n')
}
