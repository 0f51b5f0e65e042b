import type { Note } from '../model/note.ts'
import type { NotePath } from '../model/note-path.ts'
import { type ResolvedLink, type Resolution, targetPath } from '../model/resolution.ts'
import { type KnownLinks, targetsAmong } from './known-links.ts'
import type { SoughtNames } from './update/sought-names.ts'
import { VaultFiles } from './vault-files.ts'

/** A note or canvas that a pass over all of them has come to. */
export interface PassingNote {
  readonly note: Note
  /** What its links point at, in order, where that is known before they are read; undefined in the place of one that must be resolved. */
  readonly resolutions?: readonly (Resolution | undefined)[]
  /** Its links; each call may make them anew. */
  readonly links: () => readonly ResolvedLink[]
}

/** A folder of notes that link to each other. Immutable; what is derived is computed on first use. */
export class Vault extends VaultFiles {
  #known: KnownLinks | undefined
  #fromCanvases: Map<NotePath, readonly ResolvedLink[]> | undefined
  #from: Map<NotePath, readonly ResolvedLink[]> | undefined
  #inverted: Map<NotePath, readonly ResolvedLink[]> | undefined
  #to: Map<NotePath, readonly ResolvedLink[]> | undefined
  #near: Map<NotePath, readonly NotePath[]> | undefined
  #targets: Map<NotePath, readonly NotePath[]> | undefined

  /** The vault without one note: what it holds counts nowhere, and links to it lead to an attachment. */
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

  /** A note or canvas for such a pass (`alone`), with its links. */
  inPassing(document: Note): PassingNote {
    const note = this.alone(document)
    const resolutions = this.#knownOf(note.path)?.resolutions(note.path)
    if (resolutions === undefined) return { note, links: () => this.linksFrom(note.path) }
    const links = note === document ? () => this.linksFrom(note.path) : () => this.#resolved(note, resolutions)
    return { note, resolutions, links }
  }

  /** What the links of a note or canvas point at, in order; where that is known, without reading the links. */
  resolutionsOf(document: Note): readonly Resolution[] {
    const { resolutions = [undefined], links } = this.inPassing(document)
    const known = resolutions.flatMap((resolution) => resolution ?? [])
    return known.length === resolutions.length ? known : links().map(({ resolution }) => resolution)
  }

  /** What is known of the links of a note; nothing of a canvas, whose links no update follows. */
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

  /** The links of other notes to a note, by path of the linking note and order of appearance; links to itself and of index pages are left out. */
  linksTo(path: NotePath): readonly ResolvedLink[] {
    const links = this.allLinksTo(path)
    return links.some(({ from }) => from.isIndex) ? links.filter(({ from }) => from.isIndex !== true) : links
  }

  /** `linksTo` with the links of index pages, which are links when something is renamed or removed. */
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
    // What links point at is known without the links themselves, which cost more to read.
    const known = this.#knownOf(path)?.targets(path) ?? targetsAmong(path, resolutions()) ?? []
    const targets = known.filter((to) => this.numberOf(to) !== undefined)
    this.#targets.set(path, targets)
    return targets
  }

  /** The other notes that a note links to, then those that link to it, each once; an index page is joined to none. */
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

  /** How many links to other notes, files and URLs a note has; links to itself are left out. */
  linkCount(path: NotePath): number {
    const known = this.#from?.has(path) ? undefined : this.#knownOf(path)?.counts(path)
    return known?.links ?? this.linksFrom(path).filter(({ resolution }) => targetPath(resolution) !== path).length
  }

  /** How many links of other notes, but for index pages, and of canvases point at a note. */
  backlinkCount(path: NotePath): number {
    const ofNotes = this.content.known?.counts(path)?.backlinks ?? this.linksTo(path).length
    return ofNotes + this.canvasLinksTo(path).length
  }

  /** The other notes that link to a note, index pages among them, sorted by path. */
  sourcesOf(path: NotePath): readonly NotePath[] {
    return this.content.known?.sources(path) ?? [...new Set(this.allLinksTo(path).map(({ from }) => from.path))]
  }

  /**
   * Lets go of the links that were read and of what was made of them, but not of what leads where, here and in the first vault with its
   * names: for who follows a vault and is asked about many notes.
   */
  forgetReadLinks(): void {
    this.#from = this.#to = this.#near = this.#targets = undefined
    if (this.named instanceof Vault && this.named !== this) this.named.forgetReadLinks()
  }

  /** Lets go of what was told about links, which is told anew when it is asked for: for who follows a vault and goes on with a later state. */
  forgetLinks(): void {
    this.#from = this.#to = this.#inverted = this.#near = this.#targets = this.#fromCanvases = undefined
  }

  /** The names that links ask for: handed on to the vault after an update that keeps the paths. */
  get sought(): SoughtNames | undefined {
    return this.content.sought
  }

  /** What is known of links: handed on to the vault after an update. */
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
