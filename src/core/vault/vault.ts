import type { Note } from '../model/note.ts'
import type { NotePath } from '../model/note-path.ts'
import { type ResolvedLink, type Resolution, targetPath } from '../model/resolution.ts'
import { type KnownLinks, targetsAmong } from './known-links.ts'
import type { SoughtNames } from './update/sought-names.ts'
import { VaultFiles } from './vault-files.ts'

/** A note or canvas during a pass over all of them. */
export interface PassingNote {
  readonly note: Note
  /** The resolutions of its links, in order, where they are known without reading the links; undefined for each that must be resolved. */
  readonly resolutions?: readonly (Resolution | undefined)[]
  /** Its links; each call may build them anew. */
  readonly links: () => readonly ResolvedLink[]
}

/** A folder of notes that link to each other. Immutable; derived data is computed on first use. */
export class Vault extends VaultFiles {
  #known: KnownLinks | undefined
  #fromCanvases: Map<NotePath, readonly ResolvedLink[]> | undefined
  #from: Map<NotePath, readonly ResolvedLink[]> | undefined
  #inverted: Map<NotePath, readonly ResolvedLink[]> | undefined
  #to: Map<NotePath, readonly ResolvedLink[]> | undefined
  #near: Map<NotePath, readonly NotePath[]> | undefined
  #targets: Map<NotePath, readonly NotePath[]> | undefined

  /** The vault without one note: its links do not count, and links to it lead to an attachment. */
  without(path: string): Vault {
    const note = this.note(path)
    if (note === undefined) return this
    const attachments = [...this.attachments, { path: note.path }]
    const { exists, readCanvases: canvases } = this
    return new Vault({ notes: this.notes.filter((one) => one !== note), attachments, exists, canvases })
  }

  /** The links of canvases to a note or file. */
  canvasLinksTo(path: NotePath): readonly ResolvedLink[] {
    return (this.#fromCanvases ??= this.#invert(this.canvases)).get(path) ?? []
  }

  /** The links of a note in order of appearance, each with what it points at. */
  linksFrom(path: NotePath): readonly ResolvedLink[] {
    const known = (this.#from ??= new Map()).get(path)
    if (known !== undefined) return known
    const note = this.document(path)
    const links = note === undefined ? [] : this.#resolved(note, this.#knownOf(path)?.resolutions(path))
    this.#from.set(path, links)
    return links
  }

  /** A note or canvas for a pass over all of them (`alone`), with its links. */
  inPassing(document: Note): PassingNote {
    const note = this.alone(document)
    const resolutions = this.#knownOf(note.path)?.resolutions(note.path)
    if (resolutions === undefined) return { note, links: () => this.linksFrom(note.path) }
    const links = note === document ? () => this.linksFrom(note.path) : () => this.#resolved(note, resolutions)
    return { note, resolutions, links }
  }

  /** The resolutions of a note's or canvas's links, in order; without reading the links where these are known. */
  resolutionsOf(document: Note): readonly Resolution[] {
    const { resolutions = [undefined], links } = this.inPassing(document)
    const known = resolutions.flatMap((resolution) => resolution ?? [])
    return known.length === resolutions.length ? known : links().map(({ resolution }) => resolution)
  }

  /** What is known about the links of a note; nothing for a canvas, whose links no update tracks. */
  #knownOf(path: NotePath): KnownLinks | undefined {
    return this.numberOf(path) === undefined ? undefined : this.content.known
  }

  #resolved(note: Note, known: readonly (Resolution | undefined)[] | undefined): readonly ResolvedLink[] {
    return note.links.map((link, order) => ({
      from: note,
      link,
      resolution: known?.[order] ?? this.resolve(note, link),
    }))
  }

  /** The links of other notes to a note, by path of the linking note and order of appearance; without those of index pages. */
  linksTo(path: NotePath): readonly ResolvedLink[] {
    const links = this.allLinksTo(path)
    return links.some(({ from }) => from.isIndex) ? links.filter(({ from }) => from.isIndex !== true) : links
  }

  /** `linksTo` including links of index pages, which count when something is renamed or removed. */
  allLinksTo(path: NotePath): readonly ResolvedLink[] {
    const sources = this.#inverted === undefined ? this.content.known?.sources(path) : undefined
    if (sources === undefined) return (this.#inverted ??= this.#invert(this.notes)).get(path) ?? []
    const asked = (this.#to ??= new Map()).get(path)
    if (asked !== undefined) return asked
    const links = sources.flatMap((source) =>
      this.linksFrom(source).filter(({ resolution }) => targetPath(resolution) === path),
    )
    this.#to.set(path, links)
    return links
  }

  /** The other notes that a note links to, each once, in order of appearance. */
  targetsOf(path: NotePath): readonly NotePath[] {
    const kept = (this.#targets ??= new Map()).get(path)
    if (kept !== undefined) return kept
    const resolutions = (): readonly Resolution[] => this.linksFrom(path).map(({ resolution }) => resolution)
    // Targets are often known without the links, which cost more to read.
    const known = this.#knownOf(path)?.targets(path) ?? targetsAmong(path, resolutions()) ?? []
    const targets = known.filter((to) => this.numberOf(to) !== undefined)
    this.#targets.set(path, targets)
    return targets
  }

  /** The other notes that a note links to, then those that link to it, each once; index pages have no neighbours and are none. */
  neighbours(path: NotePath): readonly NotePath[] {
    const kept = (this.#near ??= new Map()).get(path)
    if (kept !== undefined) return kept
    if (this.note(path)?.isIndex === true) return []
    const back = this.sourcesOf(path).filter((from) => this.note(from)?.isIndex !== true)
    const near = [...new Set([...this.targetsOf(path), ...back])]
    this.#near.set(path, near)
    return near
  }

  #invert(notes: readonly Note[]): Map<NotePath, readonly ResolvedLink[]> {
    const to = new Map<NotePath, ResolvedLink[]>()
    for (const note of notes) {
      for (const resolved of this.linksFrom(note.path)) {
        const path = targetPath(resolved.resolution)
        if (path === undefined || path === note.path || this.note(path) === undefined) continue
        const list = to.get(path)
        if (list === undefined) to.set(path, [resolved])
        else list.push(resolved)
      }
    }
    return to
  }

  /** How many links a note has to other notes, files and URLs; without links to itself. */
  linkCount(path: NotePath): number {
    const known = this.#from?.has(path) ? undefined : this.#knownOf(path)?.counts(path)
    return known?.links ?? this.linksFrom(path).filter(({ resolution }) => targetPath(resolution) !== path).length
  }

  /** How many links of other notes (without index pages) and of canvases point at a note. */
  backlinkCount(path: NotePath): number {
    const ofNotes = this.content.known?.counts(path)?.backlinks ?? this.linksTo(path).length
    return ofNotes + this.canvasLinksTo(path).length
  }

  /** The other notes that link to a note, index pages among them, sorted by path. */
  sourcesOf(path: NotePath): readonly NotePath[] {
    return this.content.known?.sources(path) ?? [...new Set(this.allLinksTo(path).map(({ from }) => from.path))]
  }

  /**
   * Frees the links that were read, but keeps where they lead, here and in the first vault of the chain: for programs that run long and are
   * asked about many notes.
   */
  forgetReadLinks(): void {
    this.#from = this.#to = this.#near = this.#targets = undefined
    if (this.named instanceof Vault && this.named !== this) this.named.forgetReadLinks()
  }

  /** Frees all cached data about links, which is computed anew when needed: for programs that move on to a later state. */
  forgetLinks(): void {
    this.#from = this.#to = this.#inverted = this.#near = this.#targets = this.#fromCanvases = undefined
  }

  /** The names that links look up, to pass on to the vault after an update that keeps the paths. */
  get sought(): SoughtNames | undefined {
    return this.content.sought
  }

  /** What is known about links, to pass on to the vault after an update. */
  get known(): KnownLinks {
    return (this.#known ??= this.content.known ?? {
      resolutions: (path) => this.linksFrom(path).map(({ resolution }) => resolution),
      counts: (path) => ({ links: this.linkCount(path), backlinks: this.linksTo(path).length }),
      targets: (path) =>
        targetsAmong(
          path,
          this.linksFrom(path).map(({ resolution }) => resolution),
        ),
      sources: (path) => this.sourcesOf(path),
    })
  }
}
